import { afterEach, describe, expect, test, vi } from "vitest";
import { Guide, PATIENCE_MS, memoryBox, newId } from "./api";
import { GuideError } from "./errors";
import type { ReplyPart } from "./types";

const QUESTION = { id: "question-1", text: "When is it open?" };
const PARTS: ReplyPart[] = [
  { type: "text", text: "one" },
  { type: "text", text: "two" },
  { type: "answer", language: "en", script: "Latn", topics: [], facts: [], status: "unknown", sources: [] },
];
const END: ReplyPart = { type: "end", ok: true };

type Serve = () => Response | Promise<Response>;

const ndjson = (parts: readonly unknown[]): string => parts.map((part) => `${JSON.stringify(part)}\n`).join("");
const session: Serve = () => Response.json({ session: `token-${++begun}`, expires_in: 7200, buttons: [] });
const whole: Serve = () => new Response(ndjson([...PARTS, END]));
const cutAfter = (count: number): Serve => () => new Response(ndjson(PARTS.slice(0, count)));
const lost: Serve = () => Promise.reject(new TypeError("Failed to fetch"));
const refuses = (status: number, code: string, headers: Record<string, string> = {}): Serve => () =>
  Response.json({ error: { code, message: "" } }, { status, headers });
/** The connection breaks in the middle of a part. */
const broken: Serve = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(ndjson(PARTS.slice(0, 1)).slice(0, -3)));
        controller.error(new TypeError("network error"));
      },
    }),
  );

let begun = 0;

interface Seen {
  readonly path: string;
  readonly body: { readonly id?: string };
  readonly token: string | null;
}

/** A guide whose server answers in this order; what it was asked, and what it slept. */
function guideWith(serves: readonly Serve[], token: string | null = null) {
  begun = 0;
  const left = [...serves];
  const seen: Seen[] = [];
  const slept: number[] = [];
  const waited: [number, string][] = [];
  const tokens = memoryBox();
  tokens.save(token);
  const guide = new Guide({
    base: "https://guide.example/in/",
    place: "web",
    tokens,
    fetch: async (url, init) => {
      seen.push({
        path: new URL(String(url)).pathname,
        body: JSON.parse(String(init?.body)) as Seen["body"],
        token: new Headers(init?.headers).get("authorization"),
      });
      const next = left.shift();
      if (next === undefined) throw new Error("asked more often than expected");
      return next();
    },
    sleep: async (ms) => void slept.push(ms),
  });
  const ask = async (): Promise<ReplyPart[]> => {
    const parts: ReplyPart[] = [];
    for await (const part of guide.ask(QUESTION, { form: "ru-Cyrl", waits: (s, code) => waited.push([s, code]) })) parts.push(part);
    return parts;
  };
  return { guide, ask, seen, slept, waited, tokens, left };
}

describe("a question is answered", () => {
  const S = "/in/webhooks/web/session";
  const M = "/in/webhooks/web/message";
  const TABLE: [string, Serve[], string | null, string[], number[]][] = [
    ["after a session was begun for it", [session, whole], null, [S, M], []],
    ["in the session there is", [whole], "old", [M], []],
    ["after the network came back", [session, lost, lost, whole], null, [S, M, M, M], [1_000, 3_000]],
    ["after the session could not be reached once", [lost, session, whole], null, [S, S, M], [1_000]],
    ["after the reply was cut at its beginning", [cutAfter(0), whole], "old", [M, M], [1_000]],
    ["after the reply was cut in the middle", [cutAfter(2), whole], "old", [M, M], [1_000]],
    ["after the connection broke within a part", [broken, whole], "old", [M, M], [1_000]],
    ["after the session had expired", [refuses(401, "session_expired"), session, whole], "old", [M, S, M], [0]],
    ["after the session was not known any more", [refuses(401, "session_invalid"), session, whole], "old", [M, S, M], [0]],
    ["after a wait that the server asked for", [refuses(429, "rate_limited", { "retry-after": "7" }), whole], "old", [M, M], [7_000]],
    ["after the server has started", [refuses(503, "unavailable", { "retry-after": "2" }), whole], "old", [M, M], [2_000]],
    ["after all of that", [lost, refuses(401, "session_expired"), session, refuses(429, "rate_limited", { "retry-after": "1" }), cutAfter(1), whole], "old", [M, M, S, M, M, M], [1_000, 0, 1_000, 3_000]],
  ];

  test.each(TABLE)("%s", async (_, serves, token, paths, slept) => {
    const it = guideWith(serves, token);
    expect(await it.ask()).toEqual(PARTS);
    expect(it.seen.map(({ path }) => path)).toEqual(paths);
    expect(it.slept).toEqual(slept);
    expect(it.left).toEqual([]);
    const questions = it.seen.filter(({ path }) => path === M);
    expect(new Set(questions.map(({ body }) => body.id))).toEqual(new Set(["question-1"]));
    expect(it.guide.hasSession).toBe(true);
  });

  test("the form of the page goes along as a hint", async () => {
    const it = guideWith([session, whole]);
    await it.ask();
    expect(it.seen.map(({ body }) => body)).toEqual([
      { place: "web", form: "ru-Cyrl" },
      { ...QUESTION, form: "ru-Cyrl" },
    ]);
    expect(it.seen.map(({ token }) => token)).toEqual([null, "Bearer token-1"]);
  });

  test("the visitor is told of a wait", async () => {
    const it = guideWith([refuses(429, "rate_limited", { "retry-after": "7" }), whole], "old");
    await it.ask();
    expect(it.waited).toEqual([[7, "rate_limited"]]);
  });

  test("lines of kinds that are not known yet are passed over", async () => {
    const it = guideWith([() => new Response(ndjson([{ type: "picture" }, ...PARTS, 7, END]))], "old");
    expect(await it.ask()).toEqual(PARTS);
  });
});

