/** The moment before the first pack is here: nothing can be said yet in any language. */
import { type TemplateResult, html } from "lit";
import { mark } from "./mark";

export function starting(): TemplateResult {
  return html`<main class="goodbye" aria-busy="true">${mark()}</main>`;
}
