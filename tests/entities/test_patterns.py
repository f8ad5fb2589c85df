"""The pattern language of the lexicon."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from horgos.entities.lexicon import lexicon
from horgos.entities.patterns import PatternError, Patterns
from horgos.entities.reader import read, vocab
from horgos.entities.vocabulary import Vocabulary
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

LISTS = {
    "citizen": lexicon().vocabulary.family(["citizen*"]),
    "and": frozenset({"and"}),
}
PLACES = [
    ("ADJ <citizen>", "any german citizens here", "german citizens"),
    ("ADJ -<citizen>", "a german here", "german"),
    ("ADJ =<citizen>", "a german citizen here", "german"),
    ("BEGIN ADJ", "german or not", "german"),
    ("ADJ END", "am i german", "german"),
    ("@ADJ <and> ADJ", "for german and french people", "german and french"),
    ("ADJ <and>? <citizen>", "a german citizen", "german citizen"),
    ("NUMBER", "we are 12", "12"),
]
NO_PLACES = [
    ("ADJ -<citizen>", "a german citizen here"),
    ("ADJ =<citizen>", "a german here"),
    ("BEGIN ADJ", "not german"),
    ("NAME", "a german here"),
]
BROKEN = [
    ("ADJ <nobody>", "there is no list 'nobody'"),
    ("ADJ <citizen", "cannot read '<citizen'"),
]


def found(pattern: str, text: str) -> list[str]:
    sentence = read(words(text, "en"), SPELLINGS["en"])
    patterns = Patterns(vocab(), Vocabulary(), LISTS, {"group": [pattern]})
    return [
        text[sentence.term(match.start).start : sentence.term(match.end - 1).end]
        for match in patterns.find(sentence)
    ]


@pytest.mark.parametrize(("pattern", "text", "expected"), PLACES)
def test_a_pattern_finds_its_place(pattern: str, text: str, expected: str) -> None:
    assert found(pattern, text) == [expected]


@pytest.mark.parametrize(("pattern", "text"), NO_PLACES)
def test_a_pattern_finds_nothing_else(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


@pytest.mark.parametrize(("pattern", "message"), BROKEN)
def test_a_broken_pattern_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        Patterns(Vocab(), Vocabulary(), LISTS, {"group": [pattern]})
