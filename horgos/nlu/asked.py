"""Messages that visitors write whole, with all they ask, for the heads to learn from.

Two questions in one message are seldom two sentences: a word is left out, one verb serves both.
What is joined by rule (``horgos.nlu.joined``) does not sound so; and some messages that look like
two ask one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from horgos.language.detection import detect
from horgos.language.reading import readings
from horgos.language.yaml_files import load_mapping, words_at
from horgos.nlu.examples import Example

AND = " + "
"""Between the intents that messages ask, as in ``duty_free + port_crossing/hours``."""


def load_asked(folder: Path) -> list[Example]:
    """Read ``data/asked``: a file a language, messages by the full intents they ask.

    Raises:
        DataFileError: A file is malformed.
    """
    return [one for path in sorted(folder.glob("*.yml")) for one in _messages(path)]


def _messages(path: Path) -> Iterator[Example]:
    data = load_mapping(path)
    for intents in data:
        for text in words_at(path, data, intents):
            spelling = detect(text)
            yield Example(readings(text, spelling), spelling, tuple(intents.split(AND)))
