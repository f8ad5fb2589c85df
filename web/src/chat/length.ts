/** Counts letters as the server does. */

/** The most letters (code points after NFC) that a question may have. */
export const MOST_LETTERS = 500;
/** From how many letters left on the visitor is told. */
export const TELL_FROM = 60;

export function lettersLeft(text: string): number {
  return MOST_LETTERS - [...text.normalize("NFC")].length;
}
