// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HorgosChat } from "../chat/chat";
import type { Pack } from "../core/types";
import { DeskChat } from "./desk-chat";

/** What the chat was made to do, in order. */
let done: string[];
let chat: DeskChat;

const PACK = {
  form: { code: "kk-Cyrl" },
  forms: [{ code: "kk-Cyrl" }, { code: "kk-Arab" }],
  topics: [{ id: "duty_free", title: "Бажсыз шек", button: "ask:duty_free", answer: { messages: ["8 000 юань"] } }],
} as unknown as Pack;

const { press, tell, render } = HorgosChat.prototype as unknown as Record<string, unknown>;

beforeEach(() => {
  done = [];
  Object.assign(HorgosChat.prototype, {
    press: (id: string, title: string) => done.push(`asked ${id} ${title}`),
    tell: (title: string, { messages }: { messages: string[] }) => done.push(`told ${title} ${messages[0]}`),
    render: () => "",
  });
  chat = new DeskChat();
  chat.pack = PACK;
  chat.chosen = (code) => done.push(`chosen ${code}`);
  document.body.append(chat);
});

afterEach(() => {
  chat.remove();
  Object.assign(HorgosChat.prototype, { press, tell, render });
});

describe("a press on the tablet", () => {
  const TABLE: [string, boolean, string, string[]][] = [
    ["asks a topic of the guide", true, "ask:duty_free", ["asked ask:duty_free title"]],
    ["answers a topic from the pack while the guide is silent", false, "ask:duty_free", ["told title 8 000 юань"]],
    ["asks whatever is no topic of the pack", false, "citizenship:CN", ["asked citizenship:CN title"]],
    ["on a language turns the screen to it, too", true, "language:kk-Arab", ["chosen kk-Arab", "asked language:kk-Arab title"]],
    ["on a language the guide does not write only asks", true, "language:de-Latn", ["asked language:de-Latn title"]],
  ];

  test.each(TABLE)("%s", async (_, answers, button, expected) => {
    chat.answers = () => Promise.resolve(answers);
    chat.press(button, "title");
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toEqual(expected);
  });

  test("does nothing any more when the visit ended while the guide was looked for", async () => {
    chat.answers = () => Promise.resolve(true);
    chat.press("ask:duty_free", "title");
    chat.remove();
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toEqual([]);
  });
});

test("the tablet's chat follows no links and shows no second list of topics", () => {
  expect([chat.links, chat.topics]).toEqual([false, false]);
});
