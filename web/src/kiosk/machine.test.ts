import { describe, expect, test } from "vitest";
import { COUNTDOWN_MS, type Event, IDLE_MS, type Kiosk, NOTICE_MS, mayUpdate, next, screenName, start } from "./machine";

const CHOSEN: Event = { type: "language", form: "kk-Arab", now: 0 };

function after(...events: Event[]): Kiosk {
  return events.reduce(next, start(0));
}

describe("where a press leads", () => {
  const TABLE: [string, Event[], Partial<Kiosk>][] = [
    ["a loaded page is the attract screen, in no language", [], { screen: "attract", form: null, online: true }],
    ["a language leads to the topics", [CHOSEN], { screen: "topics", form: "kk-Arab" }],
    ["a topic leads to the talk", [CHOSEN, { type: "topic", now: 1 }], { screen: "chat" }],
    ["typing leads to the talk", [CHOSEN, { type: "typing", now: 1 }], { screen: "chat" }],
    ["and back to the topics", [CHOSEN, { type: "topic", now: 1 }, { type: "topics", now: 2 }], { screen: "topics" }],
    ["no topic before a language", [{ type: "topic", now: 1 }], { screen: "attract" }],
    ["another language stays on the screen", [CHOSEN, { type: "typing", now: 1 }, { type: "language", form: "ru-Cyrl", now: 2 }], { screen: "chat", form: "ru-Cyrl" }],
    ["choosing closes the panel", [CHOSEN, { type: "open", panel: "language", now: 1 }, { type: "language", form: "en-Latn", now: 2 }], { panel: null, form: "en-Latn" }],
    ["the desk can be called before a language", [{ type: "open", panel: "desk", now: 1 }], { screen: "attract", panel: "desk" }],
    ["a panel closes", [CHOSEN, { type: "open", panel: "phone", now: 1 }, { type: "close", now: 2 }], { panel: null, screen: "topics" }],
    ["text grows", [{ type: "text" }], { text: "large" }],
    ["and shrinks", [{ type: "text" }, { type: "text" }], { text: "normal" }],
    ["contrast rises", [{ type: "contrast" }], { contrast: "high" }],
    ["and falls", [{ type: "contrast" }, { type: "contrast" }], { contrast: "normal" }],
    ["finish ends the visit", [CHOSEN, { type: "finish" }], { screen: "finished", panel: null }],
    ["a finished visit hears nothing more", [CHOSEN, { type: "finish" }, CHOSEN, { type: "topic", now: 9 }], { screen: "finished" }],
    ["there is nothing to finish on the attract screen", [{ type: "open", panel: "desk", now: 1 }, { type: "finish" }], { screen: "attract", panel: null }],
  ];

  test.each(TABLE)("%s", (_, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });
});

