"""The words of the pages, by language: ``locales/interface/<language>.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Extra, ValidationError

from horgos.facts.checks import placeholders
from horgos.interface.keys import ERRORS, STATUS, WORDS
from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm
from horgos.language.yaml_files import DataFileError, load_mapping, shape_faults

_SECTIONS = {"words": WORDS, "status": STATUS, "errors": ERRORS}


class _Override(BaseModel, extra=Extra.forbid):
    """What is written by hand for a form that is otherwise converted to."""

    words: dict[str, str] = {}
    purpose: str | None = None
    status: dict[str, str] = {}
    errors: dict[str, str] = {}


class _WordsFile(BaseModel, extra=Extra.forbid):
    language: str
    words: dict[str, str]
    purpose: str
    status: dict[str, str]
    errors: dict[str, str]
    forms: dict[str, _Override] = {}


@dataclass(frozen=True)
class Wording:
    """The words of the pages in one written form.

    Attributes:
        words: Labels and sentences by key of ``keys.WORDS``.
        purpose: What the guide is for, in one short line.
        status: A word for each status of a statement.
        errors: A sentence for each way a message can fail.
    """

    words: Mapping[str, str]
    purpose: str
    status: Mapping[str, str]
    errors: Mapping[str, str]


@dataclass(frozen=True)
class Interface:
    """The words of the pages by code of the written form, in the order of ``languages.yml``."""

    by_form: Mapping[str, Wording]

    def __getitem__(self, form: str) -> Wording:
        return self.by_form[form]


def load_interface(folder: Path, forms: Forms) -> Interface:
    """Read the words of every language of ``languages.yml``.

    Raises:
        DataFileError: With everything that is wrong in any file, a line each.
    """
    read, faults = {}, []
    for language in forms.languages:
        path = folder / f"{language}.yml"
        found = _read(path)
        if isinstance(found, _WordsFile):
            read[language] = found
            faults += [f"{path}: {fault}" for fault in _faults(found, path.stem, forms)]
        else:
            faults += found
    if faults:
        raise DataFileError("\n".join(faults))
    return Interface({form.code: _wording(read[form.language], form) for form in forms})


def _read(path: Path) -> _WordsFile | list[str]:
    try:
        return _WordsFile.parse_obj(load_mapping(path))
    except DataFileError as fault:
        return [str(fault)]
    except ValidationError as fault:
        return shape_faults(path, fault)


def _faults(file: _WordsFile, stem: str, forms: Forms) -> Iterator[str]:
    if file.language != stem:
        yield f"language: {file.language!r} is not the file's name; write {stem}"
    for section, keys in _SECTIONS.items():
        written = getattr(file, section)
        for key in (key for key in keys if key not in written):
            yield f"{section}.{key}: is missing; add {key}: {_example(keys[key])}"
        yield from _bad_sentences(section, written, keys)
    yield from _bad_sentences("", {"purpose": file.purpose}, {"purpose": frozenset()})
    for code, override in file.forms.items():
        yield from _bad_override(code, override, file.language, forms)


def _bad_override(code: str, override: _Override, language: str, forms: Forms) -> Iterator[str]:
    converted = [f.code for f in forms if f.language == language and f.falls_back_to]
    if code not in converted:
        known = ", ".join(converted) or "none in this language"
        yield f"forms.{code}: is no form that is converted to; known: {known}"
    for section, keys in _SECTIONS.items():
        yield from _bad_sentences(f"forms.{code}.{section}", getattr(override, section), keys)
    if override.purpose is not None:
        own = {"purpose": override.purpose}
        yield from _bad_sentences(f"forms.{code}", own, {"purpose": frozenset()})


def _bad_sentences(
    section: str, written: Mapping[str, str], keys: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for key, text in written.items():
        place = f"{section}.{key}".lstrip(".")
        if key not in keys:
            yield f"{place}: unknown key; remove it or mend its spelling"
            continue
        if not text.strip():
            yield f"{place}: is empty; write a sentence"
        if any(letter.isdigit() for letter in text):
            yield f"{place}: holds a figure; figures belong into facts/facts.yml"
        found = _placeholders(text)
        if found != keys[key]:
            yield f"{place}: its placeholders are {_named(found)}; they must be {_named(keys[key])}"


def _placeholders(text: str) -> frozenset[str] | None:
    """Names of the placeholders; None for a brace too many or too few."""
    try:
        return frozenset(placeholders(text))
    except ValueError:
        return None


def _named(found: frozenset[str] | None) -> str:
    if found is None:
        return "unclear, for a brace stands alone"
    return ", ".join(f"{{{name}}}" for name in sorted(found)) or "none"


def _example(names: frozenset[str]) -> str:
    return " ".join(["...", *(f"{{{name}}}" for name in sorted(names))])


def _wording(file: _WordsFile, form: WrittenForm) -> Wording:
    by_hand = file.forms.get(form.code, _Override())
    return Wording(
        words=_written(file.words, by_hand.words, form),
        purpose=by_hand.purpose or write(file.purpose, form),
        status=_written(file.status, by_hand.status, form),
        errors=_written(file.errors, by_hand.errors, form),
    )


def _written(
    texts: Mapping[str, str], by_hand: Mapping[str, str], form: WrittenForm
) -> Mapping[str, str]:
    return {key: by_hand.get(key) or write(text, form) for key, text in texts.items()}
