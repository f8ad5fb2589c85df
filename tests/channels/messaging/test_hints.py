"""Scenes come from outside: known ones give a form, all others nothing."""

from __future__ import annotations

import pytest

from horgos.channels.messaging.hints import form_of_scene
from horgos.language.forms import Forms

SCENES = [
    ("kiosk_kk", "kk-Cyrl"),
    ("desk_2_zh-Hant", "zh-Hant"),
    ("kiosk_kk-arab", "kk-Arab"),
    ("ru", "ru-Cyrl"),
    ("kiosk", None),
    ("kiosk_de", None),
    ("", None),
]


@pytest.mark.parametrize(("scene", "form"), SCENES)
def test_a_scene_asks_for_a_form(scene: str, form: str | None, forms: Forms) -> None:
    found = form_of_scene(scene, forms)
    assert (found.code if found else None) == form
