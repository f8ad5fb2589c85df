"""Replies to measure: nothing is lost that fits, the end stays when something must go."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from horgos.channels.wechat.writing import LIMIT, written

CHOICES = ("1. Құжаттар", "2. Баж салығынсыз", "Таңдау үшін нөмірін жіберіңіз.")
SOURCE = "Дереккөз: Кеден қызметі, 2025 жыл."
SENTENCE = "Бұл ұзақ сөйлем, онда көп нәрсе айтылады. "


def test_what_fits_stays_as_it_is() -> None:
    assert written((f"Бір.\n{SOURCE}",), CHOICES, 1) == (
        f"Бір.\n{SOURCE}\n\n" + "\n".join(CHOICES),
    )
    assert written((), (), 1) == ()
    assert written(("Бір", "Екі"), (), 1) == ("Бір\n\nЕкі",)


def test_what_does_not_fit_goes_on_in_further_texts_where_they_are_allowed() -> None:
    texts = tuple(f"{SENTENCE * 13}{n}.\n{SOURCE}" for n in range(3))
    parts = written(texts, CHOICES, 3)
    assert len(parts) == 3
    assert "\n\n".join(parts) == "\n\n".join((*texts, "\n".join(CHOICES)))


def test_what_must_go_goes_at_the_end_of_a_sentence_and_sources_and_choices_stay() -> None:
    texts = tuple(f"{SENTENCE * 13}{n}.\n{SOURCE}" for n in range(3))
    (part,) = written(texts, CHOICES, 1)
    assert len(part.encode()) <= LIMIT
    assert part.count(SOURCE) == 3
    assert part.count(f"айтылады…\n{SOURCE}") == 3
    assert part.endswith("\n".join(CHOICES))


@settings(max_examples=60)
@given(
    st.lists(st.text("аб вг.。你好\n🙂e\u0301", max_size=1500), max_size=6),
    st.lists(st.text("аб 你", min_size=1, max_size=20), max_size=9),
    st.integers(1, 3),
)
def test_any_reply_keeps_the_measure(texts: list[str], choices: list[str], most: int) -> None:
    parts = written(texts, choices, most)
    assert len(parts) <= most
    assert all(0 < len(part.encode()) <= LIMIT for part in parts)
    if any(text.strip() for text in texts):
        assert parts
