/** The sign of life that the operator's page shows: which tablet, which screen, which build. */

const NAME = /^[a-z0-9-]{1,40}$/;

/** The tablet's name from its own address (`?tablet=desk-1`); null when it has none that the guide would take. */
export function tabletName(search: string): string | null {
  const name = new URLSearchParams(search).get("tablet");
  return name !== null && NAME.test(name) ? name : null;
}

/** The build, from the hashed name of the script (`/assets/kiosk-B1x9.js`); "dev" while it is not built. */
export function buildOf(script: string): string {
  return /-([A-Za-z0-9_-]{6,})\.js$/.exec(new URL(script).pathname)?.[1] ?? "dev";
}

/**
 * The sign of life for the tablet itself: deploy/tablet/start-kiosk.sh reads the browser's console and starts the
 * browser anew without it. A page out of sight, behind another tab, gives none.
 */
export function signOfLife(visibility: DocumentVisibilityState, say: (sign: string) => void = toConsole): void {
  if (visibility === "visible") say("horgos-kiosk alive");
}

function toConsole(sign: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is what the start script can see.
  console.info(sign);
}

/** One sign of life. True when it was taken; a tablet that cannot send it is what the operator's page then shows. */
export async function ping(
  base: string,
  sign: { readonly tablet: string; readonly screen: string; readonly version: string },
  post: typeof fetch = fetch,
): Promise<boolean> {
  try {
    const reply = await post(new URL("webhooks/web/ping", base), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(sign),
    });
    return reply.ok;
  } catch {
    return false;
  }
}
