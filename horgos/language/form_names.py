"""What a text calls the languages and scripts the guide writes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from horgos.language.forms import Forms, WrittenForm
from horgos.language.yaml_files import HERE, load_mapping, mapping_at, words_at

FILE = HERE / "form_names.yml"
# Stands for any name in a text; a letter, so that words end before and after it.
NAME = "ꙮ"
# No letter but a Chinese one: Chinese names stand anywhere, others as words of their own.
NO_LETTER_BEFORE = r"(?<![^\W\u3400-\u9fff])"
NO_LETTER_AFTER = r"(?![^\W\u3400-\u9fff])"


@dataclass(frozen=True)
class Name:
    """A language or a script that is named; the other is None."""

    language: str | None
    script: str | None


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
class Marked:
    """A text with ``NAME`` in place of every name, and the names in order."""

    text: str
    names: tuple[Name, ...]


def marked(text: str) -> Marked:
    """The names in a text in canonical reading; "Kazakh side" and the like are none."""
    names: list[Name] = []

    def name(match: re.Match[str]) -> str:
        if _things().match(text, match.end()):
            return match[0]
        key = match.lastgroup or ""
        names.append(Name(None, key) if key in _scripts() else Name(key, None))
        return NAME

    return Marked(_any_name().sub(name, text), tuple(names))


def form_of(names: Sequence[Name], others: Sequence[Name], forms: Forms) -> Request | None:
    """The form that names make together; the last of a kind counts.

    A script that its language is not written in is left out; without a language it is the first
    form in that script.

    Args:
        names: of the wish.
        others: of the whole message, which may complete it.
        forms: all written forms.
    """
    languages = _languages(names) or _languages(others)
    for script in _scripts_of(names) or _scripts_of(others):
        form = _in_script(script, languages, forms)
        if form is not None:
            return Request(form.code, script_named=True)
    known = [language for language in languages if language in forms.languages]
    return Request(forms.main(known[0]).code, script_named=False) if known else None


def _in_script(script: str, languages: Sequence[str], forms: Forms) -> WrittenForm | None:
    written = [form for form in forms if form.script == script]
    meant = [form for language in languages for form in written if form.language == language]
    if meant:
        return meant[0]
    # Letters of one language only tell it too: "Traditional characters or English".
    return written[0] if written and (not languages or len(written) == 1) else None


def _languages(names: Iterable[Name]) -> list[str]:
    """From the last one on."""
    return [name.language for name in names if name.language is not None][::-1]


def _scripts_of(names: Iterable[Name]) -> list[str]:
    return [name.script for name in names if name.script is not None][::-1]


@lru_cache(maxsize=1)
def _scripts() -> tuple[str, ...]:
    return tuple(mapping_at(FILE, load_mapping(FILE), "scripts"))


@lru_cache(maxsize=1)
def _any_name() -> re.Pattern[str]:
    """Any name, its kind as the group; scripts first, whose names may hold a language's."""
    data = load_mapping(FILE)
    kinds = []
    for listed in ("scripts", "languages"):
        entries = mapping_at(FILE, data, listed)
        kinds += [f"(?P<{key}>{'|'.join(words_at(FILE, entries, key))})" for key in entries]
    before = "|".join(words_at(FILE, data, "before"))
    after = "|".join(words_at(FILE, data, "after"))
    return re.compile(
        rf"{NO_LETTER_BEFORE}(?:(?:{before}) )?(?:{'|'.join(kinds)})(?: (?:{after}))?"
        rf"{NO_LETTER_AFTER}"
    )


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    """What makes the name before it one of a thing or of people."""
    return re.compile(f" ?(?:{'|'.join(words_at(FILE, load_mapping(FILE), 'not_before'))})")
