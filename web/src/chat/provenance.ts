/** Where an answer comes from: how well it is known, who says so, and since when. */
import { type TemplateResult, html, nothing } from "lit";
import { dateIn } from "../core/dates";
import type { Turn } from "../core/talk";
import type { Pack, Source } from "../core/types";
import { clean } from "./clean";
import { icon, sign } from "./icons";

/**
 * The block under an answer; nothing under a reply that states no fact.
 * The text itself ends with its main source and date; here is how well it is known, and all sources for whoever looks.
 */
export function provenance(turn: Turn, pack: Pack, links: boolean): TemplateResult | typeof nothing {
  const { answer } = turn;
  if (answer === null || answer.facts.length === 0) return nothing;
  return html`<div class="provenance" lang=${pack.form.tag} dir=${pack.form.direction}>
    <p class="badge" data-status=${answer.status}>${sign(answer.status)}<span>${pack.status[answer.status]}</span></p>
    ${asOf(turn, pack)} ${sources(answer.sources, pack, links)}
  </div>`;
}

function asOf({ asOf: day }: Turn, { words, dates }: Pack): TemplateResult | typeof nothing {
  return day === null ? nothing : html`<p class="as-of">${words.as_of.replace("{date}", dateIn(dates, day))}</p>`;
}

function sources(all: readonly Source[], pack: Pack, links: boolean): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<details>
    <summary>${pack.words.sources_label} (${all.length})${icon("chevron")}</summary>
    <ul class="sources">
      ${all.map((source) => html`<li>${linked(source, pack, links)}</li>`)}
    </ul>
  </details>`;
}

function linked(source: Source, pack: Pack, links: boolean): TemplateResult {
  const name = sourceLine(source, pack);
  if (!links || source.url === null || !/^https?:\/\//i.test(source.url)) return html`<bdi>${name}</bdi>`;
  return html`<a href=${source.url} target="_blank" rel="noopener noreferrer" title=${clean(source.title)}
    ><bdi>${name}</bdi>${icon("out")}</a
  >`;
}

/** "Xinhua, 16 January 2026" as the form writes it. */
export function sourceLine({ publisher, date }: Source, { words, dates }: Pack): string {
  const when = date === null ? words.no_date : dateIn(dates, date);
  return words.source_date.replace("{publisher}", () => clean(publisher)).replace("{date}", () => when);
}
