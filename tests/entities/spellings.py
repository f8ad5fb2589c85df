"""How the messages of the tables are spelled, so that no test hangs on language detection."""

from __future__ import annotations

from horgos.language.spelling import Certainty, Spelling

SPELLINGS = {
    code: Spelling(language, script, makeshift, Certainty.DECISIVE, words=5)
    for code, language, script, makeshift in (
        ("en", "en", "Latn", False),
        ("ru", "ru", "Cyrl", False),
        ("ru-Latn", "ru", "Latn", True),
        ("kk", "kk", "Cyrl", False),
        ("kk-Arab", "kk", "Arab", False),
        ("kk-Latn", "kk", "Latn", True),
        ("zh", "zh", "Hans", False),
        ("zh-Hant", "zh", "Hant", False),
        ("pinyin", "zh", "Latn", True),
    )
}
