/**
 * `<horgos-guide>`: the visitor guide on any page. A button that opens a panel with the conversation; with `alone`,
 * the conversation fills the element. Attributes and events are described in docs/widget.md.
 */
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { HorgosChat } from "../chat/chat";
import { icon } from "../chat/icons";
import { Guide } from "../core/api";
import { PackShelf } from "../core/pack";
import { type TalkStore, sessionStore, tokenBox } from "../core/store";
import { spokenForm } from "../core/talk";
import type { Form, Pack } from "../core/types";
import { registerFonts } from "./fonts";
import { mark } from "./mark";
import { picker } from "./picker";
import { baseOf, formToBegin } from "./place";
import { guideStyle } from "./style";

/** Waits, in ms, before a pack is asked for again. */
const PACK_WAITS_MS: readonly number[] = [2_000, 5_000, 15_000, 60_000];
/** Narrower than this, in px, the panel is the whole screen, and a keyboard would cover what it says. */
const PHONE = "(max-width: 479.98px), (max-height: 479.98px)";

export class HorgosGuide extends LitElement {
  static override readonly styles = guideStyle;
  static override readonly properties = {
    open: { type: Boolean, reflect: true },
    alone: { type: Boolean, reflect: true },
    form: { type: String },
    server: { type: String },
    accent: { type: String },
    accentDark: { type: String, attribute: "accent-dark" },
    pack: { state: true },
    picking: { state: true },
    talked: { state: true },
  };

  /** Whether the panel stands open. */
  declare open: boolean;
  /** Whether the conversation fills the element: no launcher, no panel. */
  declare alone: boolean;
  /** The written form or language to begin with: "kk-Arab", "zh", "en-GB". */
  declare form: string | null;
  /** The folder that the guide is served from; where the script came from when it is not set. */
  declare server: string | null;
  /** The accent by day, any CSS colour. */
  declare accent: string | null;
  /** The accent by night. */
  declare accentDark: string | null;

  protected declare pack: Pack | undefined;
  protected declare picking: boolean;
  protected declare talked: boolean;

