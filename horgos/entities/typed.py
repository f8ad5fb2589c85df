"""How words are spelled on a keyboard without the letters of their language."""

from collections.abc import Mapping

from horgos.entities.lexicon_file import LEXICON, Language, Phrase, Section, load_lexicon


class Typed(Section):
    """``lexicon/typed.yml``."""

    __root__: dict[Language, dict[Phrase, Phrase]]


def typed_otherwise() -> Mapping[Language, Mapping[Phrase, Phrase]]:
    """Pieces of words in the canonical reading, and as typed, by language.

    Raises:
        LexiconError: the file is wrong.
    """
    return load_lexicon(LEXICON / "typed.yml", Typed).__root__
