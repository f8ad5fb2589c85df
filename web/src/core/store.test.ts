import { describe, expect, test } from "vitest";
import { MOST_STORED, type Shelf, TalkStore, tokenBox } from "./store";
import { type Turn, answered, begun } from "./talk";

const KEY = "horgos-guide";

class Memory implements Shelf {
  readonly kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

const turn = (id: string, text = "hello"): Turn => answered(begun(id, { text }, "en-Latn"));
const NOTHING = { token: null, picked: null, open: null, turns: [] };

test("the next page finds the talk", () => {
  const shelf = new Memory();
  new TalkStore(shelf).update({ token: "t", picked: "kk-Arab", open: true, turns: [turn("a")] });
  expect(new TalkStore(shelf).talk).toEqual({ token: "t", picked: "kk-Arab", open: true, turns: [turn("a")] });
});

test("without a shelf the talk lives as long as the store", () => {
  const store = new TalkStore();
  store.update({ turns: [turn("a")] });
  expect(store.talk.turns).toHaveLength(1);
  expect(new TalkStore().talk).toEqual(NOTHING);
});

test("forgetting leaves no word and no token, but what the visitor picked", () => {
  const shelf = new Memory();
  const store = new TalkStore(shelf);
  store.update({ token: "secret", picked: "ru-Cyrl", open: true, turns: [turn("a", "private")] });
  store.forget();
  expect(store.talk).toEqual({ ...NOTHING, picked: "ru-Cyrl", open: true });
  expect([...shelf.kept.values()].join()).not.toMatch(/private|secret/);
});

test("the token is kept with the talk", () => {
  const store = new TalkStore(new Memory());
  const box = tokenBox(store);
  box.save("t");
  expect([box.load(), store.talk.token]).toEqual(["t", "t"]);
});

describe("what cannot be read is no talk", () => {
  const TABLE: [string, string][] = [
    ["no JSON", "{"],
    ["another kind", "7"],
    ["nothing", "null"],
    ["an older version", JSON.stringify({ version: 0, talk: { turns: [turn("a")] } })],
    ["no turns", JSON.stringify({ version: 1, talk: {} })],
    ["turns of another shape", JSON.stringify({ version: 1, talk: { turns: [{ id: 1 }] } })],
    ["a turn that is nothing", JSON.stringify({ version: 1, talk: { turns: [null] } })],
  ];

  test.each(TABLE)("%s", (_, kept) => {
    const shelf = new Memory();
    shelf.setItem(KEY, kept);
    expect(new TalkStore(shelf).talk).toEqual(NOTHING);
  });
});

test("storage that throws breaks nothing", () => {
  const fails = (): never => {
    throw new DOMException("blocked", "SecurityError");
  };
  const store = new TalkStore({ getItem: fails, setItem: fails, removeItem: fails });
  store.update({ turns: [turn("a")] });
  expect(store.talk.turns).toHaveLength(1);
});

test("a long talk loses its oldest turns on the shelf, not in the page", () => {
  const shelf = new Memory();
  const store = new TalkStore(shelf);
  const turns = Array.from({ length: 30 }, (_, index) => turn(`t${index}`, "x".repeat(10_000)));
  store.update({ turns });
  const kept = shelf.getItem(KEY) ?? "";
  expect(kept.length).toBeLessThanOrEqual(MOST_STORED);
  expect(kept.length).toBeGreaterThan(MOST_STORED - 15_000);
  expect(new TalkStore(shelf).talk.turns.at(-1)?.id).toBe("t29");
  expect(store.talk.turns).toHaveLength(30);
});
