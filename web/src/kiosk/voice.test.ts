import { describe, expect, test } from "vitest";
import { Reader, type Speech, voiceFor } from "./voice";

const voice = (lang: string, localService = true, isDefault = false): SpeechSynthesisVoice => ({
  lang,
  localService,
  default: isDefault,
  name: lang,
  voiceURI: lang,
});

describe("the voice for a written form", () => {
  const ALL = ["en-US", "ru-RU", "zh-CN", "zh_TW", "kk-KZ"].map((lang) => voice(lang));
  const TABLE: [string, string, string, SpeechSynthesisVoice[], string | undefined][] = [
    ["English", "en", "Latn", ALL, "en-US"],
    ["Russian", "ru", "Cyrl", ALL, "ru-RU"],
    ["Simplified Chinese", "zh", "Hans", ALL, "zh-CN"],
    ["Traditional Chinese, with Android's underscore", "zh", "Hant", ALL, "zh_TW"],
    ["Kazakh in Cyrillic", "kk", "Cyrl", ALL, "kk-KZ"],
    ["Kazakh in Arabic letters: a Cyrillic voice cannot read them", "kk", "Arab", ALL, undefined],
    ["Kazakh in Arabic letters, with its own voice", "kk", "Arab", [voice("kk-CN")], "kk-CN"],
    ["Kazakh in Latin letters", "kk", "Latn", ALL, undefined],
    ["a voice that lives elsewhere is none", "en", "Latn", [voice("en-US", false)], undefined],
    ["the local one before the remote one", "en", "Latn", [voice("en-US", false), voice("en-GB")], "en-GB"],
    ["the default before the first", "en", "Latn", [voice("en-US"), voice("en-GB", true, true)], "en-GB"],
    ["no voices at all", "en", "Latn", [], undefined],
    ["a voice without a proper tag", "en", "Latn", [voice("English!")], undefined],
  ];

  test.each(TABLE)("%s", (_, language, script, voices, expected) => {
    expect(voiceFor({ language, script }, voices)?.lang).toBe(expected);
  });
});

describe("reading aloud", () => {
  function reader(): { reader: Reader; queue: SpeechSynthesisUtterance[]; said: boolean[]; cancels: () => number } {
    const queue: SpeechSynthesisUtterance[] = [];
    const said: boolean[] = [];
    let cancels = 0;
    const cancel = (): void => {
      cancels += 1;
      queue.length = 0;
    };
    const speech: Speech = { speak: (one) => void queue.push(one), cancel };
    const utter = (text: string): SpeechSynthesisUtterance => ({ text }) as SpeechSynthesisUtterance;
    return { reader: new Reader(speech, (reading) => said.push(reading), utter), queue, said, cancels: () => cancels };
  }

  const event = {} as SpeechSynthesisEvent;

  test("each paragraph is said by that voice in its language", () => {
    const { reader: it, queue } = reader();
    it.read(["Первое.", "Второе."], voice("ru-RU"));
    expect(queue.map(({ text, lang, voice: by }) => [text, lang, by?.lang])).toEqual([
      ["Первое.", "ru-RU", "ru-RU"],
      ["Второе.", "ru-RU", "ru-RU"],
    ]);
  });

  test("it is reading until the last paragraph has ended", () => {
    const { reader: it, queue, said } = reader();
    it.read(["a", "b"], voice("en-US"));
    for (const one of queue) {
      one.onstart?.call(one, event);
      one.onend?.call(one, event);
    }
    expect(said).toEqual([false, true, true, true, false]);
  });

  test("stopping silences and says so; a new reading stops the old one", () => {
    const { reader: it, queue, said, cancels } = reader();
    it.read(["a"], voice("en-US"));
    it.read(["b"], voice("en-US"));
    expect(queue.map(({ text }) => text)).toEqual(["b"]);
    it.stop();
    expect([queue.length, cancels(), said.at(-1)]).toEqual([0, 3, false]);
  });
});