  readonly #store: TalkStore = sessionStore();
  #guide: Guide | undefined;
  #shelf: PackShelf | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.open = false;
    this.alone = false;
    this.form = null;
    this.server = null;
    this.accent = null;
    this.accentDark = null;
    this.picking = false;
    this.talked = this.#store.talk.turns.length > 0;
  }

  /** Speaks another written form, as if the visitor had picked it: the page's own choice of language may call this. */
  choose(code: string): void {
    const form = this.pack?.forms.find((each) => each.code === code);
    if (form !== undefined) this.#pick(form);
    else this.#store.update({ picked: code });
  }

  /** Whether the visitor himself has closed the panel before, on this page or another one in this tab. */
  get closedByVisitor(): boolean {
    return this.#store.talk.open === false;
  }

  /** Opens the panel and asks as if the visitor had pressed that button of the guide's. */
  ask(id: string, title: string): void {
    this.show();
    void this.updateComplete.then(() => this.#chat?.press(id, title));
  }

  show(): void {
    this.#set(true);
    void this.updateComplete.then(() => this.#focusIn());
  }

  hide(): void {
    this.#set(false);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".launcher")?.focus());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const base = baseOf(this.server, document.baseURI);
    registerFonts(base);
    this.#guide = new Guide({ base, place: "web", tokens: tokenBox(this.#store) });
    this.#shelf = new PackShelf(base);
    this.open = this.#store.talk.open ?? this.open;
    window.addEventListener("online", this.#speak);
    this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("online", this.#speak);
    clearTimeout(this.#retry);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has("accent")) this.#paint("--hg-accent-by-day", this.accent);
    if (changes.has("accentDark")) this.#paint("--hg-accent-by-night", this.accentDark);
    if (changes.has("form") && changes.get("form") !== undefined) this.#speak();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pack } = this;
    if (pack === undefined) return nothing;
    const { tag, direction } = pack.form;
    if (this.alone) return html`<div class="root" lang=${tag} dir=${direction}>${this.#alone(pack)}</div>`;
    return html`<div class="root" lang=${tag} dir=${direction}>
      <button
        class="launcher"
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls="panel"
        aria-haspopup="dialog"
        @click=${() => (this.open ? this.hide() : this.show())}
      >
        ${mark()}<span>${pack.words.open}</span>
      </button>
      ${this.#panel(pack)}
    </div>`;
  }

  #panel(pack: Pack): TemplateResult {
    return html`<section class="panel" id="panel" role="dialog" aria-modal="false" aria-labelledby="title"
      ?hidden=${!this.open} @keydown=${this.#escaped} @pointerdown=${this.#pressedBeside}>
      ${this.#inside(pack, this.#close(pack))}
    </section>`;
  }

  #alone(pack: Pack): TemplateResult {
    return html`<main class="panel" aria-labelledby="title" @keydown=${this.#escaped} @pointerdown=${this.#pressedBeside}>
      ${this.#inside(pack, nothing)}
    </main>`;
  }

  #inside(pack: Pack, close: TemplateResult | typeof nothing): TemplateResult {
    const { words } = pack;
    return html`
      <button class="skip unseen" @click=${() => this.#chat?.focusInput()}>${words.skip_to_question}</button>
      <div class="head">
        <h2 id="title" tabindex="-1" aria-level=${this.alone ? 1 : 2}>${words.title}</h2>
        ${close}
        <div class="tools">${this.#picker(pack)} ${this.#clear(pack)}</div>
      </div>
      <horgos-chat
        .pack=${pack}
        .guide=${this.#guide}
        .store=${this.#store}
        @hg-pending=${this.#heard}
        @hg-answered=${this.#heard}
      ></horgos-chat>
    `;
  }

  #close({ words }: Pack): TemplateResult {
    return html`<button class="tool close" aria-label=${words.close} title=${words.close} @click=${() => this.hide()}>
      ${icon("close")}
    </button>`;
  }

  #clear({ words }: Pack): TemplateResult | typeof nothing {
    if (!this.talked) return nothing;
    const clear = (): void => {
      this.#chat?.clear();
      this.talked = false;
    };
    return html`<button class="tool clear" @click=${clear}>${icon("clear")}<span>${words.clear}</span></button>`;
  }

  #picker(pack: Pack): TemplateResult {
    return picker({
      pack,
      open: this.picking,
      toggle: (open) => this.#togglePicker(open),
      pick: (form) => {
        this.#togglePicker(false);
        this.#pick(form);
      },
    });
  }

  #togglePicker(open: boolean): void {
    this.picking = open;
    const goal = open ? ".languages [aria-current]" : ".language";
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(goal)?.focus());
  }

  #pick(form: Form): void {
    this.#store.update({ picked: form.code });
    // Without a session there is nobody to tell yet: the next question carries the form as a hint.
    if (this.#guide?.hasSession === true) this.#chat?.press(`language:${form.code}`, form.own_name, form.code);
    this.#speak();
  }

  /** Takes an accent over if it is a colour; one that is none would take the accent away altogether. */
  #paint(property: string, colour: string | null): void {
    if (colour !== null && CSS.supports("color", colour)) this.style.setProperty(property, colour);
    else this.style.removeProperty(property);
  }

  get #chat(): HorgosChat | null {
    return this.renderRoot.querySelector("horgos-chat");
  }

  readonly #heard = (): void => {
    this.talked = this.#store.talk.turns.length > 0;
    this.#speak();
  };

  /** Code of the form to speak: the one picked, else that of the last reply, else the one to begin with. */
  #wanted(): string {
    const { picked, turns } = this.#store.talk;
    return picked ?? spokenForm(turns) ?? formToBegin(this, this.form);
  }

  /** Loads the wanted form's pack and speaks it; tries again later as long as there is none at all. */
  readonly #speak = (_?: Event, step = 0): void => {
    clearTimeout(this.#retry);
    const wanted = this.#wanted();
    if (this.pack?.form.code === wanted) return;
    this.#shelf?.pack(wanted).then(
      (pack) => {
        if (wanted === this.#wanted()) this.pack = pack;
      },
      () => {
        const wait = PACK_WAITS_MS[Math.min(step, PACK_WAITS_MS.length - 1)];
        this.#retry = setTimeout(() => this.#speak(undefined, step + 1), wait);
      },
    );
  };

  #set(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    this.#store.update({ open });
    this.dispatchEvent(new CustomEvent(open ? "horgos-open" : "horgos-close", { bubbles: true, composed: true }));
  }

  /** Into the field where there is a keyboard; to the heading on a phone, whose keyboard would hide the topics. */
  #focusIn(): void {
    if (matchMedia(PHONE).matches || matchMedia("(pointer: coarse)").matches) {
      this.renderRoot.querySelector<HTMLElement>("#title")?.focus();
    } else this.#chat?.focusInput();
  }

  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (this.picking) this.#togglePicker(false);
    else if (this.alone) return;
    else this.hide();
    event.stopPropagation();
  };

  /** A press anywhere else closes the list of languages and goes on to what was pressed. */
  readonly #pressedBeside = (event: Event): void => {
    if (!(event.target as Element).closest(".picker")) this.picking = false;
  };
}
