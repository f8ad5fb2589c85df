// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { FORM_CODES } from "../core/forms";
import type { Pack } from "../core/types";
import type { HorgosGuide } from "./guide";

const words = (code: string): Pack["words"] => new Proxy({} as Pack["words"], { get: (_, key) => `${String(key)} in ${code}` });
const form = (code: string): Pack["form"] => {
  const [language = "", script = ""] = code.split("-");
  return { code, language, script, direction: script === "Arab" ? "rtl" : "ltr", own_name: code, tag: code };
};
const pack = (code: string): Pack => ({
  version: "v",
  made: "2026-11-27T12:00:00Z",
  form: form(code),
  forms: FORM_CODES.map(form),
  words: words(code),
  purpose: {},
  status: {} as Pack["status"],
  errors: {} as Pack["errors"],
  dates: { days: [], months: [] },
  topics: [],
});

/** What the server was sent, and the form in which it answers next. */
const sent: { button?: string; text?: string; form?: string; place?: string }[] = [];
let answers = "ru-Cyrl";

function serve(url: string, init?: RequestInit): Response {
  const code = /pack\/(.+)\.json/.exec(url)?.[1];
  // A pack goes through JSON, where a Proxy would lose its words.
  if (code !== undefined) return { ok: true, json: async () => pack(code) } as Response;
  sent.push(JSON.parse(String(init?.body)) as (typeof sent)[number]);
  if (url.endsWith("/session")) return Response.json({ session: "token", expires_in: 7200, buttons: [] });
  const { language, script } = form(answers);
  const parts = [
    { type: "text", text: "an answer" },
    { type: "answer", language, script, topics: [], facts: [], status: "unknown", sources: [] },
    { type: "end", ok: true },
  ];
  return new Response(parts.map((part) => `${JSON.stringify(part)}\n`).join(""));
}

beforeAll(async () => {
  vi.stubGlobal("FontFace", class {});
  Object.defineProperty(document, "fonts", { value: new Set() });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("CSS", { supports: (_: string, value: string) => value.startsWith("#") });
  HTMLElement.prototype.scrollTo = () => undefined;
  await import("./main");
});

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => serve(String(url), init));
  sessionStorage.clear();
  sent.length = 0;
  answers = "ru-Cyrl";
});

afterEach(() => document.body.replaceChildren());

async function page(markup = '<horgos-guide form="en"></horgos-guide>'): Promise<HorgosGuide> {
  document.body.innerHTML = markup;
  const guide = document.querySelector("horgos-guide") as HorgosGuide;
  await vi.waitFor(() => expect(inside(guide, ".root")).not.toBeNull());
  return guide;
}

const inside = (guide: HorgosGuide, selector: string): HTMLElement | null => guide.renderRoot.querySelector(selector);
const speaks = (guide: HorgosGuide): string | null => inside(guide, ".root")?.getAttribute("lang") ?? null;
const turns = (guide: HorgosGuide): number =>
  inside(guide, "horgos-chat")?.shadowRoot?.querySelectorAll('.turn[data-state="answered"]').length ?? 0;

async function ask(guide: HorgosGuide, count: number): Promise<void> {
  guide.ask("ask:x", "X");
  await vi.waitFor(() => expect(turns(guide)).toBe(count));
}

function pick(guide: HorgosGuide, code: string): void {
  guide.choose(code);
}

describe("which form the guide speaks", () => {
  test("the one that the page names, before anything was said", async () => {
    expect(speaks(await page())).toBe("en-Latn");
  });

  test("that of the replies, while the visitor has picked none", async () => {
    const guide = await page();
    await ask(guide, 1);
    await vi.waitFor(() => expect(speaks(guide)).toBe("ru-Cyrl"));
    answers = "kk-Arab";
    await ask(guide, 2);
    await vi.waitFor(() => expect(speaks(guide)).toBe("kk-Arab"));
    expect(inside(guide, ".root")?.getAttribute("dir")).toBe("rtl");
  });

  test("the one picked, whatever the replies are in", async () => {
    const guide = await page();
    pick(guide, "zh-Hans");
    await vi.waitFor(() => expect(speaks(guide)).toBe("zh-Hans"));
    await ask(guide, 1);
    await guide.updateComplete;
    expect(speaks(guide)).toBe("zh-Hans");
  });

  test("the same on the next page of the tab", async () => {
    pick(await page(), "kk-Latn");
    expect(speaks(await page())).toBe("kk-Latn");
  });
});

