/**
 * The conversation with the guide's server: a session when the first question is asked, and replies part by part.
 *
 * A question carries an id of the client's making. The server answers the same id once, so everything here may try again
 * without asking twice.
 */
import { GuideError, codeOf, isCode } from "./errors";
import { lines } from "./ndjson";
import type { ErrorCode, Place, Question, ReplyPart } from "./types";

/** A session or an answer that says nothing for this long, in ms, is given up. */
export const PATIENCE_MS = 35_000;
/** Waits, in ms, before a question is sent again after the network failed. */
const NETWORK_WAITS_MS: readonly number[] = [1_000, 3_000];
/** The longest that a server may ask to wait, in seconds; beyond it the visitor is told instead. */
const LONGEST_WAIT_S = 60;
/** How often a server may ask to wait before the visitor is told. */
const MOST_WAITS = 3;

/** Where the session's token is kept between pages. */
export interface TokenBox {
  load(): string | null;
  save(token: string | null): void;
}

/** A box that forgets with the page. */
export function memoryBox(): TokenBox {
  let kept: string | null = null;
  return { load: () => kept, save: (token) => (kept = token) };
}

export interface GuideOptions {
  /** The folder that the guide is served from, as an absolute address ending in "/". */
  readonly base: string;
  readonly place: Place;
  readonly tokens?: TokenBox;
  readonly fetch?: typeof fetch;
  /** Resolves after so many ms; rejects when the signal aborts. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface AskOptions {
  /** The form of the page: a hint only. */
  readonly form?: string;
  readonly signal?: AbortSignal;
  /** Told when the server asks to wait so many seconds; the question is then sent again. */
  readonly waits?: (seconds: number, code: ErrorCode) => void;
}

export class Guide {
  readonly #base: string;
  readonly #place: Place;
  readonly #tokens: TokenBox;
  readonly #fetch: typeof fetch;
  readonly #sleep: (ms: number, signal?: AbortSignal) => Promise<void>;

  constructor(options: GuideOptions) {
    this.#base = options.base;
    this.#place = options.place;
    this.#tokens = options.tokens ?? memoryBox();
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#sleep = options.sleep ?? sleep;
  }

  /** Whether a session was begun and not forgotten. */
  get hasSession(): boolean {
    return this.#tokens.load() !== null;
  }

  /** Ends the session on this side; the next question begins another. */
  forget(): void {
    this.#tokens.save(null);
  }

  /**
   * Asks, and gives the reply's parts as they come, the end mark excluded. Each part comes once, however often the
   * question had to be sent. Throws GuideError; an AbortError when `signal` aborts.
   */
  async *ask(question: Question, options: AskOptions = {}): AsyncGenerator<Exclude<ReplyPart, { type: "end" }>> {
    let given = 0;
    const tries = new Tries(options.waits ?? (() => undefined));
    for (;;) {
      try {
        let seen = 0;
        for await (const part of this.#once(question, options)) {
          seen += 1;
          if (seen <= given) continue;
          given = seen;
          yield part;
        }
        return;
      } catch (trouble) {
        options.signal?.throwIfAborted();
        if (isLost(trouble)) this.forget();
        const wait = tries.waitAfter(trouble);
        if (wait === undefined) throw trouble;
        await this.#sleep(wait, options.signal);
      }
    }
  }

