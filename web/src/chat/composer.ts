/**
 * Where the visitor writes: a native form, so that the browser's own ways of sending it work.
 *
 * What is refused is never refused in silence: that a text is too long is a status, read out when it becomes so, and
 * the focus goes back to the field, whose description says it again.
 */
import { type TemplateResult, html, nothing } from "lit";
import type { Pack } from "../core/types";
import { icon } from "./icons";
import { TELL_FROM, lettersLeft } from "./length";

export interface Composing {
  readonly pack: Pack;
  readonly text: string;
  readonly input: (text: string) => void;
  readonly submit: (text: string) => void;
}

export function composer({ pack: { words, errors }, text, input, submit }: Composing): TemplateResult {
  const left = lettersLeft(text);
  const over = left < 0;
  const send = (event: Event): void => {
    event.preventDefault();
    if (!over && text.trim() !== "") submit(text.trim());
    else (event.currentTarget as HTMLFormElement).querySelector("textarea")?.focus();
  };
  return html`<form class="composer" novalidate autocomplete="off" @submit=${send}>
    <label for="question">${words.question_label}</label>
    <div class="row">
      <div class="grow" data-text=${text}>
        <textarea
          id="question"
          rows="1"
          dir="auto"
          autocomplete="off"
          autocapitalize="sentences"
          spellcheck="false"
          enterkeyhint="send"
          placeholder=${words.question_placeholder}
          aria-describedby="left"
          aria-invalid=${over ? "true" : "false"}
          .value=${text}
          @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
          @keydown=${sendOnEnter}
        ></textarea>
      </div>
      <button class="send" type="submit" aria-label=${words.send} title=${words.send}>${icon("send")}</button>
    </div>
    <div class="left" id="left">
      <p>${over || left > TELL_FROM ? nothing : words.characters_left.replace("{n}", String(left))}</p>
      <p class="over-long" role="status">${over ? errors.text_too_long : nothing}</p>
    </div>
  </form>`;
}

/** Enter sends, Shift+Enter begins a line; while an input method composes, Enter is the method's (229 is Safari's). */
export function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  // As if it were pressed: `requestSubmit` is younger than the oldest browsers (build/oldest.ts).
  (event.currentTarget as HTMLTextAreaElement).form?.querySelector<HTMLButtonElement>(".send")?.click();
}

