/** Keeps a public screen to its purpose: no context menu, no dragging, no zoom by gesture or wheel. */

const ZOOM_KEYS: ReadonlySet<string> = new Set(["+", "-", "=", "0"]);

/** Guards a document; the returned function lifts the guard. */
export function guard(document: Document): () => void {
  const lift = new AbortController();
  const how = { signal: lift.signal, passive: false };
  for (const kind of ["contextmenu", "dragstart", "drop", "gesturestart"]) {
    document.addEventListener(kind, (event) => event.preventDefault(), how);
  }
  document.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), how);
  document.addEventListener("keydown", (event) => isZoom(event) && event.preventDefault(), how);
  return () => lift.abort();
}

function isZoom(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && ZOOM_KEYS.has(event.key);
}