describe("a picked form", () => {
  test("is only a hint before there is a session", async () => {
    const guide = await page();
    pick(guide, "zh-Hant");
    await vi.waitFor(() => expect(speaks(guide)).toBe("zh-Hant"));
    expect(sent).toEqual([]);
    await ask(guide, 1);
    expect(sent).toMatchObject([{ place: "web", form: "zh-Hant" }, { button: "ask:x", form: "zh-Hant" }]);
  });

  test("is pressed in the talk when there is a session", async () => {
    const guide = await page();
    await ask(guide, 1);
    pick(guide, "kk-Cyrl");
    await vi.waitFor(() => expect(turns(guide)).toBe(2));
    expect(sent.at(-1)).toMatchObject({ button: "language:kk-Cyrl" });
  });
});

describe("the panel", () => {
  test("opens and closes with its launcher, and says so to the page", async () => {
    const guide = await page();
    const told: string[] = [];
    for (const name of ["horgos-open", "horgos-close"]) guide.addEventListener(name, () => told.push(name));
    const launcher = inside(guide, ".launcher");
    launcher?.click();
    await guide.updateComplete;
    expect([launcher?.getAttribute("aria-expanded"), inside(guide, ".panel")?.hidden]).toEqual(["true", false]);
    launcher?.click();
    await guide.updateComplete;
    expect([launcher?.getAttribute("aria-expanded"), inside(guide, ".panel")?.hidden]).toEqual(["false", true]);
    expect(told).toEqual(["horgos-open", "horgos-close"]);
  });

  test("stays as the visitor left it when he goes to another page, whatever that page's attribute says", async () => {
    (await page()).show();
    expect((await page()).open).toBe(true);
    (await page()).hide();
    expect((await page('<horgos-guide form="en" open></horgos-guide>')).open).toBe(false);
  });

  test("has no launcher when it stands alone", async () => {
    const guide = await page('<horgos-guide form="en" alone></horgos-guide>');
    expect([inside(guide, ".launcher"), inside(guide, ".close")]).toEqual([null, null]);
    expect(inside(guide, "horgos-chat")).not.toBeNull();
  });

  test("keeps what was said for the next page, and forgets it when the visitor says so", async () => {
    await ask(await page(), 1);
    const guide = await page();
    await vi.waitFor(() => expect(turns(guide)).toBe(1));
    inside(guide, ".clear")?.click();
    await vi.waitFor(() => expect(turns(guide)).toBe(0));
    expect(sessionStorage.getItem("horgos-guide")).not.toMatch(/an answer|"token":"/);
  });
});

describe("an accent", () => {
  const TABLE: [string, string, string, string][] = [
    ["of the day leaves the night alone", 'accent="#7a1f2b"', "#7a1f2b", ""],
    ["of the night leaves the day alone", 'accent-dark="#f2b8be"', "", "#f2b8be"],
    ["of each", 'accent="#7a1f2b" accent-dark="#f2b8be"', "#7a1f2b", "#f2b8be"],
    ["that is no colour is none", 'accent="reddish" accent-dark=""', "", ""],
  ];
  const accents = ({ style }: HorgosGuide): string[] =>
    ["--hg-accent-by-day", "--hg-accent-by-night"].map((name) => style.getPropertyValue(name));

  test.each(TABLE)("%s", async (_, attributes, day, night) => {
    expect(accents(await page(`<horgos-guide form="en" ${attributes}></horgos-guide>`))).toEqual([day, night]);
  });

  test("goes with its attribute", async () => {
    const guide = await page('<horgos-guide form="en" accent="#7a1f2b" accent-dark="#f2b8be"></horgos-guide>');
    guide.removeAttribute("accent-dark");
    guide.setAttribute("accent", "#123456");
    await guide.updateComplete;
    expect(accents(guide)).toEqual(["#123456", ""]);
  });
});
