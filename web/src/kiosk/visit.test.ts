import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Visit } from "./visit";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function begun(): { visit: Visit; stop: () => void; seconds: (number | null)[] } {
  const visit = new Visit(() => Date.now());
  const seconds: (number | null)[] = [];
  const stop = visit.run();
  visit.send({ type: "language", form: "ru-Cyrl" });
  visit.watch((kiosk, before) => kiosk.secondsLeft !== before.secondsLeft && seconds.push(kiosk.secondsLeft));
  return { visit, stop, seconds };
}

test("75 quiet seconds, then the seconds from 20 to 1, then the end", () => {
  const { visit, seconds } = begun();
  vi.advanceTimersByTime(74_000);
  expect(seconds).toEqual([]);
  vi.advanceTimersByTime(21_000);
  expect(seconds).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, null]);
  expect(visit.kiosk.screen).toBe("finished");
});

test("a touch every minute keeps a visit alive", () => {
  const { visit, seconds } = begun();
  for (let minute = 0; minute < 30; minute += 1) {
    vi.advanceTimersByTime(60_000);
    visit.send({ type: "touched" });
  }
  expect(seconds).toEqual([]);
  expect(visit.kiosk.screen).toBe("topics");
});

test("an answer that takes minutes is waited for", () => {
  const { visit, seconds } = begun();
  visit.send({ type: "pending", is: true });
  vi.advanceTimersByTime(300_000);
  expect(seconds).toEqual([]);
  visit.send({ type: "pending", is: false });
  vi.advanceTimersByTime(75_000);
  expect(visit.kiosk.secondsLeft).toBe(20);
});

test("a stopped visit does not tick", () => {
  const { visit, stop } = begun();
  stop();
  vi.advanceTimersByTime(600_000);
  expect(visit.kiosk.secondsLeft).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test("who watches hears of changes only, and no more after leaving", () => {
  const visit = new Visit(() => Date.now());
  const heard: string[] = [];
  const leave = visit.watch((kiosk) => heard.push(kiosk.screen));
  visit.send({ type: "tick" });
  visit.send({ type: "language", form: "en-Latn" });
  leave();
  visit.send({ type: "topic" });
  expect(heard).toEqual(["topics"]);
});
