import { describe, expect, test } from "vitest";
import { PackShelf, loadPack, packAddress } from "./pack";

const pack = (code: string) => ({ form: { code }, words: {}, dates: {}, topics: [] });

/** A server that has these packs, until `gone` says that it is away. */
function server(codes: readonly string[], gone: () => boolean = () => false) {
  const asked: string[] = [];
  const get: typeof fetch = async (url) => {
    const code = /([^/]+)\.json$/.exec(String(url))?.[1] ?? "";
    asked.push(code);
    if (gone()) throw new TypeError("Failed to fetch");
    return codes.includes(code) ? Response.json(pack(code)) : new Response("{}", { status: 404 });
  };
  return { asked, get };
}

test("a pack lies under the folder that the guide is served from", () => {
  expect(packAddress("https://zone.example/guide/", "kk-Arab")).toBe("https://zone.example/guide/pack/kk-Arab.json");
});

describe("no pack is made of", () => {
  const TABLE: [string, () => Response][] = [
    ["an error", () => new Response("{}", { status: 500 })],
    ["a page", () => new Response("<html>")],
    ["something else", () => Response.json({ hello: 1 })],
    ["nothing", () => Response.json(null)],
  ];
  test.each(TABLE)("%s", async (_, reply) => {
    await expect(loadPack("https://g.example/", "ru-Cyrl", async () => reply())).rejects.toThrow();
  });
});

describe("the shelf", () => {
  test("gives the form's pack, and asks for it once", async () => {
    const { asked, get } = server(["ru-Cyrl", "en-Latn"]);
    const shelf = new PackShelf("https://g.example/", get);
    expect([(await shelf.pack("ru-Cyrl")).form.code, (await shelf.pack("ru-Cyrl")).form.code]).toEqual(["ru-Cyrl", "ru-Cyrl"]);
    expect(asked).toEqual(["ru-Cyrl"]);
  });

  test("falls back to the default form when there has been none", async () => {
    const { asked, get } = server(["en-Latn"]);
    expect((await new PackShelf("https://g.example/", get).pack("kk-Latn")).form.code).toBe("en-Latn");
    expect(asked).toEqual(["kk-Latn", "en-Latn"]);
  });

  test("keeps the last one when another cannot be had, and asks again later", async () => {
    let away = false;
    const { get } = server(["ru-Cyrl", "zh-Hans", "en-Latn"], () => away);
    const shelf = new PackShelf("https://g.example/", get);
    await shelf.pack("ru-Cyrl");
    away = true;
    expect((await shelf.pack("zh-Hans")).form.code).toBe("ru-Cyrl");
    away = false;
    expect((await shelf.pack("zh-Hans")).form.code).toBe("zh-Hans");
  });

  test("rejects when there is nothing at all", async () => {
    const { get } = server([]);
    await expect(new PackShelf("https://g.example/", get).pack("ru-Cyrl")).rejects.toThrow();
  });
});
