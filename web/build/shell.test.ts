import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shellOf } from "./shell";

let dist: string;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "shell-"));
  const files = ["kiosk.html", "index.html", "widget.js", "kiosk.webmanifest", "kiosk-192.png", "favicon.svg"];
  const deep = ["assets/kiosk-a1.js", "assets/kiosk-a1.js.br", "assets/kiosk-a1.js.gz", "fonts/arab-1.woff2", "fonts/fonts.json"];
  for (const file of [...files, ...deep]) write(file, file);
});

afterEach(() => rmSync(dist, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}

describe("the tablet's shell", () => {
  test("is its page, scripts, fonts, icons and manifest, and nothing of the other pages", () => {
    expect(shellOf(dist).files).toEqual([
      "/kiosk",
      "/assets/kiosk-a1.js",
      "/fonts/arab-1.woff2",
      "/fonts/fonts.json",
      "/kiosk-192.png",
      "/kiosk.webmanifest",
    ]);
  });

  const TABLE: [string, string, boolean][] = [
    ["the page", "kiosk.html", true],
    ["a script", "assets/kiosk-a1.js", true],
    ["a font", "fonts/arab-1.woff2", true],
    ["an icon", "kiosk-192.png", true],
    ["another page", "index.html", false],
    ["a compressed copy", "assets/kiosk-a1.js.br", false],
  ];

  test.each(TABLE)("of another version when %s changes (%s): %s", (_, file, changes) => {
    const before = shellOf(dist).version;
    write(file, "changed");
    expect(shellOf(dist).version !== before).toBe(changes);
  });
});
