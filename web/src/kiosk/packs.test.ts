import { describe, expect, test } from "vitest";
import type { Form, Pack } from "../core/types";
import { loadPacks, mainForms } from "./packs";

const CODES = ["kk-Cyrl", "kk-Arab", "en-Latn"];

const packOf = (code: string, version: string): Pack => ({ version, form: { code } }) as Pack;

/** A guide that has the given forms only. */
const having = (...codes: string[]) => (code: string) =>
  codes.includes(code) ? Promise.resolve(packOf(code, "new")) : Promise.reject(new Error(code));

const old = new Map(["kk-Cyrl", "kk-Arab"].map((code) => [code, packOf(code, "old")]));

describe("packs", () => {
  const TABLE: [string, string[], ReadonlyMap<string, Pack>, [string, string][]][] = [
    ["all of them, in the order of languages.yml", ["en-Latn", "kk-Arab", "kk-Cyrl"], new Map(), [["kk-Cyrl", "new"], ["kk-Arab", "new"], ["en-Latn", "new"]]],
    ["the old one where there is no new one", ["kk-Cyrl", "en-Latn"], old, [["kk-Cyrl", "new"], ["kk-Arab", "old"], ["en-Latn", "new"]]],
    ["a form never had is left out", ["en-Latn"], new Map(), [["en-Latn", "new"]]],
    ["without a guide, all that was had", [], old, [["kk-Cyrl", "old"], ["kk-Arab", "old"]]],
    ["without a guide and anything had, none", [], new Map(), []],
  ];

  test.each(TABLE)("%s", async (_, had, before, expected) => {
    const packs = await loadPacks(CODES, having(...had), before);
    expect([...packs].map(([code, pack]) => [code, pack.version])).toEqual(expected);
  });
});

test("a language's main form is the one that stands first", () => {
  const forms = ["kk-Cyrl", "kk-Arab", "kk-Latn", "ru-Cyrl", "zh-Hans", "zh-Hant", "en-Latn"];
  const all = forms.map((code) => ({ code, language: code.split("-")[0] }) as Form);
  expect(mainForms(all).map(({ code }) => code)).toEqual(["kk-Cyrl", "ru-Cyrl", "zh-Hans", "en-Latn"]);
});
