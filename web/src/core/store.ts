/** Keeps a talk while the visitor goes from page to page in one tab. Storage may be full, blocked or broken. */
import type { TokenBox } from "./api";
import type { Turn } from "./talk";

/** Raised when the shape changes: a talk of another version is forgotten. */
const VERSION = 1;
const KEY = "horgos-guide";
/** The most that is stored, in UTF-16 units; older turns go first. */
export const MOST_STORED = 200_000;

export interface Talk {
  /** The session's token. */
  readonly token: string | null;
  /** Code of the form that the visitor picked; null when he never did. */
  readonly picked: string | null;
  /** Whether the panel stands open; null when the visitor never opened or closed it. */
  readonly open: boolean | null;
  readonly turns: readonly Turn[];
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const NOTHING: Talk = { token: null, picked: null, open: null, turns: [] };

/** The talk of this page, written through to the shelf. Without a shelf it lives as long as the page. */
export class TalkStore {
  #talk: Talk;

  constructor(private readonly shelf?: Shelf) {
    this.#talk = read(shelf);
  }

  get talk(): Talk {
    return this.#talk;
  }

  update(change: Partial<Talk>): void {
    this.#talk = { ...this.#talk, ...change };
    write(this.shelf, this.#talk);
  }

  /** Forgets the talk and its session, not what the visitor picked. */
  forget(): void {
    this.update({ token: null, turns: [] });
  }
}

/** A store in the tab's own storage; one that keeps nothing where there is none. */
export function sessionStore(): TalkStore {
  try {
    return new TalkStore(window.sessionStorage);
  } catch {
    // Reading the property throws where a browser blocks storage.
    return new TalkStore();
  }
}

/** Keeps the session's token with the talk. */
export function tokenBox(store: TalkStore): TokenBox {
  return { load: () => store.talk.token, save: (token) => store.update({ token }) };
}

function read(shelf: Shelf | undefined): Talk {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(KEY) ?? "null");
    return isKept(kept) ? { ...NOTHING, ...kept.talk } : NOTHING;
  } catch {
    return NOTHING;
  }
}

function isKept(value: unknown): value is { version: number; talk: Talk } {
  const kept = value as { version?: unknown; talk?: Partial<Talk> } | null;
  return kept?.version === VERSION && Array.isArray(kept.talk?.turns) && kept.talk.turns.every(isTurn);
}

function isTurn(value: unknown): value is Turn {
  const turn = value as Partial<Turn> | null;
  return typeof turn?.id === "string" && typeof turn.asked === "object" && Array.isArray(turn.texts) && Array.isArray(turn.buttons);
}

function write(shelf: Shelf | undefined, talk: Talk): void {
  try {
    shelf?.setItem(KEY, fitting(talk));
  } catch {
    // Full or blocked: the talk goes on, but does not outlive the page.
  }
}

function fitting(talk: Talk): string {
  const text = JSON.stringify({ version: VERSION, talk });
  return text.length <= MOST_STORED || talk.turns.length === 0 ? text : fitting({ ...talk, turns: talk.turns.slice(1) });
}
