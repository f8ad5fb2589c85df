/** The talk: the same chat as on the web, with the way back to the topics and, where there is a voice, reading aloud. */
import { type TemplateResult, html, nothing } from "lit";
import { icon } from "../icons";
import type { Stage } from "./stage";

/** The read-aloud button: null where there is no voice or nothing to read. */
export type ReadAloud = { readonly reading: boolean; readonly press: () => void } | null;

export function talk(stage: Stage, chat: HTMLElement, readAloud: ReadAloud): TemplateResult {
  const { kiosk, pack, send } = stage;
  return html`
    <main class="talk" ?hidden=${kiosk.screen !== "chat"}>
      <h1 tabindex="-1">${pack.words.log_label}</h1>
      <p class="ways">
        <button @click=${() => send({ type: "topics" })}>${icon("topics")}${pack.words.all_topics}</button>
        ${readAloud === null ? nothing : aloudButton(stage, readAloud)}
      </p>
      ${chat}
    </main>
  `;
}

function aloudButton({ pack: { words } }: Stage, { reading, press }: NonNullable<ReadAloud>): TemplateResult {
  return html`<button class="aloud" @click=${press}>
    ${icon(reading ? "hush" : "speak")}${reading ? words.stop_reading : words.read_aloud}
  </button>`;
}
