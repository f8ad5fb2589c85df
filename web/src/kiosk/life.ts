/** What the tablet does by itself, whoever stands before it: looks after its connection, its packs and its version. */

/** Between two looks at the guide, with the sign of life, in ms. */
export const HEARTBEAT_MS = 60_000;
/** Between two refreshes of packs and page, in ms; both happen on the attract screen only. */
export const REFRESH_MS = 600_000;

/** The chores, by how often they are done. */
export interface Chores {
  readonly heartbeat: () => void;
  readonly refresh: () => void;
}

/** Does the first heartbeat at once; the returned function ends both. */
export function live({ heartbeat, refresh }: Chores): () => void {
  heartbeat();
  const timers = [setInterval(heartbeat, HEARTBEAT_MS), setInterval(refresh, REFRESH_MS)];
  return () => timers.forEach(clearInterval);
}
