/** One word in several languages side by side, each marked as what it is. */
import { type TemplateResult, html } from "lit";
import type { Pack, WordKey } from "../../core/types";

export function inEach(packs: readonly Pack[], key: WordKey): TemplateResult {
  return html`<span class="each">
    ${packs.map(({ form, words }) => html`<span lang=${form.tag} dir=${form.direction}>${words[key]}</span>`)}
  </span>`;
}
