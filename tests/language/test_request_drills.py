"""Messages that ask for a language of the reply, or only name one.

``drills/requests-<language>.tsv``: messages of fresh authors, ``requests-ours.tsv``: our own; the
form to answer in (empty where it does not matter) and whether the message asks. They showed where
phrases were missing, so they say nothing of how well unknown requests are heard. What the words
alone do not tell stands in ``MISSED``; of most of these the classifier still hears that they are
about the language of the reply.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from horgos.language.choice import Hints, reply_form
from horgos.language.forms import Forms

DRILLS = Path(__file__).parent / "drills"
COUNT = {"en": 90, "kk": 90, "ru": 90, "zh": 90, "ours": 330}
MISSED = {
    "en": {
        # The characters are named by where people read them.
        "my aunt is from taiwan, can you use the characters they read there",
        "why are you writing russian at me?? im british",  # answered in English all the same
    },
    "kk": {"орысшаңды түсінбедім, ана тілімде жаз"},  # likewise in Kazakh
    "ru": set(),
    "zh": {"唔好打簡體,我睇唔慣"},  # and in Traditional characters
    "ours": {
        "what would that be in Chinese, need to show the cashier",
        "opening hours please, in russian",
        "я по-английски лучше понимаю, давайте на нём",
        "ты чего по-китайски пишешь, я русский",
        "во сколько открытие, и на английском если можно",
        "看不懂繁体",
        "mandarin works better for me",
        "my colleague from Hong Kong cant read simplified",
        "i need this in chinese characters for the taxi",
        "тек ағылшынша білемін",
        "唔好用簡體",
    },
}


@dataclass(frozen=True)
class Drill:
    """A message, the form to answer in and whether it asks for that."""

    text: str
    form: str
    asks: bool

    def is_heard(self, forms: Forms) -> bool:
        """Whether it is a request if and only if it asks, and answered in the right form."""
        found = reply_form(self.text, Hints(), forms)
        return (found.wish is not None) == self.asks and self.form in ("", found.form)


def drills(name: str) -> Iterator[Drill]:
    with (DRILLS / f"requests-{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Drill(row["text"], row["form"], row["asks"] == "yes")


@pytest.mark.parametrize("name", sorted(COUNT))
def test_who_asks_for_a_language_is_heard_and_nobody_else(forms: Forms, name: str) -> None:
    found = list(drills(name))
    assert len(found) == COUNT[name]
    assert {drill.text for drill in found if not drill.is_heard(forms)} == MISSED[name]
