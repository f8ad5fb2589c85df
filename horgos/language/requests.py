"""Whether a message asks to be answered in a certain language or script."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from horgos.language.form_names import NAME, Name, Request, form_of, marked
from horgos.language.forms import Forms
from horgos.language.reading import canonical, fold
from horgos.language.romanised import cyrillic_reading
from horgos.language.spelling import UNKNOWN
from horgos.language.yaml_files import HERE, DataFileError, load_mapping, mapping_at, words_at

__all__ = ["Request", "named_form", "requested_form"]

FILE = HERE / "requests.yml"
LONGEST_TEXT = 1000
# Of a longer clause the end is looked at, where people put such wishes.
LONGEST_CLAUSE = 250
SENTENCE_END = re.compile(r"[.!?;\n。…]+")
CLAUSE_END = re.compile(r"[,:()«»\"“”、]+|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
SLOT = re.compile(r"\{([a-z_]+)\}")
NO_LETTERS = re.compile(r"[^\w']+")
LATIN = re.compile("[a-z]")
ROMANISED = ("kk", "ru")
# Stands for a name that is refused.
REFUSED = "ꙭ"
# Names that belong together: "Kazakh, but in Latin letters".
TOGETHER = "together"


@dataclass(frozen=True)
class _Clause:
    """A part of a message.

    Attributes:
        text: with ``NAME`` for the names that count, as one where they belong together.
        names: those.
        refused: the names refused in it.
    """

    text: str
    names: tuple[Name, ...]
    refused: tuple[Name, ...]


@dataclass(frozen=True)
class _Phrases:
    """requests.yml, made into regular expressions."""

    asks: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...]
    needs: tuple[re.Pattern[str], ...]
    points: tuple[re.Pattern[str], ...]
    refuses: tuple[re.Pattern[str], ...]
    of_others: tuple[re.Pattern[str], ...]
    together: re.Pattern[str]


def requested_form(text: str, forms: Forms) -> Request | None:
    """The form a message asks to be answered in, alone or beside a question; None if it does not.

    Questions about the languages of others ("do the staff speak Russian") are no request.
    """
    for view in _views(text[:LONGEST_TEXT]):
        sentences = [_clauses(sentence) for sentence in SENTENCE_END.split(view)]
        everywhere = [clause for clauses in sentences for clause in clauses]
        if not any(clause.names for clause in everywhere):
            continue
        asking = next(filter(None, map(_asking, SENTENCE_END.split(view), sentences)), None)
        asking = asking or _pointed_at(everywhere)
        if asking is not None:
            return form_of(asking.names, _names_in(everywhere), forms)
    return None


def named_form(text: str, forms: Forms) -> Request | None:
    """The form a message names and does not refuse, whatever it says about it; None for none.

    For messages known from elsewhere to be about the language of the reply. Of two writings of a
    language, who refuses one names the other.
    """
    for view in _views(text[:LONGEST_TEXT]):
        clauses = [clause for s in SENTENCE_END.split(view) for clause in _clauses(s)]
        found = form_of(_names_in(clauses), (), forms) or _instead(clauses, forms)
        if found is not None:
            return found
    return None


def _views(text: str) -> Iterator[str]:
    """The text with hyphens as spaces: as canonical Cyrillic, Chinese or Latin, then romanised."""
    simple = canonical(text, UNKNOWN).replace("-", " ")
    yield simple
    if LATIN.search(simple):
        for language in ROMANISED:
            yield fold(cyrillic_reading(simple, language))


def _clauses(sentence: str) -> list[_Clause]:
    return [_clause(part) for part in CLAUSE_END.split(sentence)]


def _clause(text: str) -> _Clause:
    """A clause, its names sorted; those in a clause about others do not count at all."""
    phrases = _phrases()
    read = marked(_bare(text))
    if _any(phrases.of_others, read.text):
        return _Clause("", (), ())
    said = read.text
    for pattern in phrases.refuses:
        said = pattern.sub(_struck, said)
    stand = [char == NAME for char in said if char in (NAME, REFUSED)]
    names = [name for name, stands in zip(read.names, stand, strict=True) if stands]
    refused = [name for name, stands in zip(read.names, stand, strict=True) if not stands]
    kept = said.replace(REFUSED, "").strip()
    return _Clause(phrases.together.sub(NAME, kept), tuple(names), tuple(refused))


def _struck(match: re.Match[str]) -> str:
    """Of what refuses, only the marks of the names it refuses."""
    return " " + REFUSED * match[0].count(NAME)


def _is_whole(names: Iterable[Name]) -> bool:
    """Whether both a language and a script are named."""
    kinds = {name.script is None for name in names}
    return len(kinds) == 2


def _asking(sentence: str, clauses: list[_Clause]) -> _Clause | None:
    """The clause of a sentence that asks, or the sentence as one."""
    phrases = _phrases()
    refusal = any(clause.refused for clause in clauses)
    # "Not Russian, English", "Kazakh, in the Latin way": here the bare name is a wish.
    bare = refusal or _is_whole(_names_in(clauses))
    for asks in (phrases.asks, phrases.alone) if bare else (phrases.asks,):
        for clause in clauses:
            if _any(asks, clause.text):
                return clause
    whole = _clause(CLAUSE_END.sub(" ", sentence))
    found = not refusal and _any((*phrases.alone, *phrases.asks), whole.text)
    return whole if found else None


def _pointed_at(clauses: list[_Clause]) -> _Clause | None:
    """The clause that says what somebody can read, when it is a script or another points at it."""
    phrases = _phrases()
    pointed = any(_any(phrases.points, clause.text) for clause in clauses)
    for clause in clauses:
        script = any(name.script for name in clause.names)
        if (pointed or script) and _any(phrases.needs, clause.text):
            return clause
    return None


def _names_in(clauses: Iterable[_Clause]) -> list[Name]:
    return [name for clause in clauses for name in clause.names]


def _instead(clauses: Iterable[_Clause], forms: Forms) -> Request | None:
    """The other writing of a language that has two, when one is refused."""
    for script in [name.script for clause in clauses for name in clause.refused if name.script]:
        languages = [form.language for form in forms if form.script == script]
        written = [form for form in forms if form.language in languages]
        others = [form for form in written if form.script != script]
        if len(others) == 1:
            return Request(others[0].code, script_named=True)
    return None


def _bare(text: str) -> str:
    return NO_LETTERS.sub(" ", text).strip()[-LONGEST_CLAUSE:]


def _any(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
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
    glue = _any_number(words_at(FILE, data, TOGETHER))
    return _Phrases(
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
