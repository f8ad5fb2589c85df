"""What must be true of a statement beyond its shape; every fault found, none raised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from horgos.facts.model import Status
from horgos.facts.schema import RawStatement
from horgos.facts.values import ValueFault, check_country, read_value
from horgos.facts.yaml_lines import Step


@dataclass(frozen=True)
class Fault:
    """A fault inside a fact: steps lead from the fact to the place."""

    steps: tuple[Step, ...]
    what: str
    mend: str


@dataclass(frozen=True)
class Known:
    """What a fact and its statements may refer to."""

    languages: tuple[str, ...]
    forms: tuple[str, ...]
    sources: frozenset[str]
    topics: tuple[str, ...]


def faults_of(
    statements: Mapping[str, RawStatement], names: Collection[str], known: Known
) -> Iterator[Fault]:
    """All faults of a fact's statements.

    Args:
        statements: Those of the right shape.
        names: Names of all its statements.
        known: What they may refer to.
    """
    if not names:
        yield Fault(("statements",), "has no statements", "add one, or remove the fact")
    for name, statement in statements.items():
        for fault in _statement_faults(statement, names, known):
            yield Fault(("statements", name, *fault.steps), fault.what, fault.mend)


def _statement_faults(
    statement: RawStatement, names: Collection[str], known: Known
) -> Iterator[Fault]:
    yield from _status_faults(statement, known)
    yield from _value_faults(statement)
    yield from _wording_faults(statement, known)
    for other in statement.differs_from:
        if other not in names:
            yield Fault(
                ("differs_from",),
                f"differs from {other!r}, which is no statement of this fact",
                f"name one of {', '.join(names)}",
            )
    for code in statement.audience:
        try:
            code == "other" or check_country(code)
        except ValueFault as fault:
            yield Fault(("audience",), fault.what, f'{fault.mend}, or "other"')


def _status_faults(statement: RawStatement, known: Known) -> Iterator[Fault]:
    if statement.status is None:
        names = ", ".join(status.value for status in Status)
        yield Fault((), "has no status", f"add status: one of {names}")
    elif statement.status is not Status.UNKNOWN and not statement.sources:
        what = f"has the status {statement.status.value} but no source"
        yield Fault(("status",), what, "name a source, or give it the status unknown")
    for index, source in enumerate(statement.sources):
        if source not in known.sources:
            yield Fault(("sources", index), f"unknown source {source!r}", "add it under sources:")


def _value_faults(statement: RawStatement) -> Iterator[Fault]:
    for name, raw in statement.values.items():
        try:
            read_value(raw)
        except ValueFault as fault:
            yield Fault(("values", name), fault.what, fault.mend)


def _wording_faults(statement: RawStatement, known: Known) -> Iterator[Fault]:
    wording = statement.wording
    for language in known.languages:
        if not wording.get(language, "").strip():
            yield Fault(("wording",), f"wording in {language} is missing", f"add {language}: ...")
    for language, text in wording.items():
        if language not in known.languages and language not in known.forms:
            allowed = ", ".join((*known.languages, *known.forms))
            yield Fault(("wording", language), f"unknown language {language!r}", f"use {allowed}")
        if any(letter.isdigit() for letter in text):
            mend = "put the figure under values: and a {placeholder} here"
            yield Fault(("wording", language), "a digit is written into the wording", mend)
    yield from _placeholder_faults(wording, statement.values)


def _placeholder_faults(
    wording: Mapping[str, str], values: Mapping[str, object]
) -> Iterator[Fault]:
    used: dict[str, frozenset[str]] = {}
    for language, text in wording.items():
        try:
            used[language] = placeholders(text)
        except ValueError as fault:
            mend = "write {name}, nothing else in braces"
            yield Fault(("wording", language), f"placeholders do not parse ({fault})", mend)
    everywhere = frozenset().union(*used.values()) if used else frozenset()
    for language, names in used.items():
        for missing in sorted(everywhere - names):
            what = f"{{{missing}}} stands in other languages but not in {language}"
            yield Fault(("wording", language), what, f"use {{{missing}}} in every language")
        for name in sorted(names - set(values)):
            what = f"{{{name}}} does not resolve"
            yield Fault(("wording", language), what, f"add {name} under values:")
    for name in sorted(set(values) - everywhere):
        if not (isinstance(values[name], Mapping) and "opening_hours" in values[name]):  # type: ignore[operator]
            mend = f"use {{{name}}} in the wording, or remove the value"
            yield Fault(("values", name), "is a value that no wording uses", mend)


def placeholders(text: str) -> frozenset[str]:
    """Names in braces in a wording.

    Raises:
        ValueError: Braces are unbalanced, empty, or hold more than a name.
    """
    names = set()
    for _, name, spec, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError(f"{{{name}}}")
        names.add(name)
    return frozenset(names)
