/** The way from the tablet to the visitor's own phone: an address that holds the language and nothing else. */
import { encode } from "uqr";
import type { Form } from "../core/types";
import { mainForms } from "./packs";

/** Modules of white around the code: the standard asks for four. */
const QUIET = 4;

export interface Handoff {
  /** What the code holds. */
  readonly address: string;
  /** The same for the eye and for typing: without the scheme. */
  readonly readable: string;
}

/** The page of the chat in one written form; a language's main form has the short path (`/kk`). */
export function handoff(publicAddress: string, form: Form, forms: readonly Form[]): Handoff {
  const isMain = mainForms(forms).some(({ code }) => code === form.code);
  const path = isMain ? form.language : form.code;
  const url = new URL(path.toLowerCase(), publicAddress.endsWith("/") ? publicAddress : `${publicAddress}/`);
  return { address: url.href, readable: `${url.host}${url.pathname}` };
}

export interface Code {
  /** Width and height in modules, the quiet zone included. */
  readonly size: number;
  /** The dark modules as one SVG path. */
  readonly path: string;
}

/** The QR code of an address, drawn here: nobody else is asked. */
export function codeOf(address: string): Code {
  const { data, size } = encode(address, { ecc: "M", border: QUIET });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join("") };
}
