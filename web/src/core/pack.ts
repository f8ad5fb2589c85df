/** Fetches packs: all that a face needs to speak one written form. */
import { DEFAULT_FORM } from "./forms";
import { within } from "./patience";
import type { Pack } from "./types";

/** How long, in ms, a pack may take. */
const PATIENCE_MS = 15_000;

/** The address of a form's pack; `base` is the folder that the guide is served from. */
export function packAddress(base: string, code: string): string {
  return new URL(`pack/${code}.json`, base).href;
}

/** One form's pack. Rejects with an Error when it cannot be had or is none. */
export async function loadPack(base: string, code: string, get: typeof fetch = fetch): Promise<Pack> {
  const pack = await within(PATIENCE_MS, async (signal): Promise<unknown> => {
    const reply = await get(packAddress(base, code), { credentials: "omit", signal });
    if (!reply.ok) throw new Error(`no pack for ${code}: ${reply.status}`);
    return reply.json();
  });
  if (!isPack(pack)) throw new Error(`the pack for ${code} is none`);
  return pack;
}

function isPack(value: unknown): value is Pack {
  const pack = value as Partial<Pack> | null;
  if (typeof pack !== "object" || pack === null) return false;
  return pack.form !== undefined && pack.words !== undefined && pack.dates !== undefined && Array.isArray(pack.topics);
}

/** Remembers the packs that were had, so that a change of form works when the network is gone. */
export class PackShelf {
  readonly #had = new Map<string, Pack>();
  #last: Pack | undefined;

  constructor(
    private readonly base: string,
    private readonly get: typeof fetch = (...request) => fetch(...request),
  ) {}

  /**
   * The pack of a form. When it cannot be had: the last one that was, or else the default form's.
   * Rejects when not even that can be had.
   */
  async pack(code: string): Promise<Pack> {
    const had = this.#had.get(code);
    if (had !== undefined) return this.#keep(had);
    try {
      return this.#keep(await loadPack(this.base, code, this.get));
    } catch (trouble) {
      if (this.#last !== undefined) return this.#last;
      if (code === DEFAULT_FORM) throw trouble;
      return this.pack(DEFAULT_FORM);
    }
  }

  #keep(pack: Pack): Pack {
    this.#had.set(pack.form.code, pack);
    this.#last = pack;
    return pack;
  }
}
