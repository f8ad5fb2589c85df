/** Reading aloud, with a voice that lives on the tablet: nothing said here is sent to anybody. */

/** A written form as far as a voice cares. */
export interface Spoken {
  readonly language: string;
  readonly script: string;
}

/**
 * The local voice that reads a written form, or undefined.
 * A voice names a region, not a script: `zh-TW` reads Hant and `kk-KZ` Cyrillic by CLDR's likely subtags, which
 * the browser knows. So nobody is offered a voice for letters that it cannot read.
 */
export function voiceFor(form: Spoken, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const fits = voices.filter((voice) => voice.localService && reads(voice.lang, form));
  return fits.find((voice) => voice.default) ?? fits[0];
}

function reads(tag: string, form: Spoken): boolean {
  try {
    const locale = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return locale.language === form.language && locale.script === form.script;
  } catch {
    return false;
  }
}

/** The part of `window.speechSynthesis` that is used. */
export type Speech = Pick<SpeechSynthesis, "speak" | "cancel">;

export class Reader {
  /** `changed` is told whenever reading begins, goes on to the next paragraph, or ends. */
  constructor(
    private readonly speech: Speech,
    private readonly changed: (reading: boolean) => void,
    private readonly utter: (text: string) => SpeechSynthesisUtterance = (text) => new SpeechSynthesisUtterance(text),
  ) {}

  /** Reads the paragraphs one after another; whatever was being read stops. */
  read(paragraphs: readonly string[], voice: SpeechSynthesisVoice): void {
    this.stop();
    const last = paragraphs.length - 1;
    paragraphs.forEach((text, index) => {
      const utterance = this.utter(text);
      utterance.voice = voice;
      // Some engines look at the language alone and read with another voice when it is missing.
      utterance.lang = voice.lang;
      utterance.onstart = () => this.changed(true);
      utterance.onend = () => this.changed(index < last);
      utterance.onerror = () => this.changed(false);
      this.speech.speak(utterance);
    });
  }

  stop(): void {
    this.speech.cancel();
    this.changed(false);
  }
}
