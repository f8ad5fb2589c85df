import { expect, test } from "vitest";
import { clean } from "./clean";

const TABLE: [string, string, string][] = [
  ["plain text stays", "Қазақша قازاقشا 中文 English 8 000 €", "Қазақша قازاقشا 中文 English 8 000 €"],
  ["lines and tabs stay", "a\nb\tc", "a\nb\tc"],
  ["line ends of Windows become ours", "a\r\nb", "a\nb"],
  ["override", "ab\u202Ecd\u202C", "abcd"],
  ["embedding", "\u202Aab\u202Bcd\u202D", "abcd"],
  ["isolates", "\u2066ab\u2067cd\u2068ef\u2069", "abcdef"],
  ["zero-width space", "pass\u200Bword", "password"],
  ["word joiner and byte order mark", "a\u2060b\uFEFFc", "abc"],
  ["soft hyphen and grapheme joiner", "a\u00ADb\u034Fc", "abc"],
  ["tags", "a\u{E0041}\u{E0042}b", "ab"],
  ["controls", "a\u0000\u0007\u001B[31mb\u007F\u0085", "a[31mb"],
  ["interlinear marks", "a\uFFF9b\uFFFAc\uFFFB", "abc"],
  ["joiners between Latin letters", "a\u200Cb\u200Dc", "abc"],
  ["joiners in a row between Latin letters", "a\u200C\u200D\u200Cb\u200Dc", "abc"],
  ["joiners before all letters", "\u200D\u200Cab", "ab"],
  ["joiners on a line of their own", "a\n\u200Db", "a\nb"],
  ["a second joiner after one of the Arabic script", "ه\u200D\u200D\u200Cم", "ه\u200Dم"],
  ["joiners of the Arabic script stay", "ە\u200Cم ه\u200D", "ە\u200Cم ه\u200D"],
  ["joiners of pictures stay", "👩\u200D🚀", "👩\u200D🚀"],
  ["the high hamza of Kazakh stays", "ٴبىر", "ٴبىر"],
  ["the Arabic letter mark stays, which turns nothing but itself", "\u061Ca\u200Eb\u200Fc", "\u061Ca\u200Eb\u200Fc"],
  ["a pile of marks is cut", `a${"\u0301".repeat(50)}b`, `a${"\u0301".repeat(4)}b`],
  ["vowel marks stay", "مَرْحَبًا", "مَرْحَبًا"],
];

test.each(TABLE)("%s", (_, text, expected) => {
  expect(clean(text)).toBe(expected);
});
