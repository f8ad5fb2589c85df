"""What messaging apps say besides the guide: ``locales/messaging/<language>.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Extra, ValidationError

from horgos.answers.answer import Button
from horgos.answers.question import OTHER_CITIZENSHIP
from horgos.answers.topics import Topics
from horgos.language.conversion import write
from horgos.language.forms import Forms, WrittenForm
from horgos.language.yaml_files import DataFileError, load_mapping, shape_faults

SENTENCES = (
    "wait",
    "choose_number",
    "choose",
    "more",
    "flood",
    "stopped",
    "voice",
    "photo",
    "sticker",
    "location",
    "document",
    "unsupported",
)
"""Keys under ``words``. That the guide is down is the guide's own ``says.trouble``."""
COMMANDS = ("start", "language", "help", "stop")
"""Commands of an app that has them."""
_PROFILE = ("description", "short_description")
_CITIZENSHIPS = ("CN", "KZ", OTHER_CITIZENSHIP)

_LABEL, _LINE = 20, 72
_LONGEST = {
    "words.choose": _LABEL,
    "words.more": _LABEL,
    "labels": _LABEL,
    "descriptions": _LINE,
    "commands": 256,
    "bot.description": 512,
    "bot.short_description": 120,
}
"""Characters of what stands under a key, in every written form: the least that any app takes."""

Flat = Mapping[str, str]


class _PerButton(BaseModel, extra=Extra.forbid):
    """A text for each button of the guide."""

    ask: dict[str, str] = {}
    citizenship: dict[str, str] = {}
    language: str | None = None


class _Texts(BaseModel, extra=Extra.forbid):
    words: dict[str, str] = {}
    labels: _PerButton = _PerButton()
    descriptions: _PerButton = _PerButton()
    commands: dict[str, str] = {}
    bot: dict[str, str] = {}


class _WordsFile(_Texts):
    language: str
    forms: dict[str, _Texts] = {}


@dataclass(frozen=True)
class Words:
    """All texts by code of the written form, then by key (``labels.ask.duty_free``)."""

    by_form: Mapping[str, Flat] = field(repr=False)

    def say(self, key: str, form: WrittenForm) -> str:
        """One of ``SENTENCES``; KeyError for any other key."""
        return self.by_form[form.code][f"words.{key}"]

    def label(self, button: Button, form: WrittenForm) -> str:
        """The button in few letters; its title where there is nothing shorter."""
        return self.by_form[form.code].get(f"labels.{_key(button)}", button.title)

    def describe(self, button: Button, form: WrittenForm) -> str:
        """A line that says what the button is for; empty for a language's own name."""
        return self.by_form[form.code].get(f"descriptions.{_key(button)}", "")

    def command(self, name: str, form: WrittenForm) -> str:
        """What one of ``COMMANDS`` does."""
        return self.by_form[form.code][f"commands.{name}"]

    def bot(self, key: str, form: WrittenForm) -> str:
        """The bot's ``description`` or ``short_description``."""
        return self.by_form[form.code][f"bot.{key}"]


def load_words(folder: Path, forms: Forms, topics: Topics) -> Words:
    """Read the words of every language of ``languages.yml``.

    Raises:
        DataFileError: With everything that is wrong in any file, a line each: the file, the key
            and how to mend it.
    """
    by_form: dict[str, Flat] = {}
    faults: list[str] = []
    for language in forms.languages:
        path = folder / f"{language}.yml"
        found = _read(path)
        if isinstance(found, _WordsFile):
            own = [form for form in forms if form.language == language]
            faults += [f"{path}: {fault}" for fault in _faults(found, path.stem, own, topics)]
            by_form |= {form.code: _in_form(found, form) for form in own}
        else:
            faults += found
    if faults:
        raise DataFileError("\n".join(faults))
    return Words({form.code: by_form[form.code] for form in forms})


def _key(button: Button) -> str:
    """``ask:duty_free:KZ`` is labelled by its citizenship, the rest by its own name."""
    kind, _, rest = button.payload.partition(":")
    if kind != "ask":
        return button.payload
    topic, _, citizenship = rest.partition(":")
    return f"citizenship.{citizenship}" if citizenship else f"ask.{topic}"


def _read(path: Path) -> _WordsFile | list[str]:
    try:
        return _WordsFile.parse_obj(load_mapping(path))
    except DataFileError as fault:
        return [str(fault)]
    except ValidationError as fault:
        return shape_faults(path, fault)


def _in_form(file: _WordsFile, form: WrittenForm) -> Flat:
    converted = {key: write(text, form) for key, text in _flat(file).items()}
    by_hand = file.forms.get(form.code)
    return {**converted, **_flat(by_hand)} if by_hand else converted


def _flat(texts: _Texts) -> dict[str, str]:
    sections = texts.dict(include=set(_Texts.__fields__))
    return dict(_leaves("", sections))


def _leaves(before: str, mapping: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping):
            yield from _leaves(f"{before}{key}.", value)
        elif value is not None:
            yield f"{before}{key}", value


def _faults(file: _WordsFile, stem: str, forms: list[WrittenForm], topics: Topics) -> Iterator[str]:
    if file.language != stem:
        yield f"language: {file.language!r} is not the file's name; write {stem}"
    wanted, written = _keys(topics), _flat(file)
    for key in (key for key in wanted if key not in written):
        yield f"{key}: is missing; add {key.rpartition('.')[2]}: ..."
    yield from _bad_texts("", written, wanted)
    converted = [form.code for form in forms if form.falls_back_to]
    for code, texts in file.forms.items():
        if code not in converted:
            known = ", ".join(converted) or "none in this language"
            yield f"forms.{code}: is no form that is converted to; known: {known}"
        yield from _bad_texts(f"forms.{code}.", _flat(texts), wanted)
    for form in forms:
        yield from _too_long(_in_form(file, form), form)


def _keys(topics: Topics) -> list[str]:
    buttons = [f"ask.{topic}" for topic in topics]
    buttons += [*(f"citizenship.{code}" for code in _CITIZENSHIPS), "language"]
    return [
        *(f"words.{key}" for key in SENTENCES),
        *(f"{section}.{button}" for section in ("labels", "descriptions") for button in buttons),
        *(f"commands.{name}" for name in COMMANDS),
        *(f"bot.{key}" for key in _PROFILE),
    ]


def _bad_texts(before: str, written: Flat, wanted: list[str]) -> Iterator[str]:
    for key, text in written.items():
        if key not in wanted:
            yield f"{before}{key}: unknown key; remove it or mend its spelling"
        elif not text.strip():
            yield f"{before}{key}: is empty; write a sentence"
        if any(letter.isdigit() for letter in text):
            yield f"{before}{key}: holds a figure; figures belong into facts/facts.yml"


def _too_long(texts: Flat, form: WrittenForm) -> Iterator[str]:
    for key, text in texts.items():
        limit = _limit(key)
        if limit is not None and len(text) > limit:
            yield (
                f"{key}: {len(text)} characters in {form.code}, apps take {limit}; shorten it"
                + (f" or write a shorter one under forms.{form.code}" if form.falls_back_to else "")
            )


def _limit(key: str) -> int | None:
    return _LONGEST.get(key) or _LONGEST.get(key.partition(".")[0])
