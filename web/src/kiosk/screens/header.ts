/** What is always in sight once a language is chosen: whose guide it is, five switches, and the way out. */
import { type TemplateResult, html } from "lit";
import { type Icon, icon } from "../icons";
import { mark } from "./mark";
import type { Stage } from "./stage";

export function header({ kiosk, pack: { words }, send }: Stage): TemplateResult {
  const largeNext = kiosk.text === "normal";
  const highNext = kiosk.contrast === "normal";
  return html`
    <header>
      <p class="brand">${mark()}<span>${words.title}</span></p>
      <div class="tools">
        ${tool("desk", words.call_desk, () => send({ type: "open", panel: "desk" }))}
        ${tool("language", words.language, () => send({ type: "open", panel: "language" }))}
        ${tool("text", largeNext ? words.text_large : words.text_normal, () => send({ type: "text" }))}
        ${tool("contrast", highNext ? words.contrast_high : words.contrast_normal, () => send({ type: "contrast" }))}
        ${tool("phone", words.to_phone, () => send({ type: "open", panel: "phone" }))}
      </div>
      <button class="finish" @click=${() => send({ type: "finish" })}>${icon("finish")}<span>${words.finish}</span></button>
    </header>
  `;
}

function tool(name: Icon, label: string, press: () => void): TemplateResult {
  return html`<button class="tool" @click=${press}>${icon(name)}<span>${label}</span></button>`;
}
