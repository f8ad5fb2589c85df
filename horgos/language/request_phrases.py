"""The phrases by which visitors ask for a language, of requests.yml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from horgos.language.form_names import NAME
from horgos.language.yaml_files import HERE, DataFileError, load_mapping, mapping_at, words_at

FILE = HERE / "requests.yml"
# Stands for a name that is refused, as NAME does for one that counts.
REFUSED = "ꙭ"
SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Phrases:
    """Regular expressions over clauses with ``NAME`` for their names.

    Attributes:
        asks: clauses that ask.
        alone: sentences that ask by nothing but the name.
        needs: clauses that say what somebody can read.
        points: clauses that ask for what another one says somebody can read.
        refuses: what refuses a name, the name included.
        of_others: clauses about what others speak or read.
        together: names that make one form together.
    """

    asks: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]
    points: tuple[re.Pattern[str], ...]
    refuses: tuple[re.Pattern[str], ...]
    of_others: tuple[re.Pattern[str], ...]
    together: re.Pattern[str]


def any_of(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    """Whether one of the patterns is found in a clause."""
    return any(pattern.search(text) for pattern in patterns)


@lru_cache(maxsize=1)
def phrases_of_requests() -> Phrases:
    """The phrases, read once."""
    data = load_mapping(FILE)
    words = mapping_at(FILE, data, "words")
    politeness = mapping_at(FILE, data, "courtesy")
    courtesy = {key: "|".join(words_at(FILE, politeness, key)) for key in politeness}
    slots = {
        "target": NAME,
        "courtesy": _any_number(courtesy.values()),
        **{f"courtesy_{key}": _any_number([listed]) for key, listed in courtesy.items()},
        **{key: f"(?:{'|'.join(words_at(FILE, words, key))})" for key in words},
    }
    glue = _any_number(words_at(FILE, data, "together"))
    return Phrases(
        asks=_compiled(data, "asks", slots),
        alone=_compiled(data, "alone", slots),
        needs=_compiled(data, "needs", slots),
        points=_compiled(data, "points", slots),
        refuses=_compiled(data, "refuses", slots),
        of_others=_compiled(data, "of_others", slots),
        together=re.compile(f"{NAME}(?:{glue} ?{NAME})+"),
    )


def _any_number(listed: Iterable[str]) -> str:
    """Any of some words; no letter may follow one, but in Chinese words stand without a space."""
    return rf"(?: ?(?:{'|'.join(listed)})(?![^\W{NAME}\u3400-\u9fff]))*"


def _compiled(
    data: dict[str, object], key: str, slots: Mapping[str, str]
) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for number, template in enumerate(words_at(FILE, data, key)):
        try:
            patterns.append(re.compile(SLOT.sub(lambda slot: slots[slot[1]], template)))
        except (re.error, KeyError) as error:
            raise DataFileError(f"{FILE}: {key}: entry {number}: {error}") from error
    return tuple(patterns)
