/** The end of a visit: stores emptied, then a new document in place of this one. */
import { within } from "../core/patience";
import { freshAddress, wipe } from "./wipe";

const PATIENCE_MS = 3_000;

/** Empties this page's stores; a store that refuses does not hold up the others' end. */
export async function clean(): Promise<void> {
  await wipe(window).catch(() => undefined);
}

/**
 * Replaces the document, so that neither memory nor history holds anything of the visit.
 * Where the page could not be had again (no service worker and no guide), `otherwise` is called instead: a tablet
 * that shows the browser's own error page is lost until somebody restarts it.
 */
export async function renew(otherwise: () => void): Promise<void> {
  if (await reachable()) location.replace(freshAddress(location.href));
  else otherwise();
}

async function reachable(): Promise<boolean> {
  if (navigator.serviceWorker?.controller) return true;
  try {
    const reply = await within(PATIENCE_MS, (signal) => fetch(location.href, { cache: "no-store", signal }));
    return reply.ok;
  } catch {
    return false;
  }
}
