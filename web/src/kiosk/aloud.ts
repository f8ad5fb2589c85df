/** The read-aloud button's state: is there a voice for this form, is it reading now. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Reader, type Spoken, voiceFor } from "./voice";

export class Aloud implements ReactiveController {
  readonly #speech: SpeechSynthesis | undefined = globalThis.speechSynthesis;
  readonly #reader: Reader | undefined;
  readonly #redraw = (): void => this.host.requestUpdate();
  /** Whether a paragraph is being read. */
  reading = false;

  /** `heard` is called at each paragraph: reading keeps a visit alive as a touch does. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly heard: () => void,
  ) {
    host.addController(this);
    if (this.#speech !== undefined) this.#reader = new Reader(this.#speech, (reading) => this.#changed(reading));
  }

  hostConnected(): void {
    // Voices come late: the list is empty until the browser has asked the system for them.
    this.#speech?.addEventListener("voiceschanged", this.#redraw);
  }

  hostDisconnected(): void {
    this.#speech?.removeEventListener("voiceschanged", this.#redraw);
    this.stop();
  }

  /** Whether this form can be read at all; where it cannot, no button is shown. */
  can(form: Spoken): boolean {
    return this.#voice(form) !== undefined;
  }

  /** Reads the answer, or stops reading. */
  toggle(texts: readonly string[], form: Spoken): void {
    const voice = this.#voice(form);
    if (this.reading || voice === undefined) this.stop();
    else this.#reader?.read(texts.map(plain), voice);
  }

  stop(): void {
    if (this.reading) this.#reader?.stop();
  }

  #voice(form: Spoken): SpeechSynthesisVoice | undefined {
    return this.#speech && voiceFor(form, this.#speech.getVoices());
  }

  #changed(reading: boolean): void {
    this.heard();
    if (reading === this.reading) return;
    this.reading = reading;
    this.host.requestUpdate();
  }
}

/** A text as it is said: without the signs of its markup, a link by its words. */
export function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`#>]/g, "");
}
