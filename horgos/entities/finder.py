"""All entities of a message."""

from collections.abc import Callable
from dataclasses import replace

from horgos.entities import citizenship, money, nationality, side, when
from horgos.entities.serial import from_dict, to_dict
from horgos.entities.values import Entity
from horgos.language.spelling import UNKNOWN, Spelling
from horgos.language.tokens import Word, words

__all__ = ["find_all", "find_in", "from_dict", "load", "to_dict"]

_FINDERS: tuple[Callable[[tuple[Word, ...], Spelling], tuple[Entity, ...]], ...] = (
    citizenship.find,
    nationality.find,
    money.find,
    when.find,
    side.find,
)


def find_all(text: str, spelling: Spelling) -> tuple[Entity, ...]:
    """What a message says of citizenship, people, money, time and side.

    Args:
        text: as typed.
        spelling: of the message, as ``horgos.language.detection.detect`` tells it.

    Returns:
        The entities in order of the text; ``text[entity.start:entity.end]`` states each.
    """
    return find_in(words(text, spelling.language), spelling)


def load() -> None:
    """Read lexicon and word lists now, some three seconds, and not with the first message.

    Raises:
        LexiconError: a file of ``lexicon`` is wrong; names the file and the key.
    """
    for text, language in (("中国 8000 元", "zh"), ("Germany 8000", "en"), ("8 мың", "kk")):
        find_all(text, replace(UNKNOWN, language=language))


def find_in(message: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """The same for a message that has been cut into words."""
    found = [entity for find in _FINDERS for entity in find(message, spelling)]
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end)))
