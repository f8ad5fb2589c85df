import { expect, test } from "vitest";
import type { Pack } from "../../core/types";
import { dayOf, offlineText } from "./status";

test("the day is the tablet's own, not Greenwich's", () => {
  const late = new Date(2026, 10, 27, 23, 59, 59);
  const early = new Date(2026, 0, 5, 0, 0, 1);
  expect([dayOf(late.toISOString()), dayOf(early.toISOString())]).toEqual(["2026-11-27", "2026-01-05"]);
});

test("the banner says how old the answers are, as the language writes it", () => {
  const dates = { days: Array(12).fill("{year}-جىلعى {day}-قاراشا"), months: [] };
  const made = new Date(2026, 10, 7, 12).toISOString();
  const pack = { made, dates, words: { offline_banner: "{date} كۇنگى" } } as unknown as Pack;
  expect(offlineText(pack)).toBe("2026-جىلعى 7-قاراشا كۇنگى");
});
