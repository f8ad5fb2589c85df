"""Forty texts that want to be more than text, as a reply of the guide or typed by a visitor.

Whatever would run sets `window.harmed`. None is longer than a visitor may type, but for LONG.
"""

from __future__ import annotations

HARM = "window.harmed=1"
TEXTS = {
    "script": f"<script>{HARM}</script>",
    "script-in-capitals": f"<SCRIPT SRC=data:text/javascript,{HARM}></SCRIPT>",
    "script-split": f"<scr<script>ipt>{HARM}</scr</script>ipt>",
    "image": f"<img src=x onerror={HARM}>",
    "image-with-slash": f'<img/src="x"/onerror="{HARM}">',
    "image-unclosed": f'<img src="x" onerror="{HARM}"',
    "svg": f"<svg onload={HARM}><circle r=9></svg>",
    "svg-animate": f"<svg><a><animate attributeName=href values=javascript:{HARM} />x</a></svg>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={HARM}></style></mglyph>",
    "template": f"<template><img src=x onerror={HARM}></template>",
    "noscript": f'<noscript><p title="</noscript><img src=x onerror={HARM}>">',
    "iframe": f'<iframe srcdoc="<script>parent.{HARM}</script>"></iframe>',
    "object": f'<object data="javascript:{HARM}"></object><embed src="javascript:{HARM}">',
    "form": f"<form action=javascript:{HARM}><button>Go</button><input autofocus onfocus={HARM}>",
    "style": "<style>*{display:none!important}</style><link rel=stylesheet href=//example.org/x>",
    "base-and-meta": "<base href=//example.org/><meta http-equiv=refresh content='0;url=//x/'>",
    "details": f"<details open ontoggle={HARM}><summary>x</summary></details>",
    "style-attribute": '<p style="position:fixed;inset:0;background:red">cover</p>',
    "id-and-class": '<b id="app" class="launcher" part="panel" slot="x" name="body">clobber</b>',
    "custom-element": "<horgos-guide open></horgos-guide><horgos-chat></horgos-chat>",
    "javascript-link": f"[press](javascript:{HARM})",
    "javascript-link-in-capitals": f"[press](JaVaScRiPt:{HARM})",
    "javascript-link-with-tab": f"[press](java\tscript:{HARM})",
    "javascript-link-in-entities": f"[press](&#106;avascript:{HARM})",
    "data-link": "[press](data:text/html,<script>parent.harmed=1</script>)",
    "vbscript-link": "[press](vbscript:x) <file:///etc/passwd> [x](blob:x)",
    "link-by-reference": f"[press][1]\n\n[1]: javascript:{HARM}",
    "link-title": f'[press](https://example.org/ "x" onmouseover="{HARM}")',
    "markdown-image": "![picture](https://example.org/track.png) ![x](x:y)",
    "autolink": f'<javascript:{HARM}> <https://example.org/"onmouseover="{HARM}>',
    "entities": f"&lt;img src=x onerror={HARM}&gt; &#60;script&#62;{HARM}&#60;/script&#62;",
    "markdown-flood": "> " * 60 + "- " * 60 + "#" * 30 + " x `" * 20,
    "template-syntax": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {0} {text} %(x)s [[7*7]] {{constructor}}",
    "bidi-override": "Price \u202e000,8\u202c yuan \u202d\u202e\u202e never closed",
    "bidi-isolates": "\u2067\u2067\u2066\u2068 never closed \u200f\u200e\u061c end",
    "zero-width": "ze\u200bro\u200c wi\u200ddth\u2060 \ufeff\u00ad\u180e text" + "\u200b" * 200,
    "combining-flood": "Z" + "\u0335\u0321\u0317\u0320\u0336\u0315" * 40 + "algo",
    "emoji": "👨‍👩‍👧‍👦🏴‍☠️🇰🇿🇨🇳🕌🐫" * 8 + "\U000e0041\U000e0042",
    "mixed-directions": "Дүкен «دۇكەن» (shop) 商店 8,000 يۋان — ok؟ 123 قورعاس!",
    "separators": "a\u2028b\u2029c\x0bd\x85e\t\t\tf\r\ng\x00h\x1b[31m",
}
# A word no line can hold; as a reply only, for a visitor may not type that much.
LONG = {"long-word": "Ұзын" * 2_500}
