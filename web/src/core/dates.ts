/** Writes days, months and years of sources as a written form does. */

/** How much of an ISO 8601 date is known. */
const SHAPES: readonly [RegExp, Intl.DateTimeFormatOptions][] = [
  [/^\d{4}-\d{2}-\d{2}$/, { year: "numeric", month: "long", day: "numeric" }],
  [/^\d{4}-\d{2}$/, { year: "numeric", month: "long" }],
];

/**
 * "2026-01-16" as "16 января 2026 г."; a month or a year alone likewise.
 * Browsers without the names of a language's months (Chromium lacks Kazakh ones) get figures: "16.01.2026".
 */
export function dateIn(tag: string, date: string): string {
  const shape = SHAPES.find(([pattern]) => pattern.test(date))?.[1];
  if (shape === undefined) return date;
  return named(tag, date, shape) ?? date.split("-").reverse().join(".");
}

function named(tag: string, date: string, shape: Intl.DateTimeFormatOptions): string | undefined {
  const format = new Intl.DateTimeFormat(tag, { ...shape, timeZone: "UTC" });
  if (scriptOf(format.resolvedOptions().locale) !== scriptOf(tag)) return undefined;
  const text = format.format(new Date(date));
  // "M01" is what CLDR's root says when a language has no names of months.
  return /M\d\d/.test(text) ? undefined : text;
}

function scriptOf(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script;
}

/** Seconds as a clock shows them, in every language: "0:05". */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
