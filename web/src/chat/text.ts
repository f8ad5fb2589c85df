/** Puts texts into templates: the guide's as a little Markdown, the visitor's letter by letter. */
import { type TemplateResult, html } from "lit";
import { Directive, directive } from "lit/directive.js";
import { clean } from "./clean";
import { guideText } from "./markdown";

class GuideText extends Directive {
  #text: string | undefined;
  #links = true;
  #nodes: DocumentFragment | undefined;

  /** The same nodes for the same text: what was once read out is not put into the page again. */
  override render(text: string, links: boolean): DocumentFragment | undefined {
    if (text !== this.#text || links !== this.#links) {
      this.#text = text;
      this.#links = links;
      this.#nodes = guideText(text, links);
    }
    return this.#nodes;
  }
}

export const said = directive(GuideText);

/** What a visitor wrote, a paragraph a line. */
export function typed(text: string): TemplateResult[] {
  return clean(text).split("\n").map((line) => html`<p>${line}</p>`);
}
