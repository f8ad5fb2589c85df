"""Whether a message asks to be answered in a certain language or script."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from horgos.language.forms import Forms
from horgos.language.reading import canonical, fold
from horgos.language.romanised import cyrillic_reading
from horgos.language.spelling import UNKNOWN
from horgos.language.yaml_files import HERE, DataFileError, load_mapping, mapping_at, words_at

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
# Stands for any name of a form in a clause; a letter, so that words end before and after it.
NAME = "ꙮ"


@dataclass(frozen=True)
class Request:
    """A wish about the language of the reply.

    Attributes:
        form: code of the form asked for; a language's main form when no script is named.
        script_named: whether the wish is about the script.
    """

    form: str
    script_named: bool


@dataclass(frozen=True)
class _Phrases:
    """requests.yml, made into regular expressions."""

    asks: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...]
    refuses: tuple[re.Pattern[str], ...]


def requested_form(text: str, forms: Forms) -> Request | None:
    """The form a message asks to be answered in, alone or beside a question; None if it does not.

    Questions about the languages of others ("do the staff speak Russian") are no request.
    """
    for view in _views(text[:LONGEST_TEXT]):
        if not _any_name().search(view):
            continue
        for sentence in SENTENCE_END.split(view):
            target = _asked_for(sentence)
            if target is not None:
                return _request(target, forms)
    return None


def named_form(text: str, forms: Forms) -> Request | None:
    """The form a message names and does not refuse, whatever it says about it; None for none.

    For messages known from elsewhere to be about the language of the reply.
    """
    for view in _views(text[:LONGEST_TEXT]):
        clauses = [_bare(c) for s in SENTENCE_END.split(view) for c in CLAUSE_END.split(s)]
        named = [c for c in clauses if _any_name().search(c) and not _any(_phrases().refuses, c)]
        if named:
            return _request(_target_in(" ".join(named)) or "", forms)
    return None


def _views(text: str) -> Iterator[str]:
    """The text with hyphens as spaces: as canonical Cyrillic, Chinese or Latin, then romanised."""
    simple = canonical(text, UNKNOWN).replace("-", " ")
    yield simple
    if LATIN.search(simple):
        for language in ROMANISED:
            yield fold(cyrillic_reading(simple, language))


def _asked_for(sentence: str) -> str | None:
    """The key of the target a sentence asks for."""
    phrases = _phrases()
    clauses = [_bare(clause) for clause in CLAUSE_END.split(sentence)]
    refused = [_any(phrases.refuses, clause) for clause in clauses]
    # "Not Russian, English": beside a refusal the bare name is a wish.
    asks = (*phrases.asks, *phrases.alone) if any(refused) else phrases.asks
    for clause, is_refusal in zip(clauses, refused, strict=True):
        if not is_refusal and _any(asks, clause):
            return _target_in(clause)
    whole = _bare(sentence)
    if not any(refused) and _any((*phrases.alone, *phrases.asks), whole):
        return _target_in(whole)
    return None


def _bare(text: str) -> str:
    return NO_LETTERS.sub(" ", text).strip()[-LONGEST_CLAUSE:]


def _any(patterns: tuple[re.Pattern[str], ...], clause: str) -> bool:
    marked = _any_name().sub(NAME, clause)
    return NAME in marked and any(pattern.search(marked) for pattern in patterns)


def _target_in(clause: str) -> str | None:
    """The script named in a clause if any, else the language named last."""
    found = {
        key: match.start()
        for key, target in _targets().items()
        for match in target.finditer(clause)
    }
    scripts = [key for key in found if "-" in key]
    return scripts[0] if scripts else max(found, key=found.__getitem__, default=None)


def _request(target: str, forms: Forms) -> Request | None:
    if target in forms:
        return Request(target, script_named=True)
    if target in forms.languages:
        return Request(forms.main(target).code, script_named=False)
    return None


@lru_cache(maxsize=1)
def _targets() -> dict[str, re.Pattern[str]]:
    """What each form is called."""
    return {key: re.compile(_whole_word(name)) for key, name in _names().items()}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    named = mapping_at(FILE, load_mapping(FILE), "targets")
    return {key: "|".join(words_at(FILE, named, key)) for key in named}


@lru_cache(maxsize=1)
def _any_name() -> re.Pattern[str]:
    # Names of a script contain names of its language ("traditional chinese"), so they come first.
    ordered = sorted(_names().values(), key=len, reverse=True)
    return re.compile(_whole_word("|".join(ordered)))


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
    return _Phrases(
        asks=_compiled(data, "asks", slots),
        alone=_compiled(data, "alone", slots),
        refuses=_compiled(data, "refuses", slots),
    )


def _any_number(courtesy: Iterable[str]) -> str:
    """Words of courtesy; no letter may follow one, but in Chinese words stand without a space."""
    return rf"(?: ?(?:{'|'.join(courtesy)})(?![^\W\u3400-\u9fff]))*"


def _whole_word(name: str) -> str:
    """Chinese names stand anywhere, others as words of their own."""
    return rf"(?<![^\W\u3400-\u9fff])(?:{name})(?![^\W\u3400-\u9fff])"


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
