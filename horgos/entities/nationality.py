"""Peoples and countries named with hardly a word beside them: "um, Polish", "паспорт синий, РК".

What a visitor says who has just been asked for his citizenship. Nothing is claimed of messages
that state one by themselves (``citizenship.py``).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from horgos.entities import citizenship
from horgos.entities.lexicon import lexicon
from horgos.entities.reader import read
from horgos.entities.terms import Term
from horgos.entities.values import Entity, Nationality
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_MOST_TERMS = 10
"""An answer is short; in a longer message a country stands for something else."""
_MENTIONS = frozenset({"NAME", "PEOPLE", "ADJ", "ETHNIC", "CAPS"})
_BESIDE = ("filler", "filler_adverb", "person", "citizen", "paper", "is", "be")


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """The one country of a short message that states no citizenship.

    Args:
        words: of the message.
        spelling: of the message.
    """
    terms = read(words, spelling).terms
    countries = {term.country for term in terms if term.label in _MENTIONS}
    if len(terms) > _MOST_TERMS or len(countries) != 1:
        return ()
    term = next(_alone(terms), None)
    if term is None or term.country is None or citizenship.find(words, spelling):
        return ()
    return (Entity("nationality", Nationality(term.country), term.start, term.end),)


def _alone(terms: Sequence[Term]) -> Iterator[Term]:
    """Mentions in whose clause nothing stands that could be a place, a thing or an owner."""
    for at, term in enumerate(terms):
        is_people = term.label in _MENTIONS and not citizenship.is_untold(term)
        before, after = reversed(terms[:at]), terms[at + 1 :]
        if is_people and _leaves_alone(before) and _leaves_alone(after):
            yield term


def _leaves_alone(terms: Iterable[Term]) -> bool:
    """Whether the words up to the end of the clause, from a mention on, leave it by itself."""
    joints = lexicon().books["citizenship"].lists
    clause = takewhile(
        lambda term: term.entry not in joints["pause"] and term.entry not in joints["and"], terms
    )
    return all(term.entry in _beside() for term in clause)


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    """Words that leave a people in their clause by itself."""
    lists = lexicon().books["citizenship"].lists
    return frozenset().union(*(lists[name] for name in _BESIDE))