describe("a question is given up", () => {
  const wait = (seconds: string): Serve => refuses(429, "rate_limited", { "retry-after": seconds });
  const TABLE: [string, Serve[], string, number | undefined][] = [
    ["when the network stays away", [lost, lost, lost], "offline", undefined],
    ["when the reply is cut again and again", [cutAfter(1), cutAfter(1), cutAfter(1)], "cut", undefined],
    ["when a line is no JSON", [() => new Response("<html>"), () => new Response("<html>"), () => new Response("<html>")], "cut", undefined],
    ["when a new session is refused too", [refuses(401, "session_expired"), session, refuses(401, "session_invalid")], "session_invalid", undefined],
    ["when the wait is too long", [wait("61")], "rate_limited", 61],
    ["when the server asks to wait again and again", [wait("1"), wait("1"), wait("1"), wait("1")], "rate_limited", 1],
    ["when the button is not offered", [refuses(409, "button_not_offered")], "button_not_offered", undefined],
    ["when the text is too long", [refuses(422, "text_too_long")], "text_too_long", undefined],
    ["when the origin is not allowed", [refuses(403, "origin_not_allowed")], "origin_not_allowed", undefined],
    ["when the code is not known", [refuses(500, "brand_new")], "unavailable", undefined],
    ["when a proxy answers in HTML", [() => new Response("<html>", { status: 502 })], "unavailable", undefined],
    ["when the reply ends badly", [() => new Response(ndjson([{ type: "end", ok: false }]))], "unavailable", undefined],
  ];

  test.each(TABLE)("%s", async (_, serves, code, retryAfter) => {
    const it = guideWith(serves, "old");
    const trouble = await it.ask().catch((error: unknown) => error);
    expect(trouble).toBeInstanceOf(GuideError);
    expect(trouble).toMatchObject({ code });
    expect((trouble as GuideError).retryAfter).toBe(retryAfter);
    expect(it.left).toEqual([]);
  });
});

describe("silence", () => {
  afterEach(() => vi.useRealTimers());

  const hangs = (signal: AbortSignal): Promise<Response> =>
    new Promise((_, reject) => {
      if (signal.aborted) reject(signal.reason as Error);
      signal.addEventListener("abort", () => reject(signal.reason as Error));
    });

  function silent(options: { signal?: AbortSignal } = {}): Promise<unknown> {
    vi.useFakeTimers();
    const tokens = memoryBox();
    tokens.save("old");
    const guide = new Guide({ base: "https://g.example/", place: "web", tokens, fetch: (_, init) => hangs(init?.signal as AbortSignal) });
    return guide.ask(QUESTION, options).next().catch((error: unknown) => error);
  }

  test("is given up after its time, not before", async () => {
    const trouble = silent();
    let done = false;
    void trouble.then(() => (done = true));
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await trouble).toMatchObject({ code: "timeout" });
  });

  test("ends when the visitor leaves, and that is no failure of the guide's", async () => {
    const leaving = new AbortController();
    const trouble = silent({ signal: leaving.signal });
    leaving.abort();
    expect(await trouble).toMatchObject({ name: "AbortError" });
  });

  test("is not waited for when the visitor has left before", async () => {
    expect(await silent({ signal: AbortSignal.abort() })).toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("a question that is over listens no longer to whether the visitor leaves", async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  const { guide } = guideWith([whole], "old");
  for await (const _ of guide.ask(QUESTION, { signal }));
  expect(added).toHaveBeenCalledOnce();
  expect(removed.mock.calls).toEqual(added.mock.calls);
});

test("ids are the server's kind and never the same", () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(new Set(ids).size).toBe(500);
  expect(ids.filter((id) => !/^[A-Za-z0-9_-]{8,64}$/.test(id))).toEqual([]);
});
