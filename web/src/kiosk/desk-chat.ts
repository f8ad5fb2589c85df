/** `<horgos-desk-chat>`: the chat as the tablet uses it. A topic is answered from the pack while the guide does not answer. */
import { HorgosChat } from "../chat/chat";
import type { ErrorCode, PackTopic } from "../core/types";

export class DeskChat extends HorgosChat {
  /** Whether the guide answers; asked before each topic. */
  answers: () => Promise<boolean> = () => Promise.resolve(true);
  /** Told of a press on a button that chooses a written form. */
  chosen: (code: string) => void = () => undefined;

  constructor() {
    super();
    this.links = false;
    this.topics = false;
  }

  override press(id: string, title: string): void {
    const topic = this.pack?.topics.find(({ button }) => button === id);
    if (topic === undefined) this.#pass(id, title);
    else void this.#topic(topic, title);
  }

  #pass(id: string, title: string): void {
    const form = this.pack?.forms.find(({ code }) => id === `language:${code}`);
    if (form !== undefined) this.chosen(form.code);
    super.press(id, title);
  }

  async #topic({ button, answer }: PackTopic, title: string): Promise<void> {
    const answers = await this.answers();
    if (!this.isConnected) return;
    if (answers) super.press(button, title);
    else this.tell(title, answer);
  }
}

customElements.define("horgos-desk-chat", DeskChat);

declare global {
  interface HTMLElementTagNameMap {
    "horgos-desk-chat": DeskChat;
  }
  interface HTMLElementEventMap {
    "hg-pending": CustomEvent<{ readonly pending: boolean }>;
    "hg-failed": CustomEvent<{ readonly code: ErrorCode }>;
    "hg-answered": CustomEvent<{ readonly texts: readonly string[]; readonly form: string }>;
  }
}
