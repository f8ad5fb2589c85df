/** Registers the guide's fonts with the page. `@font-face` inside a shadow root does nothing, so this is done here. */
import { FONTS } from "virtual:fonts";

/** Makes the fonts known; the browser fetches a file when a letter of its range is first drawn. Does it once a page. */
export function registerFonts(base: string, page: Document = document): void {
  const known = new Set([...page.fonts].map((face) => `${face.family} ${face.weight} ${face.unicodeRange}`));
  for (const { family, file, weight, unicode_range } of FONTS) {
    const source = `url("${new URL(`fonts/${file}`, base).href}") format("woff2")`;
    const face = new FontFace(family, source, { weight, unicodeRange: unicode_range, display: "swap" });
    if (!known.has(`${face.family} ${face.weight} ${face.unicodeRange}`)) page.fonts.add(face);
  }
}
