import { describe, expect, test } from "vitest";
import { lines } from "./ndjson";

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function all(source: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of source) found.push(line);
  return found;
}

const TEXT = ['{"text":"Қазақша 中文 ٴا 🛍"}', '{"type":"buttons"}', '{"type":"end","ok":true}'];
const BYTES = new TextEncoder().encode(`${TEXT.join("\n")}\n`);

test("a stream cut in two at any byte gives the same lines", async () => {
  let cuts = 0;
  for (let at = 0; at <= BYTES.length; at += 1, cuts += 1) {
    expect(await all(lines(chunks(BYTES.slice(0, at), BYTES.slice(at))))).toEqual(TEXT);
  }
  expect(cuts).toBe(BYTES.length + 1);
});

test("a stream that comes byte by byte gives the same lines", async () => {
  expect(await all(lines(chunks(...[...BYTES].map((byte) => Uint8Array.of(byte)))))).toEqual(TEXT);
});

describe("line ends", () => {
  const TABLE: [string, string, string[]][] = [
    ["nothing", "", []],
    ["only line ends", "\n\n\n", []],
    ["no end after the last", "a\nb", ["a", "b"]],
    ["empty lines between", "a\n\n \nb\n", ["a", "b"]],
    ["carriage returns stay with JSON, which ignores them", "{}\r\n{}\r\n", ["{}\r", "{}\r"]],
  ];

  test.each(TABLE)("%s", async (_, text, expected) => {
    expect(await all(lines(chunks(new TextEncoder().encode(text))))).toEqual(expected);
  });
});

test("a line without end is given up", async () => {
  const endless = new Uint8Array(600_000).fill(97);
  await expect(all(lines(chunks(endless, endless)))).rejects.toThrow(RangeError);
});
