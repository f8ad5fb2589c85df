// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { guideText } from "./markdown";

function shown(text: string, links = true): HTMLElement {
  const element = document.createElement("div");
  element.append(guideText(text, links));
  return element;
}

const htmlOf = (text: string, links = true): string => shown(text, links).innerHTML.trim();
const link = (href: string, words: string): string => `<a href="${href}" target="_blank" rel="noopener noreferrer">${words}</a>`;

describe("a little Markdown", () => {
  const TABLE: [string, string, string][] = [
    ["a paragraph a line", "one\ntwo", "<p>one</p>\n<p>two</p>"],
    ["emphasis", "**a** and *b* and `c`", "<p><strong>a</strong> and <em>b</em> and <code>c</code></p>"],
    ["a list", "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["a numbered list", "1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"],
    ["a link", "[map](https://zone.example/map)", `<p>${link("https://zone.example/map", "map")}</p>`],
    ["a bare address", "see https://zone.example/?a=1&b=2", `<p>see ${link("https://zone.example/?a=1&amp;b=2", "https://zone.example/?a=1&amp;b=2")}</p>`],
    ["mail", "[write](mailto:a@zone.example)", `<p>${link("mailto:a@zone.example", "write")}</p>`],
    ["a telephone", "[call](tel:+77001234567)", `<p>${link("tel:+77001234567", "call")}</p>`],
    ["a place", "[here](geo:44.2,80.4)", `<p>${link("geo:44.2,80.4", "here")}</p>`],
    ["figures with tildes are not struck out", "8~10 or 12~14", "<p>8~10 or 12~14</p>"],
    ["a number sign is no heading", "# 1", "<p># 1</p>"],
    ["dashes are no rule", "a\n---", "<p>a</p>\n<p>---</p>"],
    ["a greater sign is no quotation", "> 5 kg", "<p>&gt; 5 kg</p>"],
    ["signs of comparison stay", "1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"],
    ["indented text is no code", "a\n    b", "<p>a</p>\n<p>b</p>"],
    ["a picture is its words", "![the gate](https://elsewhere.example/a.png)", "<p>the gate</p>"],
  ];
  test.each(TABLE)("%s", (_, text, expected) => {
    expect(htmlOf(text).replaceAll(/>\s*b</g, ">b<")).toBe(expected);
  });
});

describe("without links", () => {
  const TABLE: [string, string, string][] = [
    ["words stay", "[map](https://zone.example)", "<p>map</p>"],
    ["their emphasis too", "[**map**](https://zone.example)", "<p><strong>map</strong></p>"],
    ["bare addresses are text", "https://zone.example", "<p>https://zone.example</p>"],
  ];
  test.each(TABLE)("%s", (_, text, expected) => {
    expect(htmlOf(text, false)).toBe(expected);
  });
});

const SCHEMES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\u0000script:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript&#58;alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD4=",
  "file:///etc/passwd",
  "blob:https://zone.example/x",
  "intent://scan/#Intent;end",
  "weixin://dl/chat",
  "ftp://zone.example",
  "//elsewhere.example",
  "/webhooks/web/session",
  "#top",
  "?x=1",
];
const HTML = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='https://x.example' onclick=alert(1)>x</a>",
  "<form action=https://x.example><input name=q></form>",
  "<button formaction=javascript:alert(1)>x</button>",
  "<style>*{display:none}</style>",
  "<link rel=stylesheet href=//x.example>",
  "<meta http-equiv=refresh content=0;url=//x.example>",
  "<base href=//x.example>",
  "<object data=//x.example></object>",
  "<embed src=//x.example>",
  "<video src=x onerror=alert(1)>",
  "<details open ontoggle=alert(1)>x</details>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<p style=position:fixed;inset:0>x</p>",
  "<div id=question class=send>x</div>",
  "<horgos-chat></horgos-chat>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "`<img src=x onerror=alert(1)>`",
  "**<b onmouseover=alert(1)>x</b>**",
  "![x](javascript:alert(1))",
  "![<img src=x onerror=alert(1)>](https://x.example/a.png)",
  "[<img src=x onerror=alert(1)>](https://x.example)",
  '[x](https://x.example "onmouseover=alert(1)")',
  '[x](https://x.example" onmouseover="alert(1))',
  "<https://x.example/<script>>",
  "[x]: javascript:alert(1)\n[x]",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
];
const HOSTILE = [...HTML, ...SCHEMES.flatMap((address) => [`[press](${address})`, `[press](<${address}>)`, `<${address}>`])];

test("there is enough hostility", () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(90);
});

describe.each([true, false])("hostile text with links %s", (links) => {
  test.each(HOSTILE)("%j is inert", (text) => {
    const element = shown(text, links);
    const tags = [...element.querySelectorAll("*")].map((each) => each.localName);
    expect(tags.filter((tag) => !["p", "br", "strong", "em", "ul", "ol", "li", "a", "code"].includes(tag))).toEqual([]);
    for (const each of element.querySelectorAll("*")) {
      const allowed = each.localName === "a" ? ["href", "target", "rel"] : [];
      expect(each.getAttributeNames().filter((name) => !allowed.includes(name))).toEqual([]);
    }
    const addresses = [...element.querySelectorAll("a")].map((a) => a.getAttribute("href") ?? "");
    expect(addresses.filter((href) => !/^(https?|mailto|tel|geo):/i.test(href))).toEqual([]);
    if (!links) expect(addresses).toEqual([]);
  });
});

test("HTML is shown as it was written", () => {
  for (const text of ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b>c"]) {
    expect(shown(text).textContent?.trim()).toBe(text);
  }
});
