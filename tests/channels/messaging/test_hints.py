"""Tags and scenes come from outside: known ones give a form, all others nothing."""

from __future__ import annotations

from typing import Any

import pytest

from horgos.channels.messaging.hints import form_of_scene, form_of_tag
from horgos.language.forms import Forms

TAGS: list[tuple[Any, str | None]] = [
    ("kk", "kk-Cyrl"),
    ("KK", "kk-Cyrl"),
    ("kk-arab", "kk-Arab"),
    ("kk_Latn_KZ", "kk-Latn"),
    ("ru-KZ", "ru-Cyrl"),
    ("zh", "zh-Hans"),
    ("zh-hans", "zh-Hans"),
    ("zh-hant", "zh-Hant"),
    ("zh-TW", "zh-Hant"),
    ("zh-hk", "zh-Hant"),
    ("en-GB", "en-Latn"),
    ("de", None),
    ("", None),
    ("-", None),
    (None, None),
    (7, None),
    (["kk"], None),
]
SCENES = [
    ("kiosk_kk", "kk-Cyrl"),
    ("desk_2_zh-Hant", "zh-Hant"),
    ("kiosk_kk-arab", "kk-Arab"),
    ("ru", "ru-Cyrl"),
    ("kiosk", None),
    ("kiosk_de", None),
    ("", None),
]


@pytest.mark.parametrize(("tag", "form"), TAGS)
def test_a_tag_suggests_a_form(tag: Any, form: str | None, forms: Forms) -> None:
    found = form_of_tag(tag, forms)
    assert (found.code if found else None) == form


@pytest.mark.parametrize(("scene", "form"), SCENES)
def test_a_scene_asks_for_a_form(scene: str, form: str | None, forms: Forms) -> None:
    found = form_of_scene(scene, forms)
    assert (found.code if found else None) == form
