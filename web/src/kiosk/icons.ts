/** Line icons of the tablet, drawn for it: 24 units square, one stroke of 1.5, no fill. They only accompany words. */
import { type TemplateResult, html, svg } from "lit";

const SHAPES = {
  entry_documents: "M6 2.75h12v18.5H6zM9 17.25h6M12 6.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM9 9.5h6M12 6.5v6",
  duty_free: "M5 8.25h14l1 13H4zM8.5 8.25V6.5a3.5 3.5 0 0 1 7 0v1.75M9.25 17.5l5.5-5M9.75 13.25h.01M14.25 16.75h.01",
  shopping_hours: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5.25l3.5 2",
  chinese_medicine: "M3.5 11.5h17a8.5 8.5 0 0 1-5 7.75v2h-7v-2a8.5 8.5 0 0 1-5-7.75zM13 11.5l5-8.25M9 8.25c-2-1-2.75-2.5-2.5-5 2.25.5 3.5 2 3.25 5",
  port_crossing: "M4 21V8.75M20 21V8.75M2.75 8.75L12 3l9.25 5.75zM8 16h7.5M12.75 13l3 3-3 3",
  port_trade: "M3 7.5h18v11H3zM7.5 7.5v11M12 7.5v11M16.5 7.5v11M3 21.25h18M12 7.5V3M8.5 3h7",
  about_zone: "M12 21.5c-4.5-4.75-6.75-8.25-6.75-11.25a6.75 6.75 0 0 1 13.5 0c0 3-2.25 6.5-6.75 11.25zM12 7.75a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  topic: "M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5",
  keyboard: "M2.75 6h18.5v12.5H2.75zM6.25 9.75h.01M9.5 9.75h.01M12.75 9.75h.01M16 9.75h.01M6.25 12.5h.01M9.5 12.5h.01M12.75 12.5h.01M17.75 12.5h.01M17.75 9.75h.01M16 12.5h.01M8 15.5h8",
  finish: "M14 3.75H5v16.5h9M10 12h11M17.5 8.5L21 12l-3.5 3.5",
  desk: "M12 3.25a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM6.75 15.5c0-2.75 2-4.5 5.25-4.5s5.25 1.75 5.25 4.5M2.75 15.5h18.5M4.5 15.5v5.25M19.5 15.5v5.25",
  language: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c2.5 2.5 3.75 5.5 3.75 9S14.5 18.5 12 21c-2.5-2.5-3.75-5.5-3.75-9S9.5 5.5 12 3z",
  text: "M2.75 18.5L8 5.5l5.25 13M4.6 14h6.8M14.75 18.5l3.25-8 3.25 8M15.85 15.75h4.3",
  contrast: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 3v18M12 6.5h6.9M12 10h8.7M12 13.5h8.8M12 17h7",
  phone: "M7 2.75h10v18.5H7zM10.5 18.25h3",
  topics: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
  speak: "M3.5 9.5v5h3.5l5 4V5.5l-5 4zM15.5 9.25c1 1.75 1 3.75 0 5.5M18.25 6.75c2 3.25 2 7.25 0 10.5",
  hush: "M6 6h12v12H6z",
  offline: "M3 3l18 18M2.75 9.25a13.5 13.5 0 0 1 4-2.5M10.25 5.6c4-.5 7.9.7 11 3.65M6 12.75a9 9 0 0 1 3.75-2.15M14.5 10.75a9 9 0 0 1 3.5 2M9.25 16.25a4.25 4.25 0 0 1 5.5 0M12 19.75h.01",
  close: "M6 6l12 12M18 6L6 18",
} as const;

export type Icon = keyof typeof SHAPES;

/** An icon by name; hidden from assistive technology, because the word beside it says the same. */
export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" data-name=${name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${svg`<path d=${SHAPES[name]} />`}
  </svg>`;
}

/** A topic's icon; a topic that an operator added has the common one. */
export function topicIcon(id: string): TemplateResult {
  return icon(id in SHAPES ? (id as Icon) : "topic");
}
