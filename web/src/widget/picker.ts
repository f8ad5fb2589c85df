/** The choice of language: a button that says the present one, and the list of all in their own scripts. */
import { type TemplateResult, html, nothing } from "lit";
import { icon } from "../chat/icons";
import type { Form, Pack } from "../core/types";

export interface Picking {
  readonly pack: Pack;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
  readonly pick: (form: Form) => void;
}

export function picker({ pack, open, toggle, pick }: Picking): TemplateResult {
  const { words, form } = pack;
  return html`<div class="picker">
    <button
      class="tool language"
      aria-expanded=${open ? "true" : "false"}
      aria-controls="languages"
      aria-label=${`${words.language}: ${form.own_name}`}
      @click=${() => toggle(!open)}
    >
      ${icon("globe")}<span class="own">${form.own_name}</span>${icon("chevron")}
    </button>
    <div class="languages" id="languages" ?hidden=${!open} @keydown=${moved}>
      ${open ? list(pack, pick) : nothing}
    </div>
  </div>`;
}

function list({ words, forms, form: present }: Pack, pick: (form: Form) => void): TemplateResult {
  return html`<p id="choose">${words.choose_language}</p>
    <ul aria-labelledby="choose">
      ${forms.map(
        (form) => html`<li>
          <button lang=${form.tag} aria-current=${form.code === present.code ? "true" : nothing} @click=${() => pick(form)}>
            <bdi>${form.own_name}</bdi>${form.code === present.code ? icon("check") : nothing}
          </button>
        </li>`,
      )}
    </ul>`;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrows, Home and End move through the list; Tab does too, as these are buttons. */
function moved(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = STEPS[event.key]?.(at, buttons.length);
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}
