"""Reading a lexicon file and checking it against its schema."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, Extra, ValidationError

from horgos.language.yaml_files import DataFileError, load_mapping

LEXICON = Path(__file__).parents[2] / "lexicon"

Language = Literal["en", "ru", "kk", "zh", "any"]


class Phrase(str):
    """A word or phrase of a lexicon; a single word may end in "*", which stands for any ending."""

    @classmethod
    def __get_validators__(cls) -> Iterator[Callable[[object], "Phrase"]]:
        """For pydantic."""
        yield cls._checked

    @classmethod
    def _checked(cls, given: object) -> "Phrase":
        if not isinstance(given, str) or not given.strip():
            raise ValueError(f"{given!r} is not a word; put it in quotes if it is meant as one")
        if not _PHRASE.fullmatch(given):
            raise ValueError(f"{given!r}: only a single word may have a *, at its end")
        return cls(given)


WordsByLanguage = dict[Language, tuple[Phrase, ...]]
"""Words or phrases under their language; "any" for signs and codes all of them use."""


_PHRASE = re.compile(r"[^*]+|[^*\s-]+\*")


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names the file and the key."""


class Section(BaseModel):
    """Base of the schemas: unknown keys are errors, values do not change."""

    class Config:
        """Options of pydantic."""

        extra = Extra.forbid
        allow_mutation = False


SectionT = TypeVar("SectionT", bound=Section)


def load_lexicon(path: Path, schema: type[SectionT]) -> SectionT:
    """Read one lexicon file.

    Args:
        path: a YAML file whose top level is a mapping.
        schema: what must stand in it.

    Raises:
        LexiconError: the file is missing, is no YAML, or breaks its schema.
    """
    try:
        return schema.parse_obj(load_mapping(path))
    except DataFileError as error:
        raise LexiconError(str(error)) from error
    except ValidationError as error:
        raise LexiconError(f"{path}: {_first_of(error)}") from error


def _first_of(error: ValidationError) -> str:
    """The first thing wrong, as "key.key.key: what"."""
    first = error.errors()[0]
    given = first.get("ctx", {}).get("given")
    parts = [given if key == "__key__" else key for key in first["loc"] if key != "__root__"]
    keys = ".".join(map(str, parts))
    return f"{keys}: {first['msg']}"
