// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guard } from "./guard";

let lift: () => void;
beforeEach(() => {
  lift = guard(document);
});
afterEach(() => lift());

const key = (name: string, ctrlKey: boolean): Event => new KeyboardEvent("keydown", { key: name, ctrlKey, cancelable: true });

describe("what a public screen does not do", () => {
  const TABLE: [string, () => Event, boolean][] = [
    ["context menu", () => new Event("contextmenu", { cancelable: true }), true],
    ["dragging", () => new Event("dragstart", { cancelable: true }), true],
    ["dropping", () => new Event("drop", { cancelable: true }), true],
    ["Safari's pinch", () => new Event("gesturestart", { cancelable: true }), true],
    ["zoom by wheel", () => new WheelEvent("wheel", { ctrlKey: true, cancelable: true }), true],
    ["scrolling by wheel stays", () => new WheelEvent("wheel", { cancelable: true }), false],
    ["zoom by keys", () => key("+", true), true],
    ["zoom back by keys", () => key("0", true), true],
    ["typing a plus stays", () => key("+", false), false],
    ["copying stays", () => key("c", true), false],
    ["pressing stays", () => new Event("pointerdown", { cancelable: true }), false],
  ];

  test.each(TABLE)("%s", (_, make, prevented) => {
    const event = make();
    document.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(prevented);
  });
});

test("a lifted guard lets everything through", () => {
  lift();
  const event = new Event("contextmenu", { cancelable: true });
  document.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
});
