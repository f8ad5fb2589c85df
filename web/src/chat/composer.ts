/** Where the visitor writes: a native form, so that the browser's own ways of sending it work. */
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
  const send = (event: Event): void => {
    event.preventDefault();
    if (left >= 0 && text.trim() !== "") submit(text.trim());
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
          aria-invalid=${left < 0 ? "true" : "false"}
          .value=${text}
          @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
          @keydown=${sendOnEnter}
        ></textarea>
      </div>
      <button class="send" type="submit" aria-label=${words.send} title=${words.send}>${icon("send")}</button>
    </div>
    <p class="left" id="left" data-over=${left < 0}>
      ${left > TELL_FROM ? nothing : left < 0 ? errors.text_too_long : words.characters_left.replace("{n}", String(left))}
    </p>
  </form>`;
}

/** Enter sends, Shift+Enter begins a line; while an input method composes, Enter is the method's (229 is Safari's). */
export function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

