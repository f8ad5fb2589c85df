/** The guide's text as safe nodes: a little Markdown, no HTML, links to a few kinds of address. */
import DOMPurify from "dompurify";
import { Marked, type RendererObject, type TokenizerObject } from "marked";
import { clean } from "./clean";

const TAGS = ["p", "br", "strong", "em", "ul", "ol", "li", "a", "code"];
const LIST = /^\s*(?:[-*+]|\d{1,2}[.)])\s/m;
const ADDRESSES = /^(?:https?|mailto|tel|geo):/i;

/**
 * What the guide's plain sentences could be mistaken for: "8~10", a line of dashes, four spaces, a table.
 * Without `html` and `tag`, HTML is shown as it was written, not dropped: dropping could change what a sentence says.
 */
const plain = () => undefined;
const OFF: TokenizerObject = {
  blockquote: plain,
  code: plain,
  def: plain,
  del: plain,
  fences: plain,
  heading: plain,
  hr: plain,
  html: plain,
  lheading: plain,
  reflink: plain,
  table: plain,
  tag: plain,
};
/** A picture would be fetched from somebody else: its words stand in its place. */
const wordsOfPictures: RendererObject = { image: ({ text }) => text };
const marked = new Marked({ gfm: true, breaks: true, tokenizer: OFF, renderer: wordsOfPictures });

/**
 * The text as a fragment of p, br, strong, em, ul, ol, li, a and code.
 * With `links` false, what would be a link is its words alone.
 */
export function guideText(text: string, links: boolean): DocumentFragment {
  const html = marked.parse(paragraphs(clean(text)), { async: false });
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["href"],
    ALLOWED_URI_REGEXP: ADDRESSES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const anchor of fragment.querySelectorAll("a")) settle(anchor, links);
  return fragment;
}

/** Each line of a plain text is a paragraph of its own, with its own direction; a list keeps its lines together. */
function paragraphs(text: string): string {
  return LIST.test(text) ? text : text.replaceAll("\n", "\n\n");
}

function settle(anchor: HTMLAnchorElement, links: boolean): void {
  if (!links || !anchor.hasAttribute("href")) {
    anchor.replaceWith(...anchor.childNodes);
    return;
  }
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
}
