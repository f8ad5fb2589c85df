import { describe, expect, test } from "vitest";
import { Follower, type Layout, target } from "./scroll";

const layout = (content: number, question: number, answer?: number, top = 0): Layout => ({ top, height: 400, content, question, answer });

describe("where a log is scrolled to", () => {
  const TABLE: [string, Layout, number][] = [
    ["all fits: stay", layout(300, 100), 0],
    ["a question at the end: to the end", layout(600, 550), 200],
    ["a short answer: to its end", layout(700, 550, 600), 300],
    ["a long answer: to the question above it, never past it", layout(2_000, 550, 600), 538],
    ["after a question that fills the view: to the answer's beginning", layout(2_000, 550, 850), 838],
    ["the first question", layout(2_000, 5, 60), 0],
  ];
  test.each(TABLE)("%s", (_, given, expected) => {
    expect(target(given)).toBe(expected);
  });
});

describe("following", () => {
  const follower = (): { it: Follower; told: boolean[] } => {
    const told: boolean[] = [];
    return { it: new Follower((following) => told.push(following)), told };
  };

  test("goes down with what is new, and never up again", () => {
    const { it } = follower();
    expect(it.next(layout(700, 550, 600))).toBe(300);
    expect(it.next(layout(700, 550, 600, 300))).toBeUndefined();
    expect(it.next(layout(700, 550, 600, 500))).toBeUndefined();
  });

  test("ends when the visitor goes up, and says so once", () => {
    const { it, told } = follower();
    it.scrolled(300, 0);
    it.touched();
    it.scrolled(200, 100);
    it.scrolled(100, 200);
    expect([told, it.following, it.next(layout(900, 800))]).toEqual([[false], false, undefined]);
  });

  test("does not end when content goes away above him", () => {
    const { it, told } = follower();
    it.scrolled(300, 0);
    it.scrolled(120, 80);
    expect([told, it.following]).toEqual([[], true]);
  });

  test("begins again at the end of the log, and after a question of his own", () => {
    const { it, told } = follower();
    it.scrolled(300, 0);
    it.touched();
    it.scrolled(200, 100);
    it.scrolled(300, 0);
    it.scrolled(100, 200);
    it.resume();
    expect(told).toEqual([false, true, false, true]);
    it.scrolled(50, 250);
    expect(it.following).toBe(true);
  });
});
