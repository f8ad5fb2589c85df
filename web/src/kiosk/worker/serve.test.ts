import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PACK_PATIENCE_MS, fromShell, packOf } from "./serve";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PACK = "https://guide.example/pack/en-Latn.json";

/** The two methods of a cache that are used, over a map. */
function cacheOf(kept: Record<string, string> = {}): { cache: Cache; kept: Map<string, string> } {
  const map = new Map(Object.entries(kept));
  const url = (asked: RequestInfo | URL): string => (asked instanceof Request ? asked.url : String(asked));
  const cache = {
    match: (asked: RequestInfo) => Promise.resolve(map.has(url(asked)) ? new Response(map.get(url(asked))) : undefined),
    put: async (asked: RequestInfo, reply: Response) => void map.set(url(asked), await reply.text()),
  };
  return { cache: cache as unknown as Cache, kept: map };
}

const answering = (text: string, status = 200) => () => Promise.resolve(new Response(text, { status }));
const failing = () => Promise.reject(new TypeError("no network"));
const slowly = (text: string, ms: number) => () =>
  new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(text)), ms));

describe("a pack", () => {
  const TABLE: [string, Record<string, string>, () => Promise<Response>, string][] = [
    ["comes from the network", { [PACK]: "old" }, answering("new"), "new"],
    ["comes from the network the first time", {}, answering("new"), "new"],
    ["is the last one seen without a network", { [PACK]: "old" }, failing, "old"],
    ["is the last one seen when the guide is unwell", { [PACK]: "old" }, answering("unwell", 503), "old"],
    ["is the last one seen when the guide is slow", { [PACK]: "old" }, slowly("new", PACK_PATIENCE_MS + 1), "old"],
    ["is the new one when it comes just in time", { [PACK]: "old" }, slowly("new", PACK_PATIENCE_MS - 1), "new"],
    ["never seen is waited for", {}, slowly("new", PACK_PATIENCE_MS * 5), "new"],
  ];

  test.each(TABLE)("%s", async (_, kept, get, expected) => {
    const reply = packOf(cacheOf(kept).cache, new Request(PACK), get);
    await vi.advanceTimersByTimeAsync(PACK_PATIENCE_MS * 6);
    expect(await (await reply).text()).toBe(expected);
  });

  test("never seen and without a network is a failure", async () => {
    await expect(packOf(cacheOf().cache, new Request(PACK), failing)).rejects.toThrow("no network");
  });

  test("is kept when it is good, also when it came late, and not when it is not", async () => {
    const late = cacheOf({ [PACK]: "old" });
    void packOf(late.cache, new Request(PACK), slowly("new", PACK_PATIENCE_MS * 2));
    const bad = cacheOf({ [PACK]: "old" });
    void packOf(bad.cache, new Request(PACK), answering("unwell", 503));
    await vi.advanceTimersByTimeAsync(PACK_PATIENCE_MS * 3);
    expect([late.kept.get(PACK), bad.kept.get(PACK)]).toEqual(["new", "old"]);
  });
});

describe("the shell", () => {
  test("comes from the cache without asking the network", async () => {
    const get = vi.fn(failing);
    const reply = await fromShell(cacheOf({ "https://guide.example/kiosk": "page" }).cache, "https://guide.example/kiosk", get);
    expect([await reply.text(), get.mock.calls.length]).toEqual(["page", 0]);
  });

  test("comes from the network when the cache has lost it", async () => {
    const reply = await fromShell(cacheOf().cache, "https://guide.example/kiosk", answering("page"));
    expect(await reply.text()).toBe("page");
  });
});
