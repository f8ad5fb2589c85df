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
  const format = new Intl.DateTimeFormat(dayFirst(tag), { ...shape, timeZone: "UTC" });
  if (scriptOf(format.resolvedOptions().locale) !== scriptOf(tag)) return undefined;
  const text = format.format(new Date(date));
  // "M01" is what CLDR's root says when a language has no names of months.
  return /M\d\d/.test(text) ? undefined : text;
}

/** English of no country is American to the browser; the guide writes the day first, as the server does. */
function dayFirst(tag: string): string {
  return tag.startsWith("en") ? "en-GB" : tag;
}

function scriptOf(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script;
}
