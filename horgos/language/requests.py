"""Whether a message asks to be answered in a certain language or script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from horgos.language.form_names import NAME, Name, Request, form_of, marked
from horgos.language.forms import Forms
from horgos.language.reading import canonical, fold
from horgos.language.request_phrases import REFUSED, any_of, phrases_of_requests
from horgos.language.romanised import cyrillic_reading
from horgos.language.spelling import UNKNOWN

__all__ = ["Named", "Request", "named_form", "names_in", "requested_form"]

LONGEST_TEXT = 1000
# Of a longer clause the end is looked at, where people put such wishes.
LONGEST_CLAUSE = 250
SENTENCE_END = re.compile(r"[.!?;\n。…]+")
CLAUSE_END = re.compile(r"[,:()«»\"“”、]+|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
# The marks of names are taken out as well: a visitor may type them.
NO_LETTERS = re.compile(rf"(?:[^\w']|[{NAME}{REFUSED}])+")
LATIN = re.compile("[a-z]")
ROMANISED = ("kk", "ru")


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
class _View:
    """A message in one reading: its sentences, each with its clauses."""

    sentences: tuple[tuple[str, tuple[_Clause, ...]], ...]

    @property
    def clauses(self) -> list[_Clause]:
        return [clause for _, clauses in self.sentences for clause in clauses]


@dataclass(frozen=True)
class Named:
    """What a message says of languages and scripts, in each of its readings that names one."""

    views: tuple[_View, ...]


def names_in(text: str) -> Named:
    """Search a message for the names of languages and scripts, its first thousand characters."""
    found = []
    for view in _views(text[:LONGEST_TEXT]):
        sentences = tuple((part, _clauses(part)) for part in SENTENCE_END.split(view))
        if any(clause.names or clause.refused for _, clauses in sentences for clause in clauses):
            found.append(_View(sentences))
    return Named(tuple(found))


def requested_form(named: Named, forms: Forms) -> Request | None:
    """The form a message asks to be answered in, alone or beside a question; None if it does not.

    Questions about the languages of others ("do the staff speak Russian") are no request.
    """
    for view in named.views:
        everywhere = view.clauses
        if not any(clause.names for clause in everywhere):
            continue
        asking = [_asking(sentence, clauses) for sentence, clauses in view.sentences]
        found = next(filter(None, [*asking, _pointed_at(everywhere)]), None)
        if found is not None:
            return form_of(found.names, _all_names(everywhere), forms)
    return None


def named_form(named: Named, forms: Forms) -> Request | None:
    """The form a message names and does not refuse, whatever it says about it; None for none.

    For messages known from elsewhere to be about the language of the reply. Of two writings of a
    language, who refuses one names the other.
    """
    for view in named.views:
        found = form_of(_all_names(view.clauses), (), forms) or _instead(view.clauses, forms)
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


def _clauses(sentence: str) -> tuple[_Clause, ...]:
    return tuple(_clause(part) for part in CLAUSE_END.split(sentence))


def _clause(text: str) -> _Clause:
    """A clause, its names sorted; those in a clause about others do not count at all."""
    phrases = phrases_of_requests()
    read = marked(_bare(text))
    if any_of(phrases.of_others, read.text):
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
    return " " + REFUSED * (match[0].count(NAME) + match[0].count(REFUSED))


def _is_whole(names: Iterable[Name]) -> bool:
    """Whether both a language and a script are named."""
    kinds = {name.script is None for name in names}
    return len(kinds) == 2


def _asking(sentence: str, clauses: Sequence[_Clause]) -> _Clause | None:
    """The clause of a sentence that asks, or the sentence as one."""
    phrases = phrases_of_requests()
    refusal = any(clause.refused for clause in clauses)
    # "Not Russian, English", "Kazakh, in the Latin way": here the bare name is a wish.
    bare = refusal or _is_whole(_all_names(clauses))
    for asks in (phrases.asks, phrases.alone) if bare else (phrases.asks,):
        for clause in clauses:
            if any_of(asks, clause.text):
                return clause
    whole = _clause(CLAUSE_END.sub(" ", sentence))
    found = not refusal and any_of((*phrases.alone, *phrases.asks), whole.text)
    return whole if found else None


def _pointed_at(clauses: Sequence[_Clause]) -> _Clause | None:
    """The clause that says what somebody can read, when it is a script or another points at it."""
    phrases = phrases_of_requests()
    pointed = any(any_of(phrases.points, clause.text) for clause in clauses)
    for clause in clauses:
        script = any(name.script for name in clause.names)
        if (pointed or script) and any_of(phrases.needs, clause.text):
            return clause
    return None


def _all_names(clauses: Iterable[_Clause]) -> list[Name]:
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
