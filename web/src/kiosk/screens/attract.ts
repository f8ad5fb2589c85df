/** The screen that waits: what it is for, in the main form of each language, and the languages in their own scripts. */
import { type TemplateResult, html } from "lit";
import type { Pack } from "../../core/types";
import { icon } from "../icons";
import { type Packs, formsOf, mainForms } from "../packs";
import type { Happening } from "../visit";
import { inEach } from "./each";
import { languages } from "./languages";
import { mark } from "./mark";

type Send = (happening: Happening) => void;

export function attract(packs: Packs, send: Send): TemplateResult {
  const mains = mainPacks(packs);
  return html`
    <main class="attract">
      <section class="purpose">
        ${mark()}
        <h1 tabindex="-1" class="names">${mains.map(name)}</h1>
        <button class="desk" @click=${() => send({ type: "open", panel: "desk" })}>
          ${icon("desk")}
          ${inEach(mains, "call_desk")}
        </button>
      </section>
      <div class="choice">${languages(formsOf(packs), null, (form) => send({ type: "language", form }))}</div>
    </main>
  `;
}

/** The packs in which the attract screen speaks: each language's main form. */
export function mainPacks(packs: Packs): Pack[] {
  const mains = mainForms(formsOf(packs));
  return [...packs.values()].filter((pack) => mains.includes(pack.form));
}

function name(pack: Pack): TemplateResult {
  return html`<span class="name" lang=${pack.form.tag} dir=${pack.form.direction}>
    <span class="title">${pack.words.title}</span>
    <span class="line">${pack.purpose[pack.form.code]}</span>
  </span>`;
}
