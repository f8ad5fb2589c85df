/** Line icons, drawn for the guide: 24 by 24, strokes of 1.5. */
import { type TemplateResult, svg } from "lit";
import type { Status } from "../core/types";

const PATHS = {
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M6 11l6-6 6 6",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.200 6.400-3.700 9c-2.500-2.600-3.700-5.600-3.700-9S9.500 5.600 12 3z",
  down: "M12 5v14M6 13l6 6 6-6",
  chevron: "M7 10l5 5 5-5",
  retry: "M19 12a7 7 0 1 1-2.100-5M19 4v4.500h-4.500",
  clear: "M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.500 11v5M13.500 11v5",
  check: "M5 12.500l4.500 4.500L19 7.500",
  out: "M13 5h6v6M19 5l-8 8M10 6H5v13h13v-5",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return drawn(PATHS[name]);
}

/** A sign for each status, so that no colour has to be told apart: tick, quotation mark, clock, question mark, dash. */
const SIGNS: Readonly<Record<Status, string>> = {
  confirmed: "M5 12.500l4.500 4.500L19 7.500",
  reported: "M10 7c-3 1-4.500 3-4.500 6.500V17H10v-4.500H7.500M18.500 7c-3 1-4.500 3-4.500 6.500V17h4.500v-4.500H16",
  planned: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2",
  unconfirmed: "M8.500 9c0-2.200 1.500-3.700 3.500-3.700s3.500 1.400 3.500 3.300c0 2.400-3.500 2.800-3.500 5.400M12 18v.5",
  unknown: "M6 12h12",
};

export function sign(status: Status): TemplateResult {
  return drawn(SIGNS[status] ?? SIGNS.unknown);
}

function drawn(path: string): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>` as TemplateResult;
}
