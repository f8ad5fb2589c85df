import { describe, expect, test } from "vitest";
import { MOST_TURNS, type Turn, added, again, answered, begun, failed, questionOf, replaced, spokenForm, withPart } from "./talk";
import type { AnswerPart } from "./types";

const answer: AnswerPart = { type: "answer", language: "kk", script: "Arab", topics: [], facts: [], status: "planned", sources: [] };
const turn = (id: string): Turn => begun(id, { text: "?" }, "ru-Cyrl");

test("a reply is put together of its parts", () => {
  const parts = [{ type: "text", text: "a" }, { type: "text", text: "b" }, { type: "buttons", buttons: [{ id: "x", title: "X" }] }, answer] as const;
  const done = answered(parts.reduce(withPart, turn("1")));
  expect(done).toMatchObject({ texts: ["a", "b"], buttons: [{ id: "x", title: "X" }], state: "answered", answer: { status: "planned" } });
});

test("asked again, it is the same question with nothing of the broken reply", () => {
  const broken = failed(withPart(turn("1"), { type: "text", text: "half" }), "cut", 5);
  expect(again(broken)).toEqual(turn("1"));
});

describe("what is sent", () => {
  test("for a text is the text", () => expect(questionOf(turn("1"))).toEqual({ id: "1", text: "?" }));
  test("for a button is its id, never its title", () =>
    expect(questionOf(begun("2", { button: "ask:x", title: "X" }, "ru-Cyrl"))).toEqual({ id: "2", button: "ask:x" }));
});

test("only so many turns are kept, the newest", () => {
  const all = Array.from({ length: MOST_TURNS + 5 }, (_, index) => turn(String(index))).reduce<readonly Turn[]>(added, []);
  expect([all.length, all[0]?.id, all.at(-1)?.id]).toEqual([MOST_TURNS, "5", String(MOST_TURNS + 4)]);
});

test("a turn that was forgotten does not come back", () => {
  expect(replaced([turn("1")], answered(turn("2")))).toEqual([turn("1")]);
});

test("the form spoken is that of the last answer, whatever failed since", () => {
  const spoke = (id: string, language: string, script: string): Turn => answered(withPart(turn(id), { ...answer, language, script }));
  expect(spokenForm([])).toBeNull();
  expect(spokenForm([spoke("1", "en", "Latn"), spoke("2", "kk", "Arab"), failed(turn("3"), "offline")])).toBe("kk-Arab");
});
