"""Which half of the zone a message speaks of. Words are in ``lexicon/side.yml``."""

from collections.abc import Iterator
from functools import lru_cache

from horgos.entities.lexicon import lexicon
from horgos.entities.patterns import Patterns
from horgos.entities.reader import read, vocab
from horgos.entities.sentence import Sentence
from horgos.entities.values import Entity, Side
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_GROUPS = ("side", "kazakh_side", "chinese_side")


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """The sides a message names, each stretch of text once, in order.

    Args:
        words: of the message.
        spelling: of the message.
    """
    sentence = read(words, spelling)
    return tuple(sorted(_sides(sentence), key=lambda entity: entity.start))


def _sides(sentence: Sentence) -> Iterator[Entity]:
    taken: set[int] = set()
    for found in _patterns().find(sentence):
        tokens = set(range(found.start, found.end))
        side = _side(found.name, found.about, sentence)
        if side is not None and taken.isdisjoint(tokens):
            taken.update(tokens)
            first, last = sentence.term(found.start), sentence.term(found.end - 1)
            yield Entity("side", side, first.start, last.end)


def _side(group: str, about: int | None, sentence: Sentence) -> Side | None:
    """None for the sides of other countries."""
    if group == "kazakh_side":
        return Side("KZ")
    if group == "chinese_side":
        return Side("CN")
    country = None if about is None else sentence.term(about).country
    if country == "KZ":
        return Side("KZ")
    return Side("CN") if country == "CN" else None


@lru_cache(maxsize=1)
def _patterns() -> Patterns:
    book = lexicon().books["side"]
    book.require(_GROUPS)
    return Patterns(vocab(), lexicon().vocabulary, book.lists, book.groups)
