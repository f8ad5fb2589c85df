/** Draws a turn: the question at the end side, the answer with its provenance at the start side. */
import { type TemplateResult, html, nothing } from "lit";
import { clock } from "../core/dates";
import { formOfReply } from "../core/forms";
import type { Turn } from "../core/talk";
import type { Button, ErrorCode, Form, Pack } from "../core/types";
import { icon } from "./icons";
import { provenance } from "./provenance";
import { said, typed } from "./text";

/** What a turn needs to be drawn and pressed. */
export interface Scene {
  readonly pack: Pack;
  readonly links: boolean;
  readonly press: (button: Button) => void;
  readonly retry: (turn: Turn) => void;
}

/** Failures that the same question would only meet again. */
const FINAL: ReadonlySet<ErrorCode> = new Set(["text_too_long", "button_not_offered", "bad_request", "origin_not_allowed", "too_large"]);

export function turnView(turn: Turn, isLast: boolean, scene: Scene): TemplateResult {
  return html`<div class="turn" data-state=${turn.state}>
    ${question(turn, scene)} ${answer(turn, scene)} ${failure(turn, scene)}
    ${isLast && turn.state === "answered" ? choices(turn.buttons, scene, formOf(turn, scene.pack)) : nothing}
  </div>`;
}

function question({ asked, form }: Turn, { pack }: Scene): TemplateResult {
  const body = "text" in asked ? typed(asked.text) : html`<p>${asked.title}</p>`;
  const tag = "text" in asked ? nothing : tagOf(form, pack);
  return html`<div class="message visitor">
    <span class="unseen">${pack.words.you}</span>
    <div class="text" lang=${tag}>${body}</div>
  </div>`;
}

function answer(turn: Turn, scene: Scene): TemplateResult | typeof nothing {
  if (turn.texts.length === 0) return nothing;
  const form = formOf(turn, scene.pack);
  return html`<div class="message guide" lang=${form.tag} dir=${form.direction}>
    <span class="unseen" lang=${scene.pack.form.tag}>${scene.pack.words.guide}</span>
    ${turn.texts.map((text) => html`<div class="text">${said(text, scene.links)}</div>`)}
    ${provenance(turn, scene.pack, scene.links)}
  </div>`;
}

function failure(turn: Turn, { pack, retry }: Scene): TemplateResult | typeof nothing {
  if (turn.error === null) return nothing;
  const button = html`<button class="retry" @click=${() => retry(turn)}>${icon("retry")}${pack.words.retry}</button>`;
  return html`<div class="failure">
    <p><strong>${pack.words.not_sent}</strong> ${pack.errors[turn.error]} ${later(turn)}</p>
    ${FINAL.has(turn.error) ? nothing : button}
  </div>`;
}

/** How long the server wants to be left alone, where it said so. */
function later({ retryAfter }: Turn): TemplateResult | typeof nothing {
  return retryAfter === null ? nothing : html`<b>${clock(retryAfter)}</b>`;
}

/** Buttons in a named group; nothing when there are none. */
export function choices(buttons: readonly Button[], { pack, press }: Scene, form: Form): TemplateResult | typeof nothing {
  if (buttons.length === 0) return nothing;
  return html`<div class="choices" role="group" aria-label=${pack.words.buttons_label} lang=${form.tag} dir=${form.direction}>
    ${buttons.map((button) => html`<button class="choice" @click=${() => press(button)}>${button.title}</button>`)}
  </div>`;
}

/** The form an answer is in; before that is known, the form of the interface. */
function formOf({ answer: given }: Turn, pack: Pack): Form {
  return (given && pack.forms.find((form) => form.code === formOfReply(given))) ?? pack.form;
}

function tagOf(code: string, pack: Pack): string | typeof nothing {
  return pack.forms.find((form) => form.code === code)?.tag ?? nothing;
}
