/** The guide's mark: two posts, one from each side, that meet in the middle. */
import { type TemplateResult, html } from "lit";

export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <path d="M10 8h8v12h5v8h-5v12h-8z M38 8h-8v12h-5v8h5v12h8z" />
  </svg>`;
}
