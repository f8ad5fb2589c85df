/**
 * `<horgos-chat>`: the conversation itself, the same on a visitor's screen and at the information desk.
 *
 * Its host gives it a pack to speak with and a guide to ask; see web/README.md for properties, methods and events.
 */
import { LitElement, type TemplateResult, html, nothing } from "lit";
import type { Guide } from "../core/api";
import { clock } from "../core/dates";
import { TalkStore } from "../core/store";
import type { Turn } from "../core/talk";
import type { Button, ErrorCode, Pack, PackAnswer } from "../core/types";
import { composer } from "./composer";
import { Conversation, type Listener } from "./conversation";
import { icon } from "./icons";
import { type Layout, Follower } from "./scroll";
import { chatStyle } from "./style";
import { type Scene, choices, turnView } from "./turns";

/** After so many ms without an answer the visitor is told that it is still being looked for. */
const LONG_MS = 8_000;

type Waiting = "no" | "short" | "long";

/** A wait that the server asked for: its reason, its length and what is left of it, in seconds. */
interface Wait {
  readonly code: ErrorCode;
  readonly seconds: number;
  readonly left: number;
}

export class HorgosChat extends LitElement implements Listener {
  static override readonly styles = chatStyle;
  static override readonly properties = {
    pack: { attribute: false },
    guide: { attribute: false },
    store: { attribute: false },
    links: { attribute: false },
    typing: { attribute: false },
    topics: { attribute: false },
  };

  declare pack: Pack | undefined;
  declare guide: Guide;
  declare store: TalkStore;
  declare links: boolean;
  declare typing: boolean;
  declare topics: boolean;

  #conversation: Conversation | undefined;
  #text = "";
  #notice = "";
  #waiting: Waiting = "no";
  #wait: Wait | undefined;
  #waitTimer: ReturnType<typeof setTimeout> | undefined;
  #longTimer: ReturnType<typeof setTimeout> | undefined;
  #seenTexts = 0;
  #unseenAnswer = false;
  readonly #follower = new Follower((following) => this.#followed(following));

  constructor() {
    super();
    this.store = new TalkStore();
    this.links = true;
    this.typing = true;
    this.topics = true;
  }

  /** Asks as if the visitor had pressed that button. `titleForm`: code of the form its title is in. */
  press(id: string, title: string, titleForm?: string): void {
    this.#ask((conversation, form) => conversation.ask({ button: id, title }, titleForm ?? form));
  }

  /** Shows a question with an answer that is known already; nothing is sent. */
  tell(title: string, answer: PackAnswer): void {
    this.#ask((conversation) => this.pack && conversation.tell(title, answer, this.pack));
  }

  /** Forgets everything that was said, and the session. */
  forget(): void {
    this.#text = "";
    this.#conversation?.forget();
  }

  focusInput(): void {
    this.renderRoot.querySelector<HTMLElement>("textarea")?.focus();
  }

  /** The visitor forgets the talk; the place to write gets the focus, as the button goes away. */
  clear(): void {
    this.forget();
    this.#say(this.pack?.words.cleared ?? "");
    void this.updateComplete.then(() => this.focusInput());
  }

  changed(): void {
    this.requestUpdate();
  }

  waits(seconds: number, code: ErrorCode): void {
    this.#countDown({ code, seconds, left: seconds });
  }

  pending(is: boolean): void {
    this.#countDown(undefined);
    this.#setWaiting(is ? "short" : "no");
    this.#emit("hg-pending", { pending: is });
  }

  answered(turn: Turn): void {
    if (this.#waiting === "long") this.#setWaiting("short");
    const form = turn.answer ? `${turn.answer.language}-${turn.answer.script}` : turn.form;
    this.#emit("hg-answered", { texts: turn.texts, form });
  }

  failed(code: ErrorCode): void {
    this.#emit("hg-failed", { code });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#conversation?.leave();
    this.#conversation = undefined;
    clearTimeout(this.#longTimer);
    clearTimeout(this.#waitTimer);
  }

  protected override updated(): void {
    if (this.#conversation === undefined && this.pack !== undefined && this.guide !== undefined) this.#begin();
    this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pack } = this;
    if (pack === undefined) return nothing;
    const { words, form } = pack;
    return html`<div class="chat" lang=${form.tag} dir=${form.direction}>
      <div class="talk">
        <div
          class="log"
          role="log"
          aria-live="polite"
          aria-label=${words.log_label}
          tabindex="0"
          @scroll=${this.#scrolled}
          @wheel=${this.#touched}
          @touchmove=${this.#touched}
          @pointerdown=${this.#touched}
          @keydown=${this.#touched}
        >
          ${this.#welcome(pack)} ${this.#turns(pack)}
        </div>
        <div class="over">
          ${this.#newAnswer(pack)}
          <div class="status" role="status">${this.#status(pack)}</div>
        </div>
      </div>
      ${this.#foot(pack)}
    </div>`;
  }

  #welcome(pack: Pack): TemplateResult {
    const { words } = pack;
    return html`<div class="message guide welcome">
        <span class="unseen">${words.guide}</span>
        <div class="text"><p>${words.greeting}</p></div>
        <p class="note">${words.welcome_note}</p>
      </div>
      ${this.topics && this.store.talk.turns.length === 0 ? this.#quickTopics(pack) : nothing}`;
  }

  #quickTopics(pack: Pack): TemplateResult {
    const buttons = pack.topics.map(({ button, title }) => ({ id: button, title }));
    return html`<p class="topics-label" aria-hidden="true">${pack.words.topics_label}</p>
      ${choices(buttons, this.#scene(pack), pack.form)}`;
  }

  #turns(pack: Pack): TemplateResult[] {
    const { turns } = this.store.talk;
    const scene = this.#scene(pack);
    return turns.map((turn, index) => turnView(turn, index === turns.length - 1, scene));
  }

