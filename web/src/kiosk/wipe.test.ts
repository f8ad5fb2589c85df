import { describe, expect, test } from "vitest";
import { type Stores, freshAddress, wipe } from "./wipe";

test("every store is emptied", async () => {
  const done: string[] = [];
  const cookies: string[] = [];
  const stores: Stores = {
    localStorage: { clear: () => done.push("local") },
    sessionStorage: { clear: () => done.push("session") },
    indexedDB: {
      databases: () => Promise.resolve([{ name: "one", version: 1 }, { name: "two", version: 1 }]),
      deleteDatabase: (name: string) => {
        done.push(name);
        return {} as IDBOpenDBRequest;
      },
    },
    document: Object.defineProperty({} as { cookie: string }, "cookie", {
      get: () => "a=1; b=2",
      set: (cookie: string) => cookies.push(cookie),
    }),
  };
  await wipe(stores);
  expect(done.sort()).toEqual(["local", "one", "session", "two"]);
  expect(cookies).toEqual(["a=; Max-Age=0; Path=/", "b=; Max-Age=0; Path=/"]);
});

describe("the new document's address", () => {
  const TABLE: [string, string][] = [
    ["https://guide.example/kiosk", "https://guide.example/kiosk"],
    ["https://guide.example/kiosk?tablet=desk-1", "https://guide.example/kiosk?tablet=desk-1"],
    ["https://guide.example/kiosk?tablet=desk-1#x", "https://guide.example/kiosk?tablet=desk-1"],
    ["https://guide.example/kiosk#", "https://guide.example/kiosk"],
  ];

  test.each(TABLE)("for %s is %s", (href, expected) => {
    expect(freshAddress(href)).toBe(expected);
  });
});
