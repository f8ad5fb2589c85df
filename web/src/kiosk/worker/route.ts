/** Which way a request goes through the service worker. */

export type Route =
  /** The tablet's page: from the shell, so that page and scripts are of one version. */
  | "page"
  /** Hashed assets, icons, fonts: from the shell, else from the network. */
  | "shell"
  /** A written form's pack: from the network while it answers, else the last one seen. */
  | "pack"
  /** Everything else, the talk above all: never touched, never kept. */
  | "network";

/** What is looked at in a request. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** The route of a request; `shell` holds the paths that were installed with this worker. */
export function routeOf(asked: Asked, origin: string, shell: ReadonlySet<string>): Route {
  const url = new URL(asked.url);
  if (asked.method !== "GET" || url.origin !== origin) return "network";
  if (asked.mode === "navigate") return url.pathname === "/kiosk" ? "page" : "network";
  if (/^\/pack\/[A-Za-z-]+\.json$/.test(url.pathname)) return "pack";
  return shell.has(url.pathname) ? "shell" : "network";
}
