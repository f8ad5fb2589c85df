import { describe, expect, test } from "vitest";
import type { Form } from "../core/types";
import { codeOf, handoff } from "./handoff";

const FORMS = ["kk-Cyrl", "kk-Arab", "kk-Latn", "ru-Cyrl", "zh-Hans", "zh-Hant", "en-Latn"].map(
  (code) => ({ code, language: code.split("-")[0] }) as Form,
);

describe("the address holds the language and nothing else", () => {
  const TABLE: [string, string, string, string][] = [
    ["https://guide.example", "kk-Cyrl", "https://guide.example/kk", "guide.example/kk"],
    ["https://guide.example/", "kk-Arab", "https://guide.example/kk-arab", "guide.example/kk-arab"],
    ["https://guide.example", "kk-Latn", "https://guide.example/kk-latn", "guide.example/kk-latn"],
    ["https://guide.example", "ru-Cyrl", "https://guide.example/ru", "guide.example/ru"],
    ["https://guide.example", "zh-Hans", "https://guide.example/zh", "guide.example/zh"],
    ["https://guide.example", "zh-Hant", "https://guide.example/zh-hant", "guide.example/zh-hant"],
    ["https://guide.example", "en-Latn", "https://guide.example/en", "guide.example/en"],
    ["http://10.0.0.7:5005", "ru-Cyrl", "http://10.0.0.7:5005/ru", "10.0.0.7:5005/ru"],
    ["https://zone.example/guide", "ru-Cyrl", "https://zone.example/guide/ru", "zone.example/guide/ru"],
  ];

  test.each(TABLE)("%s in %s", (address, code, expected, readable) => {
    expect(handoff(address, FORMS.find((form) => form.code === code) as Form, FORMS)).toEqual({ address: expected, readable });
  });
});

describe("the code", () => {
  test("is square, has four modules of white around it, and its finder in the corner", () => {
    const { size, path } = codeOf("https://guide.example/kk-arab");
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
    expect(dark.size).toBeGreaterThan(200);
    const [xs, ys] = [0, 1].map((axis) => [...dark].map((at) => Number(at.split(",")[axis])));
    expect([Math.min(...(xs ?? [])), Math.min(...(ys ?? []))]).toEqual([4, 4]);
    expect([Math.max(...(xs ?? [])), Math.max(...(ys ?? []))]).toEqual([size - 5, size - 5]);
    const finder = Array.from({ length: 7 }, (_, x) => dark.has(`${4 + x},4`));
    expect(finder).toEqual(Array(7).fill(true));
  });

  test("differs between languages", () => {
    expect(codeOf("https://guide.example/kk").path).not.toBe(codeOf("https://guide.example/ru").path);
  });
});
