import { describe, expect, test } from "vitest";
import { clock, dateIn } from "./dates";
import type { DatePatterns } from "./types";

const MONTHS = "qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan".split(" ");
const PATTERNS: DatePatterns = {
  days: MONTHS.map((month) => `{year} j. {day} ${month}`),
  months: MONTHS.map((month) => `{year} j. ${month}`),
};

const TABLE: [string, string][] = [
  ["2026-01-16", "2026 j. 16 qañtar"],
  ["2025-11-01", "2025 j. 1 qaraşa"],
  ["2023-12-31", "2023 j. 31 jeltoqsan"],
  ["2023-04", "2023 j. säuır"],
  ["2017", "2017"],
  ["early 2017", "early 2017"],
  ["2026-13-01", "2026-13-01"],
  ["", ""],
];

test.each(TABLE)("%s is %s", (date, expected) => {
  expect(dateIn(PATTERNS, date)).toBe(expected);
});

test("a date without patterns stays as it is", () => {
  expect(dateIn({ days: [], months: [] }, "2026-01-16")).toBe("2026-01-16");
});

describe("a clock", () => {
  const CLOCKS: [number, string][] = [[0, "0:00"], [5, "0:05"], [59, "0:59"], [60, "1:00"], [125, "2:05"]];
  test.each(CLOCKS)("shows %i seconds as %s", (seconds, expected) => {
    expect(clock(seconds)).toBe(expected);
  });
});
