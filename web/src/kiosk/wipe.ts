/** Ends a visit so that nothing of it is left: no storage, no old document, nothing behind the Back button. */

/** The browser's stores as far as they are emptied here. */
export interface Stores {
  readonly localStorage: Pick<Storage, "clear">;
  readonly sessionStorage: Pick<Storage, "clear">;
  readonly indexedDB: Pick<IDBFactory, "databases" | "deleteDatabase">;
  readonly document: { cookie: string };
}

/** Empties every store but the service worker's caches, which hold the shell and the packs: the same for everybody. */
export async function wipe(stores: Stores): Promise<void> {
  stores.sessionStorage.clear();
  stores.localStorage.clear();
  for (const name of cookieNames(stores.document.cookie)) {
    stores.document.cookie = `${name}=; Max-Age=0; Path=/`;
  }
  const databases = await stores.indexedDB.databases();
  for (const { name } of databases) if (name !== undefined) stores.indexedDB.deleteDatabase(name);
}

function cookieNames(cookies: string): string[] {
  return cookies.split(";").flatMap((cookie) => {
    const name = cookie.split("=")[0]?.trim();
    return name ? [name] : [];
  });
}

/** This page's own address without a fragment: with one, the browser would only scroll and keep the document. */
export function freshAddress(href: string): string {
  const url = new URL(href);
  url.hash = "";
  return url.href.replace(/#$/, "");
}
