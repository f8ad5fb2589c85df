import { expect, test } from "vitest";
import { spokenSeconds } from "./countdown";

const TABLE: [number, number][] = [[20, 20], [19, 20], [11, 20], [10, 10], [9, 10], [6, 10], [5, 5], [1, 5]];

test.each(TABLE)("with %i seconds left, %i have been spoken last", (left, spoken) => {
  expect(spokenSeconds(left)).toBe(spoken);
});
