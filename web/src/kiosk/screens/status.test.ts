import { describe, expect, test } from "vitest";
import type { Pack } from "../../core/types";
import { dayOf, offlineText } from "./status";

test("the day is the tablet's own, not Greenwich's", () => {
  const late = new Date(2026, 10, 27, 23, 59, 59);
  const early = new Date(2026, 0, 5, 0, 0, 1);
  expect([dayOf(late.toISOString()), dayOf(early.toISOString())]).toEqual(["2026-11-27", "2026-01-05"]);
});

describe("the banner says how old the answers are, as the language writes it", () => {
  const made = new Date(2026, 10, 27, 12).toISOString();
  const TABLE: [string, string][] = [
    ["en", "as of 27 November 2026"],
    ["ru", "as of 27 ноября 2026 г."],
    ["zh-Hans", "as of 2026年11月27日"],
    ["kk-Latn", "as of 27.11.2026"],
  ];

  test.each(TABLE)("%s: %s", (tag, expected) => {
    const pack = { made, form: { tag }, words: { offline_banner: "as of {date}" } } as unknown as Pack;
    expect(offlineText(pack)).toBe(expected);
  });
});
