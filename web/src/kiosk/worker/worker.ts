/**
 * The tablet's service worker: keeps the page and the packs, and nothing of any talk.
 *
 * A new version waits until the page lets it in (message "take over"), which it does on the attract screen only.
 */
import { routeOf } from "./route";
import { fromShell, packOf } from "./serve";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build (build/shell.ts): the files of this version and a name that changes with any of them. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

const PAGE = "/kiosk";
const PACKS = "packs";
const shellName = `shell-${SHELL.version}`;
const shellFiles: ReadonlySet<string> = new Set(SHELL.files);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer !== undefined) event.respondWith(answer);
});

async function install(): Promise<void> {
  const cache = await caches.open(shellName);
  await cache.addAll(SHELL.files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== shellName && name !== PACKS);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

function answerTo(request: Request): Promise<Response> | undefined {
  switch (routeOf(request, self.location.origin, shellFiles)) {
    case "page":
      return caches.open(shellName).then((cache) => fromShell(cache, PAGE, fetch));
    case "shell":
      return caches.open(shellName).then((cache) => fromShell(cache, request, fetch));
    case "pack":
      return caches.open(PACKS).then((cache) => packOf(cache, request, fetch));
    case "network":
      return undefined;
  }
}
