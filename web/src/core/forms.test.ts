import { expect, test } from "vitest";
import { DEFAULT_FORM, FORM_CODES, firstForm, formOfReply, formOfTag } from "./forms";

test("the forms are those of languages.yml, in its order", () => {
  expect(FORM_CODES).toEqual(["kk-Cyrl", "kk-Arab", "kk-Latn", "ru-Cyrl", "zh-Hans", "zh-Hant", "en-Latn"]);
  expect(DEFAULT_FORM).toBe("en-Latn");
});

const TAGS: [string, string | undefined][] = [
  ["kk", "kk-Cyrl"],
  ["kk-KZ", "kk-Cyrl"],
  ["kk-CN", "kk-Arab"],
  ["kk-Arab", "kk-Arab"],
  ["kk-arab", "kk-Arab"],
  ["KK-ARAB", "kk-Arab"],
  ["kk-Latn", "kk-Latn"],
  ["kk_KZ", "kk-Cyrl"],
  ["ru", "ru-Cyrl"],
  ["ru-KZ", "ru-Cyrl"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-Hant", "zh-Hant"],
  ["en", "en-Latn"],
  ["en-GB", "en-Latn"],
  [" en ", "en-Latn"],
  ["en-Cyrl", undefined],
  ["de", undefined],
  ["", undefined],
  ["not a tag!", undefined],
  ["x".repeat(300), undefined],
];

test.each(TAGS)("%j asks for %s", (tag, expected) => {
  expect(formOfTag(tag)).toBe(expected);
});

const LISTS: [string, (string | null | undefined)[], string][] = [
  ["the first that is ours", ["de", null, "", "kk-CN", "ru"], "kk-Arab"],
  ["the default when none is", ["de", "fr-FR"], "en-Latn"],
  ["the default for nothing", [], "en-Latn"],
];

test.each(LISTS)("of several tags, %s", (_, tags, expected) => {
  expect(firstForm(tags)).toBe(expected);
});

test("a reply's form is its language and script", () => {
  expect(formOfReply({ language: "zh", script: "Hant" })).toBe("zh-Hant");
});
