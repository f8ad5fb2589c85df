import { describe, expect, test } from "vitest";
import { buildOf, ping, signOfLife, tabletName } from "./ping";

describe("the tablet's name", () => {
  const TABLE: [string, string | null][] = [
    ["?tablet=desk-1", "desk-1"],
    ["?lang=kk&tablet=a", "a"],
    ["", null],
    ["?tablet=", null],
    ["?tablet=Desk", null],
    ["?tablet=desk%201", null],
    [`?tablet=${"a".repeat(40)}`, "a".repeat(40)],
    [`?tablet=${"a".repeat(41)}`, null],
  ];

  test.each(TABLE)("in %j is %j", (search, expected) => {
    expect(tabletName(search)).toBe(expected);
  });
});

describe("the build", () => {
  const TABLE: [string, string][] = [
    ["https://guide.example/assets/kiosk-B1x9_kQz.js", "B1x9_kQz"],
    ["https://guide.example/assets/kiosk-DDa-4b2c.js?x=1", "DDa-4b2c"],
    ["http://localhost:5173/src/kiosk/main.ts", "dev"],
  ];

  test.each(TABLE)("of %s is %s", (script, expected) => {
    expect(buildOf(script)).toBe(expected);
  });
});

describe("a sign of life", () => {
  const sign = { tablet: "desk-1", screen: "topics", version: "B1x9" };
  const TABLE: [string, () => Promise<Response>, boolean][] = [
    ["is taken", () => Promise.resolve(new Response(null, { status: 204 })), true],
    ["is refused", () => Promise.resolve(new Response("{}", { status: 503 })), false],
    ["does not get through, and nothing breaks", () => Promise.reject(new TypeError("no network")), false],
  ];

  test.each(TABLE)("%s", async (_, reply, expected) => {
    const sent: [string, RequestInit | undefined][] = [];
    const post: typeof fetch = (url, init) => {
      sent.push([String(url), init]);
      return reply();
    };
    expect(await ping("https://guide.example/", sign, post)).toBe(expected);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.[0]).toBe("https://guide.example/webhooks/web/ping");
    expect(JSON.parse(String(sent[0]?.[1]?.body))).toEqual(sign);
  });
});

test.each([
  ["visible", ["horgos-kiosk alive"]],
  ["hidden", []],
] as const)("a %s page tells the tablet's start script %j", (visibility, expected) => {
  const said: string[] = [];
  signOfLife(visibility, (sign) => said.push(sign));
  expect(said).toEqual(expected);
});
