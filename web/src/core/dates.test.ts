import { describe, expect, test } from "vitest";
import { clock, dateIn } from "./dates";

const TABLE: [string, string, string][] = [
  ["ru-Cyrl", "2026-01-16", "16 января 2026 г."],
  ["ru-Cyrl", "2023-04", "апрель 2023 г."],
  ["en-Latn", "2025-11-01", "November 1, 2025"],
  ["zh-Hans", "2026-01-16", "2026年1月16日"],
  ["zh-Hant", "2023-04", "2023年4月"],
  ["ru-Cyrl", "2017", "2017"],
  ["en-Latn", "early 2017", "early 2017"],
  // No browser has Kazakh months in Latin letters: figures, not Cyrillic.
  ["kk-Latn", "2026-01-16", "16.01.2026"],
  ["kk-Latn", "2023-04", "04.2023"],
];

test.each(TABLE)("in %s, %s is %s", (tag, date, expected) => {
  expect(dateIn(tag, date)).toBe(expected);
});

test("Kazakh is written with months or in figures, never as the browser's stopgap", () => {
  expect(dateIn("kk-Cyrl", "2026-01-16")).toMatch(/^(16\.01\.2026|.*қаңтар.*)$/);
});

describe("a clock", () => {
  const CLOCKS: [number, string][] = [[0, "0:00"], [5, "0:05"], [59, "0:59"], [60, "1:00"], [125, "2:05"]];
  test.each(CLOCKS)("shows %i seconds as %s", (seconds, expected) => {
    expect(clock(seconds)).toBe(expected);
  });
});
