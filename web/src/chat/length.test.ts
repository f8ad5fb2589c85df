import { expect, test } from "vitest";
import { lettersLeft } from "./length";

const TABLE: [string, string, number][] = [
  ["nothing", "", 500],
  ["Latin", "a".repeat(500), 0],
  ["one too many", "a".repeat(501), -1],
  ["a picture is one letter", "🛍".repeat(10), 490],
  ["й typed as two is one", "и\u0306".repeat(10), 490],
  ["Chinese", "字".repeat(120), 380],
];

test.each(TABLE)("%s", (_, text, left) => {
  expect(lettersLeft(text)).toBe(left);
});
