/** Where the widget's files are, and which form a page would have it begin with. */
import { firstForm } from "../core/forms";

/** The folder the script came from, as an absolute address ending in "/". */
export const HOME = new URL(/* @vite-ignore */ ".", import.meta.url).href;

/** The folder that `server` names, seen from the page; the script's own when it names none or nonsense. */
export function baseOf(server: string | null, page: string, home: string = HOME): string {
  if (server === null || server === "") return home;
  try {
    const url = new URL(server, page);
    url.search = "";
    url.hash = "";
    return url.href.endsWith("/") ? url.href : `${url.href}/`;
  } catch {
    return home;
  }
}

/** The form to begin with: what the embedding page says of the widget, then of itself, then what the browser prefers. */
export function formToBegin(element: HTMLElement, form: string | null): string {
  const { documentElement } = element.ownerDocument;
  return firstForm([form, element.lang, documentElement.lang, ...navigator.languages]);
}
