/** The zone's page around the widget: its list of topics and languages, and whether the chat stands open. */
import { DEFAULT_FORM, firstForm } from "../core/forms";
import { loadPack } from "../core/pack";
import type { Form, Pack } from "../core/types";
import type { HorgosGuide } from "../widget/guide";

const HOME = new URL("/", location.href).href;
const { lang } = document.documentElement;
const form = firstForm([lang]);

void begin();

async function begin(): Promise<void> {
  const pack = await loadPack(HOME, form).catch(() => loadPack(HOME, DEFAULT_FORM));
  listForms(pack);
  listTopics(pack);
  await openChat();
}

/** On a language's own address the visitor has chosen it, and came to talk. */
async function openChat(): Promise<void> {
  if (document.querySelector<HTMLMetaElement>('meta[name="horgos-open"]')?.content !== "yes") return;
  const guide = await theGuide();
  guide.choose(form);
  if (!guide.closedByVisitor) guide.open = true;
}

async function theGuide(): Promise<HorgosGuide> {
  await customElements.whenDefined("horgos-guide");
  const guide = document.querySelector<HorgosGuide>("horgos-guide");
  if (guide === null) throw new Error("the page has no guide");
  return guide;
}

function listForms(pack: Pack): void {
  document.querySelector("#forms")?.append(...pack.forms.map((each) => item(formLink(each, pack.form))));
}

function formLink(each: Form, present: Form): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `/${each.code.toLowerCase()}`;
  link.lang = each.tag;
  link.dir = each.direction;
  link.hreflang = each.tag;
  link.textContent = each.own_name;
  if (each.code === present.code) link.setAttribute("aria-current", "true");
  return link;
}

function listTopics(pack: Pack): void {
  document.querySelector("#topics")?.append(...pack.topics.map(({ button, title }) => item(topicButton(button, title))));
}

function topicButton(id: string, title: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = title;
  button.addEventListener("click", () => void theGuide().then((guide) => guide.ask(id, title)));
  return button;
}

function item(content: Node): HTMLLIElement {
  const li = document.createElement("li");
  li.append(content);
  return li;
}