  async *#once(question: Question, options: AskOptions): AsyncGenerator<Exclude<ReplyPart, { type: "end" }>> {
    const watch = new Watch(options.signal);
    try {
      const token = this.#tokens.load() ?? (await this.#begin(options.form, watch));
      watch.reached = false;
      const body = { ...question, ...hint(options.form) };
      const reply = await this.#post("message", body, watch, { authorization: `Bearer ${token}` });
      if (reply.body === null) throw new GuideError("cut");
      for await (const line of lines(watched(reply.body, watch))) {
        const part = asPart(line);
        if (part?.type === "end") {
          if (!part.ok) throw new GuideError("unavailable");
          return;
        }
        if (part !== undefined) yield part;
      }
      throw new GuideError("cut");
    } catch (trouble) {
      throw watch.named(trouble);
    } finally {
      watch.end();
    }
  }

  async #begin(form: string | undefined, watch: Watch): Promise<string> {
    const reply = await this.#post("session", { place: this.#place, ...hint(form) }, watch);
    const { session } = (await reply.json()) as { session: string };
    this.#tokens.save(session);
    return session;
  }

  async #post(path: string, body: object, watch: Watch, headers: Record<string, string> = {}): Promise<Response> {
    const reply = await this.#fetch(new URL(`webhooks/web/${path}`, this.#base).href, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: watch.signal,
    });
    watch.alive();
    watch.reached = true;
    if (!reply.ok) throw await refusal(reply);
    return reply;
  }
}

function hint(form: string | undefined): { form?: string } {
  return form === undefined ? {} : { form };
}

/** Decides how long to wait before the question is sent again, and when that is no use any more. */
class Tries {
  #network = 0;
  #waits = 0;
  #sessions = 0;

  constructor(private readonly tell: (seconds: number, code: ErrorCode) => void) {}

  /** The wait in ms, or undefined when the visitor must decide. */
  waitAfter(trouble: unknown): number | undefined {
    const code = codeOf(trouble);
    if (isLost(trouble)) return this.#sessions++ === 0 ? 0 : undefined;
    if (code === "offline" || code === "cut") return NETWORK_WAITS_MS[this.#network++];
    const seconds = trouble instanceof GuideError ? trouble.retryAfter : undefined;
    if (code === undefined || seconds === undefined || seconds > LONGEST_WAIT_S) return undefined;
    if (this.#waits++ >= MOST_WAITS) return undefined;
    this.tell(seconds, code);
    return seconds * 1_000;
  }
}

function isLost(trouble: unknown): boolean {
  return ["session_missing", "session_invalid", "session_expired"].includes(codeOf(trouble) ?? "");
}

async function refusal(reply: Response): Promise<GuideError> {
  const body: unknown = await reply.json().catch(() => undefined);
  const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code;
  const after = Number(reply.headers.get("retry-after") ?? "x");
  return new GuideError(isCode(code) ? code : "unavailable", Number.isFinite(after) ? after : undefined);
}

/** A line of a kind that this client does not know yet is passed over. */
function asPart(line: string): ReplyPart | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new GuideError("cut");
  }
  const type = (value as { type?: unknown } | null)?.type;
  return ["text", "buttons", "answer", "end"].includes(String(type)) ? (value as ReplyPart) : undefined;
}

async function* watched(body: ReadableStream<Uint8Array>, watch: Watch): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      watch.alive();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Ends a request when the visitor leaves it, or when nothing has come for too long; tells the two apart. */
class Watch {
  readonly #own = new AbortController();
  readonly signal = this.#own.signal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timedOut = false;
  /** Whether the server has answered at all: what breaks afterwards was cut. */
  reached = false;

  /** By hand: `AbortSignal.any` is younger than the oldest browsers (build/oldest.ts). */
  constructor(private readonly outer: AbortSignal | undefined) {
    if (outer?.aborted) this.#leave();
    else outer?.addEventListener("abort", this.#leave);
    this.alive();
  }

  alive(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timedOut = true;
      this.#own.abort();
    }, PATIENCE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.outer?.removeEventListener("abort", this.#leave);
    this.#own.abort();
  }

  readonly #leave = (): void => this.#own.abort(this.outer?.reason);

  /** What a failure is called: fetch and the reader throw TypeErrors of all kinds when the network goes. */
  named(trouble: unknown): unknown {
    if (trouble instanceof GuideError) return trouble;
    if (this.#timedOut) return new GuideError("timeout");
    if (this.signal.aborted) return trouble;
    return new GuideError(this.reached ? "cut" : "offline");
  }
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** A fresh id for a question: 22 letters of base64url, 128 bits of chance. Works outside secure contexts too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
