/** Writes days, months and years of sources as a written form does. */
import type { DatePatterns } from "./types";

/** "2026-01-16" as "16 января 2026 г.", "2026-01" as "январь 2026 г."; a year alone, or what is no date, as it is. */
export function dateIn(patterns: DatePatterns, date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const pattern = (day === undefined ? patterns.months : patterns.days)[Number(month) - 1];
  if (year === undefined || pattern === undefined) return date;
  return pattern.replace("{year}", year).replace("{day}", String(Number(day)));
}

/** Seconds as a clock shows them, in every language: "0:05". */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
