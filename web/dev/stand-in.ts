/**
 * A stand-in for the guide's server: serves web/dist and speaks the web channel's protocol, to look at the faces without
 * Rasa. It answers topics from the packs and everything else with the greeting.
 *
 *   node dev/stand-in.ts <folder with form.json packs> [port]      (Node 24: it reads TypeScript)
 *
 * Words in a question that make trouble: "slow", "cut", "429", "expired", "hostile", "long".
 */
import { readFileSync, readdirSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pack, PackTopic } from "../src/core/types.ts";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const [folder = "packs", port = "5299"] = process.argv.slice(2);
const packs = new Map<string, Pack>();
for (const file of readdirSync(folder)) packs.set(basename(file, ".json"), JSON.parse(readFileSync(join(folder, file), "utf8")) as Pack);

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const HEADERS = {
  "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};
const HOSTILE = [
  "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>",
  "[press](javascript:window.ran=1) [data](data:text/html,x) **bold** and `code`",
  "\u202Eoverride\u202C zero\u200Bwidth",
  `${"w".repeat(300)} Қазақ قازاق 中文 ${"字".repeat(120)}`,
];
const formOfSession = new Map<string, string>();
let sessions = 0;
let refused = 0;

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://x");
  void (request.method === "POST" ? post(url.pathname, request, response) : get(url, request, response));
}).listen(Number(port), "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${port}/\n`));

async function get(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pack = /^\/pack\/(.+)\.json$/.exec(url.pathname)?.[1];
  if (pack !== undefined) return json(response, packs.has(pack) ? 200 : 404, packs.get(pack) ?? {});
  if (url.pathname === "/webhooks/web/health") return json(response, 200, { status: "ok" });
  const page = pageOf(url, request);
  try {
    const name = page?.name ?? url.pathname.slice(1);
    const body = readFileSync(join(DIST, name));
    response.writeHead(200, { ...HEADERS, "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
    response.end(page === undefined ? body : filled(body.toString(), page));
  } catch {
    json(response, 404, { error: { code: "not_found", message: url.pathname } });
  }
}

interface Page {
  readonly name: string;
  readonly pack: Pack;
  readonly open: boolean;
}

function pageOf(url: URL, request: IncomingMessage): Page | undefined {
  const wanted = url.searchParams.get("form") ?? request.headers["accept-language"]?.split(",")[0] ?? "en";
  const name = { "/": "index.html", "/frame": "frame.html", "/kiosk": "kiosk.html" }[url.pathname];
  if (name !== undefined) return { name, pack: packFor(wanted), open: false };
  const code = url.pathname.slice(1).toLowerCase();
  const pack = [...packs.values()].find(({ form }) => form.code.toLowerCase() === code || form.language === code);
  return pack && { name: "index.html", pack, open: true };
}

function packFor(tag: string): Pack {
  const all = [...packs.values()];
  const { language, script } = new Intl.Locale(tag).maximize();
  const found = all.find(({ form }) => form.language === language && form.script === script) ?? packs.get("en-Latn");
  if (found === undefined) throw new Error(`no pack for ${tag}`);
  return found;
}

function filled(html: string, { pack, open }: Page): string {
  const words: Readonly<Record<string, string>> = { ...pack.words, lang: pack.form.tag, dir: pack.form.direction, open: open ? "yes" : "no", address: "" };
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => words[key] ?? key);
}

async function post(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = "";
  for await (const chunk of request) text += chunk as string;
  const body = JSON.parse(text) as { form?: string; text?: string; button?: string; place?: string };
  if (path.endsWith("/ping")) return void response.writeHead(204, HEADERS).end();
  if (path.endsWith("/session")) {
    const session = `session-${++sessions}`;
    formOfSession.set(session, body.form ?? "en-Latn");
    return json(response, 200, { session, expires_in: 7200, buttons: [] });
  }
  const session = request.headers.authorization?.slice("Bearer ".length) ?? "";
  if (!formOfSession.has(session)) return json(response, 401, { error: { code: "session_invalid", message: "unknown" } });
  await reply(session, body, response);
}

async function reply(session: string, body: { text?: string; button?: string }, response: ServerResponse): Promise<void> {
  const says = body.text ?? "";
  const refusal = [...REFUSALS].find(([word]) => says.includes(word) && refused++ % 2 === 0);
  if (refusal !== undefined) return refuse(response, ...refusal[1]);
  if (body.button?.startsWith("language:")) formOfSession.set(session, body.button.slice("language:".length));
  const pack = packFor(formOfSession.get(session) ?? "en-Latn");
  const topic = pack.topics.find(({ button, title }) => button === body.button || title === says);
  response.writeHead(200, { ...HEADERS, "content-type": "application/x-ndjson; charset=utf-8" });
  await pause(says.includes("slow") ? 10_000 : 500);
  for (const text of textsFor(says, pack, topic)) {
    line(response, { type: "text", text });
    await pause(120);
  }
  if (says.includes("cut")) response.destroy();
  else end(response, pack, topic);
}

const REFUSALS: ReadonlyMap<string, [number, string, object]> = new Map([
  ["expired", [401, "session_expired", {}]],
  ["429", [429, "rate_limited", { "retry-after": "5" }]],
]);

function refuse(response: ServerResponse, status: number, code: string, headers: object): void {
  json(response, status, { error: { code, message: "as asked" } }, headers);
}

function textsFor(says: string, pack: Pack, topic: PackTopic | undefined): readonly string[] {
  if (says.includes("hostile")) return HOSTILE;
  if (says.includes("long")) return pack.topics.flatMap((one) => one.answer.messages);
  return topic?.answer.messages ?? [pack.words.greeting];
}

function end(response: ServerResponse, { topics, form: { language, script } }: Pack, topic: PackTopic | undefined): void {
  const { facts, status, sources } = topic?.answer ?? { facts: [], status: "unknown", sources: [] };
  line(response, { type: "buttons", buttons: topics.slice(0, 3).map(({ button, title }) => ({ id: button, title })) });
  line(response, { type: "answer", language, script, topics: topic ? [topic.id] : [], facts, status, sources });
  line(response, { type: "end", ok: true });
  response.end();
}

function line(response: ServerResponse, value: object): void {
  response.write(`${JSON.stringify(value)}\n`);
}

function json(response: ServerResponse, status: number, value: object, headers: object = {}): void {
  response.writeHead(status, { ...HEADERS, ...headers, "content-type": "application/json" }).end(JSON.stringify(value));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
