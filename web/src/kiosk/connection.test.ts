import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection } from "./connection";
import { WAITS_MS, answers } from "./probe";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function guide(...replies: boolean[]): { connection: Connection; told: boolean[]; asked: () => number } {
  const told: boolean[] = [];
  const ask = vi.fn(() => Promise.resolve(replies.shift() ?? false));
  return { connection: new Connection((online) => told.push(online), ask), told, asked: () => ask.mock.calls.length };
}

test("a doubt that is answered disturbs nobody", async () => {
  const { connection, told } = guide(true);
  expect(await connection.doubt()).toBe(true);
  expect(told).toEqual([]);
});

test("two doubts at once ask once", async () => {
  const { connection, asked } = guide(true);
  await Promise.all([connection.doubt(), connection.doubt()]);
  expect(asked()).toBe(1);
});

test("lost, asked ever more rarely, and back by itself", async () => {
  const { connection, told, asked } = guide(false, false, false, true);
  expect(await connection.doubt()).toBe(false);
  expect(told).toEqual([false]);
  for (const [index, wait] of WAITS_MS.slice(0, 3).entries()) {
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(asked()).toBe(1 + index);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked()).toBe(2 + index);
  }
  expect(told).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked()).toBe(4);
});

test("the last wait repeats for as long as it takes", async () => {
  const { connection, asked } = guide();
  connection.lost();
  await vi.advanceTimersByTimeAsync(60_000);
  const early = asked();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(asked() - early).toBe(10);
});

test("the browser's word that the network is back only hurries the question", async () => {
  const { connection, told, asked } = guide(false, true);
  connection.lost();
  connection.maybeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect([told, asked()]).toEqual([[false], 1]);
  await vi.advanceTimersByTimeAsync(WAITS_MS[0] ?? 0);
  expect([told, asked()]).toEqual([[false, true], 2]);
});

test("nothing is asked after stop, nor told of an answer that was under way", async () => {
  const { connection, told, asked } = guide(true);
  connection.lost();
  connection.maybeBack();
  connection.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked()).toBe(1);
  expect(told).toEqual([false]);
});

describe("GET /webhooks/web/health", () => {
  const TABLE: [string, () => Promise<Response>, boolean][] = [
    ["200 is an answer", () => Promise.resolve(new Response("{}")), true],
    ["503 is none", () => Promise.resolve(new Response("{}", { status: 503 })), false],
    ["no network is none", () => Promise.reject(new TypeError("failed")), false],
  ];

  test.each(TABLE)("%s", async (_, get, expected) => {
    const seen: string[] = [];
    const asked: typeof fetch = (url) => {
      seen.push(String(url));
      return get();
    };
    expect(await answers("http://guide.example/", asked)).toBe(expected);
    expect(seen).toEqual(["http://guide.example/webhooks/web/health"]);
  });
});
