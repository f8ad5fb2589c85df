/** How the service worker answers: from the installed shell, or from the network with the last pack behind it. */

/** The pack in the cache answers when the guide has not within this time, in ms. */
export const PACK_PATIENCE_MS = 3_000;

export type Get = (request: Request) => Promise<Response>;

/** From the cache; from the network when the cache has lost it. */
export async function fromShell(cache: Cache, request: Request | string, get: Get): Promise<Response> {
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? get(typeof request === "string" ? new Request(request) : request);
}

/**
 * From the network, and kept; from the cache when the network fails, is slow, or answers with an error.
 * A slow answer is still kept when it comes. Without anything kept, the network's own answer or failure stands.
 */
export async function packOf(cache: Cache, request: Request, get: Get, patience = PACK_PATIENCE_MS): Promise<Response> {
  const fetched = fetchPack(cache, request, get);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept === undefined) return fetched;
  const good = fetched.then((reply) => (reply.ok ? reply : kept), () => kept);
  return Promise.race([good, after(patience, kept)]);
}

async function fetchPack(cache: Cache, request: Request, get: Get): Promise<Response> {
  const reply = await get(request);
  if (reply.ok) await cache.put(request, reply.clone());
  return reply;
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}
