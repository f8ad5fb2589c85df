/** `<horgos-kiosk>`: the information desk's tablet. Draws what the machine says. */
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { Guide } from "../core/api";
import type { Pack, PackTopic } from "../core/types";
import { lightTokens } from "../style/tokens";
import { Aloud } from "./aloud";
import { Chores } from "./chores";
import { DeskChat } from "./desk-chat";
import { guard } from "./guard";
import { handoff } from "./handoff";
import type { Kiosk, Screen } from "./machine";
import { type Packs, formsOf } from "./packs";
import { clean, renew } from "./reset";
import { attract, mainPacks } from "./screens/attract";
import { deskDialog, deskDialogInAll, idleDialog, languageDialog, phoneDialog } from "./screens/dialogs";
import { goodbye } from "./screens/goodbye";
import { header } from "./screens/header";
import { show } from "./screens/show";
import type { Stage } from "./screens/stage";
import { starting } from "./screens/starting";
import { status } from "./screens/status";
import { type ReadAloud, talk } from "./screens/talk";
import { topics } from "./screens/topics";
import { kioskStyle } from "./style";
import { type Happening, Visit } from "./visit";

/** How long, in ms, the goodbye is to be seen. */
const GOODBYE_MS = 1_500;
/** What shows that somebody is there. */
const TOUCHES: readonly string[] = ["pointerdown", "keydown", "input", "wheel", "touchmove"];

export class HorgosKiosk extends LitElement {
  static override styles = [lightTokens, kioskStyle];

  readonly #visit = new Visit();
  readonly #chores: Chores;
  readonly #send = (happening: Happening): void => this.#visit.send(happening);
  readonly #aloud = new Aloud(this, () => this.#send({ type: "touched" }));
  readonly #guide = new Guide({ base: new URL("/", location.href).href, place: "kiosk" });
  readonly #chat = this.#newChat();
  /** Paragraphs of the last answer, for reading aloud. */
  #answer: readonly string[] = [];
  #leave = new AbortController();

  /** `packs`: what a predecessor on the same page has had already. */
  constructor(packs: Packs = new Map()) {
    super();
    this.#chores = new Chores(this, this.#visit, () => this.#renew(), packs);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const stops = [guard(document), this.#visit.run(), this.#visit.watch((now, before) => this.#changed(now, before))];
    for (const stop of stops) signal.addEventListener("abort", stop);
    for (const touch of TOUCHES) {
      window.addEventListener(touch, () => this.#send({ type: "touched" }), { signal, capture: true, passive: true });
    }
    window.addEventListener("pagehide", () => this.#forget(), { signal });
    // A page that comes back out of the browser's memory would bring a visit back with it.
    window.addEventListener("pageshow", (event) => event.persisted && this.#renew(), { signal });
    void clean();
  }

  override disconnectedCallback(): void {
    this.#leave.abort();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { packs } = this.#chores;
    const kiosk = this.#visit.kiosk;
    if (packs.size === 0) return starting();
    const pack = kiosk.form === null ? undefined : packs.get(kiosk.form);
    if (pack === undefined) {
      return html`<div class="root">${attract(packs, this.#send)}${deskDialogInAll(mainPacks(packs), this.#send)}</div>`;
    }
    const { tag, direction, script } = pack.form;
    return html`<div class="root" lang=${tag} dir=${direction} data-script=${script}>
      ${kiosk.screen === "finished" ? goodbye(pack) : this.#inside({ kiosk, pack, send: this.#send })}
    </div>`;
  }

  protected override updated(_: PropertyValues): void {
    const { panel, secondsLeft } = this.#visit.kiosk;
    for (const dialog of this.renderRoot.querySelectorAll("dialog")) {
      const name = dialog.getAttribute("data-panel");
      show(dialog, name === "idle" ? secondsLeft !== null : name === panel);
    }
  }

  #inside(stage: Stage): TemplateResult {
    const { kiosk, pack, send } = stage;
    this.#chat.pack = pack;
    this.#chat.typing = kiosk.online;
    return html`
      ${header(stage)} ${status(stage)}
      ${kiosk.screen === "topics" ? topics(stage, (topic) => this.#press(topic), () => void this.#type()) : nothing}
      ${talk(stage, this.#chat, this.#readAloud(pack))}
      ${deskDialog(pack, send)} ${languageDialog(pack, formsOf(this.#chores.packs), kiosk, send)}
      ${phoneDialog(pack, handoff(publicAddress(), pack.form, pack.forms), send)}
      ${idleDialog(pack, kiosk.secondsLeft, send)}
    `;
  }

  #newChat(): DeskChat {
    const chat = new DeskChat();
    chat.guide = this.#guide;
    chat.answers = () => this.#chores.answers();
    chat.chosen = (form) => this.#send({ type: "language", form });
    chat.addEventListener("hg-pending", ({ detail }) => this.#send({ type: "pending", is: detail.pending }));
    chat.addEventListener("hg-failed", () => void this.#chores.answers());
    chat.addEventListener("hg-answered", ({ detail }) => {
      this.#answer = detail.texts;
      this.requestUpdate();
    });
    return chat;
  }

  #press(topic: PackTopic): void {
    this.#aloud.stop();
    this.#send({ type: "topic" });
    this.#chat.press(topic.button, topic.title);
  }

  async #type(): Promise<void> {
    this.#send({ type: "typing" });
    await this.updateComplete;
    this.#chat.focusInput();
  }

  #readAloud(pack: Pack): ReadAloud {
    if (this.#answer.length === 0 || !this.#aloud.can(pack.form)) return null;
    return { reading: this.#aloud.reading, press: () => this.#aloud.toggle(this.#answer, pack.form) };
  }

  #changed(now: Kiosk, before: Kiosk): void {
    this.requestUpdate();
    this.setAttribute("text", now.text);
    this.setAttribute("contrast", now.contrast);
    if (now.form !== before.form) this.#turnTo(now.form);
    if (now.screen !== before.screen) void this.#enter(now.screen);
  }

  /** Another language: the page's own, and a new session, which begins in it. */
  #turnTo(code: string | null): void {
    const pack = code === null ? undefined : this.#chores.packs.get(code);
    if (pack === undefined) return;
    document.documentElement.lang = pack.form.tag;
    document.documentElement.dir = pack.form.direction;
    document.title = pack.words.title;
    this.#aloud.stop();
    this.#guide.forget();
    this.#answer = [];
  }

  async #enter(screen: Screen): Promise<void> {
    this.#aloud.stop();
    if (screen === "finished") void this.#end();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("main:not([hidden]) h1")?.focus();
  }

  /** The visit is over: nothing of it stays in memory, then not even this document. */
  async #end(): Promise<void> {
    this.#forget();
    await clean();
    setTimeout(() => this.#renew(), GOODBYE_MS);
  }

  #forget(): void {
    this.#aloud.stop();
    this.#chat.forget();
    this.#guide.forget();
    this.#answer = [];
  }

  #renew(): void {
    void renew(() => this.replaceWith(new HorgosKiosk(this.#chores.packs)));
  }
}

/** The address that phones reach: the operator's, else the one that this page was loaded from. */
function publicAddress(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="horgos-address"]');
  return meta?.content || location.origin;
}
