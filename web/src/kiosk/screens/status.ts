/** The line under the header that says how old the answers are while there is no connection, and that it is back. */
import { type TemplateResult, html, nothing } from "lit";
import { dateIn } from "../../core/dates";
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
  return pack.words.offline_banner.replace("{date}", dateIn(pack.dates, dayOf(pack.made)));
}

/** The day of an instant on the tablet's own calendar: "2026-11-27". */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
