/** The packs of all written forms: what the tablet says, and what it answers without a network. */
import type { Pack } from "../core/types";

/** By form code, in the order of languages.yml. */
export type Packs = ReadonlyMap<string, Pack>;

/**
 * Loads every form's pack; `first` is any form's code, whose pack names the others.
 * A form whose pack cannot be had keeps the one in `old`; a form that was never had is left out.
 * Rejects when not even the first can be had and there is no old one.
 */
export async function loadPacks(
  first: string,
  load: (code: string) => Promise<Pack>,
  old: Packs = new Map(),
): Promise<Packs> {
  const had = await load(first).catch((trouble: unknown) => kept(old, first, trouble));
  const others = had.forms.map((form) => form.code).filter((code) => code !== first);
  const loaded = await Promise.allSettled(others.map(load));
  const got = new Map<string, Pack>(old);
  got.set(first, had);
  for (const one of loaded) if (one.status === "fulfilled") got.set(one.value.form.code, one.value);
  return inOrder(had, got);
}

function kept(old: Packs, code: string, trouble: unknown): Pack {
  const pack = old.get(code);
  if (pack === undefined) throw trouble;
  return pack;
}

function inOrder(leading: Pack, packs: Packs): Packs {
  const codes = leading.forms.map((form) => form.code);
  return new Map(codes.flatMap((code) => (packs.has(code) ? [[code, packs.get(code) as Pack]] : [])));
}
