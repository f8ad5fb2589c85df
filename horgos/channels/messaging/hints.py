"""The written form that an app's language or a QR code's scene suggests."""

from __future__ import annotations

import re

from horgos.language.forms import Forms, WrittenForm

_PARTS = re.compile(r"[-_]")
# Regions whose readers are used to another script than the language's main one.
_SCRIPT_OF_REGION = {"zh": {"tw": "Hant", "hk": "Hant", "mo": "Hant"}}


def form_of_tag(tag: object, forms: Forms) -> WrittenForm | None:
    """The form for an IETF language tag such as ``kk``, ``zh-hant``, ``zh-TW`` or ``ru-KZ``.

    Anything else, be it no text at all, gives None: the tag comes from outside.
    """
    if not isinstance(tag, str):
        return None
    language, *subtags = _PARTS.split(tag.strip().lower())
    if language not in forms.languages:
        return None
    scripts = [subtag.title() for subtag in subtags]
    scripts += [_SCRIPT_OF_REGION.get(language, {}).get(subtag, "") for subtag in subtags]
    named = (forms.find(language, script) for script in scripts)
    return next(filter(None, named), None) or forms.main(language)


def form_of_scene(scene: str, forms: Forms) -> WrittenForm | None:
    """The form at the end of a QR code's scene: ``kiosk_zh``, ``desk_kk-Arab``, ``ru``."""
    wanted = scene.rpartition("_")[2].lower()
    for form in forms:
        if form.code.lower() == wanted:
            return form
    return forms.main(wanted) if wanted in forms.languages else None
