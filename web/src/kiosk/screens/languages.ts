/** The languages, each in its own script; the order is that of languages.yml and never changes. */
import { type TemplateResult, html, nothing } from "lit";
import type { Form } from "../../core/types";

export function languages(
  forms: readonly Form[],
  chosen: string | null,
  choose: (code: string) => void,
): TemplateResult {
  return html`<ul class="languages">
    ${forms.map(
      (form) => html`<li>
        <button
          lang=${form.tag}
          dir=${form.direction}
          aria-current=${form.code === chosen ? "true" : nothing}
          @click=${() => choose(form.code)}
        >
          ${form.own_name}
        </button>
      </li>`,
    )}
  </ul>`;
}
