"""The guide's project with made-up topics in place of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from benchmarks.growing.synthetic import MadeUp
from benchmarks.rasa_files import VERSION, written

_REPLACED = ("data/", "topics.yml")


def grown_files(guide: Mapping[str, bytes], learnt: Sequence[MadeUp]) -> dict[str, bytes]:
    """A project that understands made-up topics, by path.

    Args:
        guide: Files of the guide, of which components, languages and lexicon stay.
        learnt: Its training questions, those of a language together.
    """
    kept = {path: content for path, content in guide.items() if not path.startswith(_REPLACED)}
    topics = dict.fromkeys(question.topic for question in learnt)
    return {
        **kept,
        "topics.yml": written({"topics": {topic: {"related": []} for topic in topics}}),
        **{
            f"data/nlu/{language}/topics.yml": _questions(list(questions))
            for language, questions in groupby(learnt, lambda question: question.language)
        },
    }


def _questions(questions: Sequence[MadeUp]) -> bytes:
    blocks = [
        {"intent": topic, "examples": "".join(f"- {question.text}\n" for question in mine)}
        for topic, mine in groupby(questions, lambda question: question.topic)
    ]
    return written({"version": VERSION, "nlu": blocks})