  #scene(pack: Pack): Scene {
    return {
      pack,
      links: this.links,
      press: ({ id, title }: Button) => {
        this.press(id, title);
        this.#keepFocus();
      },
      retry: (turn) => {
        this.#follower.resume();
        this.#conversation?.retry(turn);
        this.#keepFocus();
      },
    };
  }

  #status(pack: Pack): TemplateResult {
    const { words } = pack;
    if (this.#wait !== undefined) return this.#waitLine(pack, this.#wait);
    if (this.#waiting === "no") return html`<p class="unseen">${this.#notice}</p>`;
    const line = this.#waiting === "long" ? words.thinking_long : words.typing;
    return html`<p class="line"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${line}</p>`;
  }

  /** The seconds run in sight; they are read out once. */
  #waitLine(pack: Pack, { code, seconds, left }: Wait): TemplateResult {
    return html`<p class="unseen">${pack.errors[code]} ${clock(seconds)}</p>
      <p class="line" aria-hidden="true">${pack.errors[code]} <b>${clock(left)}</b></p>`;
  }

  #newAnswer({ words }: Pack): TemplateResult | typeof nothing {
    if (!this.#unseenAnswer) return nothing;
    const go = (): void => {
      this.#follower.resume();
      this.#follow();
      this.renderRoot.querySelector<HTMLElement>(".log")?.focus({ preventScroll: true });
    };
    return html`<button class="new-answer" @click=${go}>${icon("down")}${words.new_answer}</button>`;
  }

  #foot(pack: Pack): TemplateResult {
    if (!this.typing) return html`<p class="no-typing">${pack.words.offline_typing}</p>`;
    return composer({
      pack,
      text: this.#text,
      input: (text) => {
        this.#text = text;
        this.requestUpdate();
      },
      submit: (text) => {
        this.#text = "";
        this.#ask((conversation, form) => conversation.ask({ text }, form));
      },
    });
  }

  #begin(): void {
    this.#conversation = new Conversation(this.guide, this.store, this);
    this.#conversation.resume();
  }

  #ask(what: (conversation: Conversation, form: string) => void): void {
    if (this.#conversation === undefined || this.pack === undefined) return;
    this.#notice = "";
    this.#follower.resume();
    what(this.#conversation, this.pack.form.code);
  }

  /** A pressed button goes away with its turn; the focus stays in the talk instead of falling to the page. */
  #keepFocus(): void {
    this.renderRoot.querySelector<HTMLElement>(".log")?.focus({ preventScroll: true });
  }

  #say(notice: string): void {
    this.#notice = notice;
    this.requestUpdate();
  }

  #setWaiting(waiting: Waiting): void {
    clearTimeout(this.#longTimer);
    this.#waiting = waiting;
    if (waiting === "short") this.#longTimer = setTimeout(() => this.#setWaiting("long"), LONG_MS);
    this.requestUpdate();
  }

  /** Shows a wait and what is left of it, second by second; undefined when there is none any more. */
  #countDown(wait: Wait | undefined): void {
    clearTimeout(this.#waitTimer);
    this.#wait = wait?.left === 0 ? undefined : wait;
    this.requestUpdate();
    if (wait === undefined || wait.left === 0) return;
    this.#waitTimer = setTimeout(() => this.#countDown({ ...wait, left: wait.left - 1 }), 1_000);
  }

  #emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  readonly #touched = { handleEvent: () => this.#follower.touched(), passive: true };

  readonly #scrolled = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.target as HTMLElement;
    this.#follower.scrolled(scrollTop, scrollHeight - clientHeight - scrollTop);
  };

  #followed(following: boolean): void {
    if (!following || !this.#unseenAnswer) return;
    this.#unseenAnswer = false;
    this.requestUpdate();
  }

  #follow(): void {
    const log = this.renderRoot.querySelector<HTMLElement>(".log");
    if (log === null) return;
    const texts = this.store.talk.turns.reduce((sum, turn) => sum + turn.texts.length, 0);
    const isNew = texts > this.#seenTexts;
    this.#seenTexts = texts;
    const layout = layoutOf(log);
    const place = layout && this.#follower.next(layout);
    if (place !== undefined) log.scrollTo({ top: place, behavior: this.#glide() });
    else if (isNew && !this.#follower.following) this.#announce();
  }

  #announce(): void {
    if (this.#unseenAnswer) return;
    this.#unseenAnswer = true;
    this.requestUpdate();
  }

  #glide(): ScrollBehavior {
    return matchMedia("(prefers-reduced-motion: reduce)").matches || !this.hasUpdated ? "instant" : "smooth";
  }
}

function layoutOf(log: HTMLElement): Layout | undefined {
  const turn = log.querySelector<HTMLElement>(".turn:last-child");
  if (turn === null) return undefined;
  const origin = log.getBoundingClientRect().top - log.scrollTop;
  const topOf = (element: Element): number => element.getBoundingClientRect().top - origin;
  const answer = turn.querySelector(".guide");
  return {
    top: log.scrollTop,
    height: log.clientHeight,
    content: log.scrollHeight,
    question: topOf(turn),
    answer: answer === null ? undefined : topOf(answer),
  };
}

if (!customElements.get("horgos-chat")) customElements.define("horgos-chat", HorgosChat);
