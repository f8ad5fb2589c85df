/** The line under the header that says how old the answers are while there is no connection, and that it is back. */
import { type TemplateResult, html, nothing } from "lit";
import type { Pack } from "../../core/types";
import { icon } from "../icons";
import type { Stage } from "./stage";

/** Always in the page, so that a change of its text is announced. */
export function status(stage: Stage): TemplateResult {
  return html`<div class="status" role="status">${line(stage)}</div>`;
}

function line({ kiosk, pack }: Stage): TemplateResult | typeof nothing {
  if (!kiosk.online) return html`<p class="banner">${icon("offline")}<span>${offlineText(pack)}</span></p>`;
  return kiosk.backSince === null ? nothing : html`<p class="banner back"><span>${pack.words.back_online}</span></p>`;
}

/** The banner's sentence with the day on which the answers were made, in the visitor's own way of writing it. */
export function offlineText(pack: Pack): string {
  return pack.words.offline_banner.replace("{date}", dayOf(pack.made, pack.form.tag));
}

/** A day as the locale writes it: "27 November 2026", "2026年11月27日". */
export function dayOf(instant: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(new Date(instant));
}
