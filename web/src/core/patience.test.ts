import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { within } from "./patience";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that ends after so many ms, or when it is told to. */
const working = (ms: number) => (signal: AbortSignal) =>
  new Promise<string>((resolve, reject) => {
    setTimeout(() => resolve("done"), ms);
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

test.each([
  ["in time", 99, "done"],
  ["too slow", 101, "AbortError"],
])("work that is %s", async (_, ms, expected) => {
  const result = within(100, working(ms)).catch((trouble: Error) => trouble.name);
  await vi.advanceTimersByTimeAsync(200);
  expect(await result).toBe(expected);
});

test.each([
  ["is done", () => Promise.resolve()],
  ["has failed", () => Promise.reject(new TypeError("no network"))],
])("no timer runs on when the work %s", async (_, work) => {
  await within(100, work).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
});