describe("quiet time", () => {
  const tick = (now: number): Event => ({ type: "tick", now });
  const END = IDLE_MS + COUNTDOWN_MS;
  const TABLE: [string, Event[], Partial<Kiosk>][] = [
    ["just under 75 s nothing is asked", [CHOSEN, tick(IDLE_MS - 1)], { secondsLeft: null, screen: "topics" }],
    ["at 75 s twenty seconds are left", [CHOSEN, tick(IDLE_MS)], { secondsLeft: 20 }],
    ["the seconds run down", [CHOSEN, tick(IDLE_MS + 15_000)], { secondsLeft: 5 }],
    ["a part of a second counts as one", [CHOSEN, tick(END - 1)], { secondsLeft: 1 }],
    ["then the visit ends", [CHOSEN, tick(IDLE_MS), tick(END)], { screen: "finished", secondsLeft: null }],
    ["a tablet that slept through it all ends at once", [CHOSEN, tick(3_600_000)], { screen: "finished" }],
    ["a touch puts it off", [CHOSEN, { type: "touched", now: 60_000 }, tick(IDLE_MS)], { secondsLeft: null }],
    ["by 75 s from the touch", [CHOSEN, { type: "touched", now: 60_000 }, tick(60_000 + IDLE_MS)], { secondsLeft: 20 }],
    ["a stray touch does not answer the question", [CHOSEN, tick(IDLE_MS), { type: "touched", now: IDLE_MS + 1 }, tick(IDLE_MS + 10_000)], { secondsLeft: 10 }],
    ["to go on does", [CHOSEN, tick(IDLE_MS), { type: "continue", now: IDLE_MS + 1 }, tick(END)], { secondsLeft: null, screen: "topics" }],
    ["never while an answer is pending", [CHOSEN, { type: "pending", is: true, now: 1 }, tick(END * 3)], { secondsLeft: null, screen: "topics" }],
    ["it begins anew when the answer is there", [CHOSEN, { type: "pending", is: true, now: 1 }, { type: "pending", is: false, now: END }, tick(END + IDLE_MS - 1)], { secondsLeft: null }],
    ["and runs from there", [CHOSEN, { type: "pending", is: true, now: 1 }, { type: "pending", is: false, now: END }, tick(END + IDLE_MS)], { secondsLeft: 20 }],
    ["the attract screen is never asked", [tick(END * 9)], { secondsLeft: null, screen: "attract" }],
    ["but a panel left open on it closes", [{ type: "open", panel: "desk", now: 0 }, tick(IDLE_MS)], { panel: null, screen: "attract" }],
    ["a panel on another screen is no shelter", [CHOSEN, { type: "open", panel: "phone", now: 0 }, tick(IDLE_MS)], { secondsLeft: 20, panel: "phone" }],
  ];

  test.each(TABLE)("%s", (_, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });
});

describe("the connection", () => {
  const lost: Event = { type: "network", online: false, now: 10 };
  const back: Event = { type: "network", online: true, now: 20 };
  const TABLE: [string, Event[], Partial<Kiosk>][] = [
    ["lost", [lost], { online: false, backSince: null }],
    ["back, and said so", [lost, back], { online: true, backSince: 20 }],
    ["which is said for a while", [lost, back, { type: "tick", now: 20 + NOTICE_MS - 1 }], { backSince: 20 }],
    ["and no longer", [lost, back, { type: "tick", now: 20 + NOTICE_MS }], { backSince: null }],
    ["lost again while it is said", [lost, back, { ...lost, now: 30 }], { online: false, backSince: null }],
    ["the same news twice is no news", [back], { backSince: null }],
    ["it leaves the screen alone", [CHOSEN, { type: "topic", now: 1 }, lost, back], { screen: "chat", form: "kk-Arab" }],
  ];

  test.each(TABLE)("%s", (_, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });
});

describe("a waiting version", () => {
  const update: Event = { type: "update" };
  const TABLE: [string, Event[], boolean][] = [
    ["comes in on the attract screen", [update], true],
    ["not when there is none", [], false],
    ["not under a visitor's hands", [update, CHOSEN], false],
    ["not while a panel is open", [update, { type: "open", panel: "desk", now: 1 }], false],
    ["not while saying goodbye: the new page lets it in", [update, CHOSEN, { type: "finish" }], false],
  ];

  test.each(TABLE)("%s", (_, events, expected) => {
    expect(mayUpdate(after(...events))).toBe(expected);
  });
});

describe("what the operator's page is told", () => {
  const TABLE: [Event[], string][] = [
    [[], "attract"],
    [[CHOSEN], "topics"],
    [[CHOSEN, { type: "typing", now: 1 }], "chat"],
    [[CHOSEN, { type: "finish" }], "attract"],
    [[CHOSEN, { type: "network", online: false, now: 1 }], "offline"],
  ];

  test.each(TABLE)("%j is %s", (events, expected) => {
    expect(screenName(after(...events))).toBe(expected);
  });
});

test("a state is never changed, only followed by another", () => {
  const before = Object.freeze(after(CHOSEN));
  const events: Event[] = [
    { type: "topic", now: 1 },
    { type: "open", panel: "desk", now: 1 },
    { type: "pending", is: true, now: 1 },
    { type: "tick", now: IDLE_MS },
    { type: "network", online: false, now: 1 },
    { type: "finish" },
  ];
  const changed = events.filter((event) => next(before, event) !== before);
  expect(changed).toHaveLength(events.length);
  expect(before).toEqual(after(CHOSEN));
});
