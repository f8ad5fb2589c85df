/** An end for what takes too long. `AbortSignal.timeout` is younger than the oldest browsers (build/oldest.ts). */

/** What `work` comes to; its signal aborts after so many ms. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), ms);
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
  }
}
