"""Tags come from outside: known ones give a form, all others nothing."""

from __future__ import annotations

from typing import Any

import pytest

from horgos.language.forms import Forms
from horgos.language.tags import form_of_tag

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
    ("zh_MO", "zh-Hant"),
    ("kk-CN", "kk-Arab"),
    ("zh-Latn", "zh-Hans"),
    ("en-GB", "en-Latn"),
    ("de", None),
    ("", None),
    ("-", None),
    (None, None),
    (7, None),
    (["kk"], None),
]


@pytest.mark.parametrize(("tag", "form"), TAGS)
def test_a_tag_suggests_a_form(tag: Any, form: str | None, forms: Forms) -> None:
    found = form_of_tag(tag, forms)
    assert (found.code if found else None) == form
