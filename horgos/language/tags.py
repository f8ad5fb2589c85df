"""The written form for a language tag from outside: a browser's, an app's, a page's."""

from __future__ import annotations

import re

from babel.core import get_global

from horgos.language.forms import Forms, WrittenForm

_PARTS = re.compile(r"[-_]")


def form_of_tag(tag: object, forms: Forms) -> WrittenForm | None:
    """The form for a BCP 47 tag: by its script, or by the one usual where it names a country.

    ``zh-HK`` is Traditional, ``kk-CN`` Arabic (CLDR's likely subtags); a language in a script we do
    not write gets its main form. Anything else, be it no text at all, gives None.
    """
    if not isinstance(tag, str):
        return None
    language, *rest = _PARTS.split(tag.strip().lower())
    if language not in forms.languages:
        return None
    script = next((part.title() for part in rest if len(part) == 4), None)
    region = next((part.upper() for part in rest if len(part) == 2), None)
    if script is None and region is not None:
        likely = get_global("likely_subtags").get(f"{language}_{region}", "")
        script = next((part for part in likely.split("_")[1:] if len(part) == 4), None)
    return forms.find(language, script) or forms.main(language)
