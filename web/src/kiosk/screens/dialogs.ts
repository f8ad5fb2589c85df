/** The dialogs: the desk, the phone, the language, and whether anybody is there. Native and modal. */
import { type TemplateResult, html } from "lit";
import type { Form, Pack } from "../../core/types";
import { spokenSeconds } from "../countdown";
import { type Handoff, codeOf } from "../handoff";
import { icon } from "../icons";
import type { Kiosk } from "../machine";
import type { Happening } from "../visit";
import { inEach } from "./each";
import { languages } from "./languages";

type Send = (happening: Happening) => void;

/** A dialog that closes by its button, by Escape and by a press beside it. */
function dialog(name: string, title: TemplateResult, body: unknown, close: unknown, send: Send): TemplateResult {
  const shut = (): void => send({ type: "close" });
  return html`
    <dialog data-panel=${name} aria-labelledby="title-${name}" @close=${shut} @click=${beside(shut)}>
      <div class="sheet">
        ${title} ${body}
        <p class="buttons"><button class="main" @click=${shut}>${close}</button></p>
      </div>
    </dialog>
  `;
}

function heading(name: string, text: string): TemplateResult {
  return html`<h2 id="title-${name}">${text}</h2>`;
}

export function deskDialog({ words }: Pack, send: Send): TemplateResult {
  const body = html`<p>${words.call_desk_text}</p>`;
  return dialog("desk", heading("desk", words.call_desk), body, words.close, send);
}

/** The same before a language is chosen: in the main form of each. */
export function deskDialogInAll(packs: readonly Pack[], send: Send): TemplateResult {
  const title = html`<h2 id="title-desk" class="several">${inEach(packs, "call_desk")}</h2>`;
  const body = packs.map(
    ({ form, words }) => html`<div lang=${form.tag} dir=${form.direction}>
      <h3>${words.call_desk}</h3>
      <p>${words.call_desk_text}</p>
    </div>`,
  );
  return dialog("desk", title, body, inEach(packs, "close"), send);
}

export function languageDialog(pack: Pack, forms: readonly Form[], kiosk: Kiosk, send: Send): TemplateResult {
  const list = languages(forms, kiosk.form, (form) => send({ type: "language", form }));
  return dialog("language", heading("language", pack.words.choose_language), list, pack.words.close, send);
}

export function phoneDialog(pack: Pack, { address, readable }: Handoff, send: Send): TemplateResult {
  const { size, path } = codeOf(address);
  const body = html`
    <div class="phone">
      <svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${readable} shape-rendering="crispEdges">
        <rect width=${size} height=${size} fill="#fff" />
        <path d=${path} fill="#000" />
      </svg>
      <div>
        <p>${pack.words.to_phone_text}</p>
        <p class="or">${pack.words.or_address}</p>
        <p class="address"><bdi dir="ltr">${readable}</bdi></p>
      </div>
    </div>
  `;
  return dialog("phone", heading("phone", pack.words.to_phone), body, pack.words.close, send);
}

/** The idle question. The number runs in sight; what is spoken changes only at 20, 10 and 5. */
export function idleDialog(pack: Pack, secondsLeft: number | null, send: Send): TemplateResult {
  const goOn = (): void => send({ type: "continue" });
  const left = secondsLeft ?? 0;
  const text = (seconds: number): string => pack.words.idle_text.replace("{n}", String(seconds));
  return html`
    <dialog data-panel="idle" role="alertdialog" aria-labelledby="title-idle" aria-describedby="text-idle"
      @close=${goOn} @click=${beside(goOn)}>
      <div class="sheet">
        <h2 id="title-idle">${pack.words.idle_title}</h2>
        <p class="seconds" aria-hidden="true">${left}</p>
        <p aria-hidden="true">${text(left)}</p>
        <p class="spoken" id="text-idle" aria-live="polite">${text(spokenSeconds(left))}</p>
        <p class="buttons">
          <button class="main" autofocus @click=${goOn}>${pack.words.idle_continue}</button>
          <button @click=${() => send({ type: "finish" })}>${icon("finish")}${pack.words.idle_finish}</button>
        </p>
      </div>
    </dialog>
  `;
}

/** A press on the backdrop: the dialog itself is hit, not the sheet in it. */
function beside(then: () => void): (event: Event) => void {
  return (event) => {
    if (event.target === event.currentTarget) then();
  };
}
