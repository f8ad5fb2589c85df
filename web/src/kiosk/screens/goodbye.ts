/** The moment between two visits: says that nothing is kept, while everything is forgotten. */
import { type TemplateResult, html } from "lit";
import type { Pack } from "../../core/types";
import { mark } from "./mark";

export function goodbye(pack: Pack): TemplateResult {
  return html`<main class="goodbye">${mark()}<h1 tabindex="-1">${pack.words.finished}</h1></main>`;
}
