// @vitest-environment jsdom
import { render } from "lit";
import { describe, expect, test } from "vitest";
import type { Pack } from "../core/types";
import { composer } from "./composer";

const words = new Proxy({}, { get: (_, key) => (key === "characters_left" ? "left {n}" : String(key)) });
const pack = { words, errors: words } as unknown as Pack;

function shown(text: string): { root: HTMLElement; sent: string[]; field: HTMLTextAreaElement } {
  const root = document.createElement("div");
  const sent: string[] = [];
  document.body.replaceChildren(root);
  render(composer({ pack, text, input: () => undefined, submit: (each) => sent.push(each) }), root);
  return { root, sent, field: root.querySelector("textarea") as HTMLTextAreaElement };
}

describe("a key", () => {
  const TABLE: [string, KeyboardEventInit, string[]][] = [
    ["Enter sends", { key: "Enter" }, ["hello"]],
    ["Shift+Enter begins a line", { key: "Enter", shiftKey: true }, []],
    ["Enter that an input method needs", { key: "Enter", isComposing: true }, []],
    ["Enter that ends a composition in Safari", { key: "Enter", keyCode: 229 }, []],
    ["another key", { key: "a" }, []],
  ];
  test.each(TABLE)("%s", (_, init, expected) => {
    const { field, sent } = shown(" hello ");
    field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    expect(sent).toEqual(expected);
  });
});

describe("sending", () => {
  const TABLE: [string, string, string[]][] = [
    ["a question", "hello", ["hello"]],
    ["500 letters", "a".repeat(500), ["a".repeat(500)]],
    ["nothing", "", []],
    ["spaces", " \n ", []],
    ["501 letters", "a".repeat(501), []],
  ];
  test.each(TABLE)("of %s", (_, text, expected) => {
    const { root, sent, field } = shown(text);
    root.querySelector<HTMLElement>(".send")?.focus();
    root.querySelector("form")?.requestSubmit();
    expect(sent).toEqual(expected);
    expect(document.activeElement === field).toBe(expected.length === 0);
  });
});

describe("what is left", () => {
  const TABLE: [number, string, string][] = [
    [439, "", "false"],
    [440, "left 60", "false"],
    [500, "left 0", "false"],
    [501, "text_too_long", "true"],
  ];
  test.each(TABLE)("after %i letters is %j", (length, expected, invalid) => {
    const { root, field } = shown("a".repeat(length));
    expect(root.querySelector("#left")?.textContent?.trim()).toBe(expected);
    expect(field.getAttribute("aria-invalid")).toBe(invalid);
  });

  test.each([
    [440, ""],
    [501, "text_too_long"],
  ])("is read out after %i letters as %j, from a place that was there before", (length, expected) => {
    const { root } = shown("");
    const status = root.querySelector('[role="status"]');
    render(composer({ pack, text: "a".repeat(length), input: () => undefined, submit: () => undefined }), root);
    expect(root.querySelector('[role="status"]')).toBe(status);
    expect(status?.textContent?.trim()).toBe(expected);
  });
});
