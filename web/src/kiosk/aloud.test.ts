import { expect, test } from "vitest";
import { plain } from "./aloud";

const TABLE: [string, string][] = [
  ["Open 24 hours.", "Open 24 hours."],
  ["**Passport** and _visa_", "Passport and visa"],
  ["See [the port](https://port.example/a_b) first.", "See the port first."],
  ["# Hours\n> `07:00`", " Hours\n 07:00"],
];

test.each(TABLE)("%j is said as %j", (text, said) => {
  expect(plain(text)).toBe(said);
});
