"""Peoples and countries named with hardly a word beside them: "um, Polish", "паспорт синий, РК".

What a visitor says who has just been asked for his citizenship. Nothing is claimed of messages
that state one by themselves (``citizenship.py``).
"""

from collections.abc import Iterator
from functools import lru_cache

from horgos.entities import citizenship
from horgos.entities.lexicon import lexicon
from horgos.entities.reader import read
from horgos.entities.sentence import Sentence
from horgos.entities.values import Entity, Nationality
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_MOST_TERMS = 10
"""An answer is short; in a longer message a country stands for something else."""
_MENTIONS = frozenset({"NAME", "PEOPLE", "ADJ", "ETHNIC", "CAPS"})
_BESIDE = ("filler", "filler_adverb", "person", "citizen", "paper", "and", "pause", "is", "be")


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """The one country of a short message that states no citizenship.

    Args:
        words: of the message.
        spelling: of the message.
    """
    sentence = read(words, spelling)
    countries = {term.country for term in sentence.terms if term.label in _MENTIONS}
    if len(sentence.terms) > _MOST_TERMS or len(countries) != 1:
        return ()
    term = next((sentence.term(token) for token in _alone(sentence)), None)
    if term is None or term.country is None or citizenship.find(words, spelling):
        return ()
    return (Entity("nationality", Nationality(term.country), term.start, term.end),)


def _alone(sentence: Sentence) -> Iterator[int]:
    """Mentions beside which nothing stands that could be a place, a thing or an owner."""
    for token, term in enumerate(sentence.terms, start=1):
        if term.label not in _MENTIONS or citizenship.is_untold(term):
            continue
        neighbours = (at for at in (token - 1, token + 1) if not sentence.is_sentinel(at))
        if all(sentence.term(at).entry in _beside() for at in neighbours):
            yield token


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    """Words that leave a people beside them by itself."""
    lists = lexicon().books["citizenship"].lists
    return frozenset().union(*(lists[name] for name in _BESIDE))
