"""The written forms the guide reads and writes, as listed in languages.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from horgos.language.yaml_files import DataFileError, load_mapping, mapping_at, words_at

DIRECTIONS = ("ltr", "rtl")
FIELDS = {"language", "script", "direction", "own_name", "falls_back_to"}


@dataclass(frozen=True)
class WrittenForm:
    """One language in one script.

    Attributes:
        code: BCP 47 language and ISO 15924 script, "kk-Arab".
        language: "kk".
        script: "Arab".
        direction: "ltr" or "rtl".
        own_name: what the form's readers call it.
        falls_back_to: code of the form its text is converted from; None for a main form.
    """

    code: str
    language: str
    script: str
    direction: str
    own_name: str
    falls_back_to: str | None = None


@dataclass(frozen=True)
class Forms:
    """All written forms, in the order of the file; iterating yields them.

    Attributes:
        by_code: the forms by their code.
        default: the form for a visitor nothing is known about.
        of_script: the form for a visitor of whom only the script is known.
        typed_also: scripts languages are typed in besides those of their forms.
    """

    by_code: Mapping[str, WrittenForm]
    default: WrittenForm
    of_script: Mapping[str, WrittenForm]
    typed_also: Mapping[str, tuple[str, ...]]

    def __getitem__(self, code: str) -> WrittenForm:
        """The form with this code; KeyError when there is none."""
        return self.by_code[code]

    def __iter__(self) -> Iterator[WrittenForm]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    @property
    def languages(self) -> tuple[str, ...]:
        """Language codes, each once, in the order of the file."""
        return tuple(dict.fromkeys(form.language for form in self))

    def main(self, language: str) -> WrittenForm:
        """The form a language's texts are kept in; KeyError for a language not listed."""
        for form in self:
            if form.language == language and form.falls_back_to is None:
                return form
        raise KeyError(language)

    def is_typed_in(self, language: str, script: str) -> bool:
        """Whether people type the language in this script."""
        return self.find(language, script) is not None or script in self.typed_also.get(
            language, ()
        )

    def find(self, language: str | None, script: str | None) -> WrittenForm | None:
        """The form of this language in this script, if the guide writes it."""
        for form in self:
            if form.language == language and form.script == script:
                return form
        return None


def load_forms(path: Path) -> Forms:
    """Read languages.yml.

    Raises:
        DataFileError: the file cannot be used; the message names the file and the key.
    """
    data = load_mapping(path)
    by_code = {
        code: _written_form(path, code, fields)
        for code, fields in mapping_at(path, data, "forms").items()
    }
    _check_fallbacks(path, by_code)
    default = data.get("default")
    if default not in by_code:
        raise DataFileError(f"{path}: default: {default!r} is none of the forms")
    return Forms(
        by_code=by_code,
        default=by_code[default],
        of_script=_of_script(path, data, by_code),
        typed_also=_typed_also(path, data, by_code),
    )


def _of_script(
    path: Path, data: dict[str, Any], by_code: Mapping[str, WrittenForm]
) -> dict[str, WrittenForm]:
    of_script = mapping_at(path, data, "form_of_script")
    for script, code in of_script.items():
        if code not in by_code:
            raise DataFileError(f"{path}: form_of_script: {script}: {code!r} is none of the forms")
    if missing := {form.script for form in by_code.values()} - set(of_script):
        raise DataFileError(f"{path}: form_of_script: {min(missing)} is missing")
    return {script: by_code[code] for script, code in of_script.items()}


def _typed_also(
    path: Path, data: dict[str, Any], by_code: Mapping[str, WrittenForm]
) -> dict[str, tuple[str, ...]]:
    scripts = mapping_at(path, data, "typed_also")
    for language in scripts:
        if not any(form.language == language for form in by_code.values()):
            raise DataFileError(f"{path}: typed_also: {language} has no form")
    return {language: words_at(path, scripts, language) for language in scripts}


def _written_form(path: Path, code: str, fields: Any) -> WrittenForm:
    where = f"{path}: forms: {code}"
    if not isinstance(fields, dict):
        raise DataFileError(f"{where}: a mapping is expected")
    if unknown := set(fields) - FIELDS:
        raise DataFileError(f"{where}: unknown key {sorted(map(str, unknown))[0]}")
    for key in sorted(FIELDS - {"falls_back_to"}):
        if not isinstance(fields.get(key), str) or not fields[key]:
            raise DataFileError(f"{where}: {key}: a text is expected")
    if fields["direction"] not in DIRECTIONS:
        raise DataFileError(f"{where}: direction: {fields['direction']!r} is not ltr or rtl")
    if code != f"{fields['language']}-{fields['script']}":
        raise DataFileError(f"{where}: the code is not its language and script")
    return WrittenForm(code=code, **fields)


def _check_fallbacks(path: Path, by_code: Mapping[str, WrittenForm]) -> None:
    main_form_of: dict[str, str] = {}
    for form in by_code.values():
        if form.falls_back_to is None and form.language in main_form_of:
            other = main_form_of[form.language]
            raise DataFileError(
                f"{path}: forms: {form.code}: falls_back_to: missing, and {other} is main already"
            )
        if form.falls_back_to is None:
            main_form_of[form.language] = form.code
    for form in by_code.values():
        if form.falls_back_to not in (None, main_form_of.get(form.language)):
            raise DataFileError(
                f"{path}: forms: {form.code}: falls_back_to: {form.falls_back_to!r} is not the"
                f" main form of {form.language}"
            )
        if form.language not in main_form_of:
            raise DataFileError(f"{path}: forms: {form.code}: {form.language} has no main form")
