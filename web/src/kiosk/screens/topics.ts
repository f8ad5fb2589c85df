/** The topics as tiles; typing comes after them. */
import { type TemplateResult, html } from "lit";
import type { PackTopic } from "../../core/types";
import { icon, topicIcon } from "../icons";
import type { Stage } from "./stage";

export function topics(stage: Stage, press: (topic: PackTopic) => void, type: () => void): TemplateResult {
  const { words, topics: all } = stage.pack;
  return html`
    <main class="topics">
      <h1 tabindex="-1">${words.topics_label}</h1>
      <ul class="tiles">
        ${all.map(
          (topic) => html`<li>
            <button class="tile" @click=${() => press(topic)}>${topicIcon(topic.id)}<span>${topic.title}</span></button>
          </li>`,
        )}
        <li>${typing(stage, type)}</li>
      </ul>
    </main>
  `;
}

function typing({ kiosk, pack: { words } }: Stage, type: () => void): TemplateResult {
  if (!kiosk.online) return html`<p class="tile no-typing">${icon("offline")}<span>${words.offline_typing}</span></p>`;
  return html`<button class="tile typing" @click=${type}>
    ${icon("keyboard")}<span>${words.type_question}</span>
  </button>`;
}
