"""Short messages of fresh authors, one to five words, and the written form to answer them in.

``drills/short-<language>.tsv``: a message and the form. Few were misread before the word lists
limited what letters may say against a word, so they keep a level rather than measure one.
"""

import csv
from pathlib import Path

from horgos.language.choice import Hints, reply_form

DRILLS = Path(__file__).parent / "drills"
COUNT = {"en": 446, "kk": 460, "ru": 459, "zh": 507}
MISREAD = {
    "en": {
        "30 kilos?",  # also Russian in Latin letters, but for its last one
        "ay kam wiz kar tumoro",  # English as heard, every word
    },
    "kk": set(),
    "ru": {"duty free лимит какой"},  # more English words than Russian ones
    "zh": {"cesuozainar"},  # 哪儿 and what stands before it, run together
}


def test_short_messages_are_answered_in_their_form(language, forms):
    with (DRILLS / f"short-{language}.tsv").open(encoding="utf-8", newline="") as lines:
        drills = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(drills) == COUNT[language]
    misread = {text for text, form in drills if reply_form(text, Hints(), forms).form != form}
    assert misread == MISREAD[language]
