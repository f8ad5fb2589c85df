/** Takes out of a text what is there to deceive the eye: invisible letters and marks that turn the direction. */

/**
 * Controls but the line feed and the tab; formats: zero-width letters, tags, soft hyphens, and what embeds, overrides or
 * isolates a direction (each paragraph finds its own). Arabic signs stay, and the marks U+200E and U+200F, which turn
 * nothing but themselves.
 */
const UNSEEN = /(?![\n\t])\p{Cc}|(?!\p{Script=Arabic}|\u200C|\u200D|\u200E|\u200F)\p{Cf}|\u034F/gu;
/** Joiners are part of the Arabic script and of pictures; elsewhere they only hide. With what stands before them. */
const STRAY_JOINERS = /(^|(?!\p{Script=Arabic}|\p{Extended_Pictographic}|\uFE0F).)(?:\u200C|\u200D)+/gsu;
/** More marks on one letter than any language has; they would climb over the lines above. */
const PILES = /(\p{M}{4})\p{M}+/gu;

export function clean(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(UNSEEN, "").replace(STRAY_JOINERS, "$1").replace(PILES, "$1");
}
