/** What is said aloud of the idle question: three times, not twenty. */

const SPOKEN: readonly number[] = [5, 10, 20];

/** The number of seconds to have been spoken last when `left` are shown: 20, then 10, then 5. */
export function spokenSeconds(left: number): number {
  return SPOKEN.find((mark) => left <= mark) ?? left;
}
