import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** What the oldest browsers (oldest.ts) do not have and no build can give them, with the first that did. */
const TOO_NEW: [string, RegExp, string][] = [
  ["AbortSignal.timeout (Chrome 103, Safari 16)", /AbortSignal\.timeout\b/, "AbortSignal.timeout(1)"],
  ["AbortSignal.any (Chrome 116, Safari 17.4)", /AbortSignal\.any\b/, "AbortSignal.any([signal])"],
  ["requestSubmit (Safari 16)", /\.requestSubmit\(/, "form?.requestSubmit()"],
  ["looking behind (Safari 16.4)", /\(\?<[!=]/, "/(?<!a)b/u"],
  ["inert (Chrome 102, Firefox 112)", /\.inert\b|\?inert=/, "dialog.inert = true"],
  ["popover (Chrome 114)", /\bpopover\b/, "<div popover>"],
  [":has() (Chrome 105, Firefox 121)", /:has\(/, "p:has(a)"],
  ["color-mix() (Chrome 111)", /color-mix\(/, "color-mix(in srgb, red, blue)"],
  ["light-dark() (Chrome 123)", /light-dark\(/, "light-dark(red, blue)"],
];

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|css)$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(SOURCES, name), "utf8")) }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

test.each(TOO_NEW)("%s is nowhere", (_, pattern, example) => {
  expect(example).toMatch(pattern);
  expect(files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
});

/** Chrome before 108 drops a line with the unit; the one before it then holds. */
test("a height of the moving screen has one of the still screen before it", () => {
  const lines = files.flatMap(({ text }) => text.split("\n"));
  const moving = lines.flatMap((line, index) => (line.includes("dvh") ? [[lines[index - 1], line.replaceAll("dvh", "vh")]] : []));
  expect(moving.filter(([before, wanted]) => before !== wanted)).toEqual([]);
  expect(moving.length).toBeGreaterThan(3);
});

test("enough was looked at", () => {
  expect(files.length).toBeGreaterThan(50);
});
