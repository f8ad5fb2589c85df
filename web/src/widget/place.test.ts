// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { baseOf, formToBegin } from "./place";

const HOME = "https://guide.example/in/";
const PAGE = "https://zone.example/visit/page.html";

describe("the guide's folder", () => {
  const TABLE: [string, string | null, string][] = [
    ["is the script's", null, HOME],
    ["is the script's for an empty attribute", "", HOME],
    ["is the one named", "https://other.example/guide/", "https://other.example/guide/"],
    ["gets its slash", "https://other.example/guide", "https://other.example/guide/"],
    ["is seen from the page", "/guide", "https://zone.example/guide/"],
    ["has no query", "https://other.example/?a=1#b", "https://other.example/"],
    ["is the script's for nonsense", "https://", HOME],
  ];
  test.each(TABLE)("%s", (_, server, expected) => {
    expect(baseOf(server, PAGE, HOME)).toBe(expected);
  });
});

describe("the form to begin with", () => {
  const TABLE: [string, string | null, string, string, string[], string][] = [
    ["the attribute before all", "kk-Arab", "ru", "en", ["zh-CN"], "kk-Arab"],
    ["then the element's language", null, "ru", "en", ["zh-CN"], "ru-Cyrl"],
    ["then the page's", null, "", "zh-TW", ["ru"], "zh-Hant"],
    ["then the browser's", null, "", "", ["de", "kk"], "kk-Cyrl"],
    ["then the default", null, "", "de", ["fr"], "en-Latn"],
    ["an attribute that is no form of ours is passed over", "de", "", "ru", [], "ru-Cyrl"],
  ];
  test.each(TABLE)("%s", (_, attribute, element, page, browser, expected) => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(browser);
    document.documentElement.lang = page;
    const widget = document.createElement("div");
    widget.lang = element;
    expect(formToBegin(widget, attribute)).toBe(expected);
  });
});
