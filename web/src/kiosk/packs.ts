/** The packs of all written forms: what the tablet says, and what it answers without a network. */
import type { Form, Pack } from "../core/types";

/** By form code, in the order of languages.yml. */
export type Packs = ReadonlyMap<string, Pack>;

/**
 * Loads the pack of every form in `codes`.
 * A form whose pack cannot be had keeps the one in `old`; one that was never had is left out.
 */
export async function loadPacks(
  codes: readonly string[],
  load: (code: string) => Promise<Pack>,
  old: Packs = new Map(),
): Promise<Packs> {
  const loaded = await Promise.allSettled(codes.map(load));
  const entries = codes.flatMap((code, index) => {
    const one = loaded[index];
    const pack = one?.status === "fulfilled" ? one.value : old.get(code);
    return pack === undefined ? [] : [[code, pack] as const];
  });
  return new Map(entries);
}

/** The forms whose pack is here: nobody is offered a language that cannot be shown. */
export function formsOf(packs: Packs): Form[] {
  return [...packs.values()].map((pack) => pack.form);
}

/** The main form of each language: the one that stands first in languages.yml. */
export function mainForms(forms: readonly Form[]): Form[] {
  return forms.filter((form) => forms.find(({ language }) => language === form.language) === form);
}
