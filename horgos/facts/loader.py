"""Read the facts file: all its issues at once, or the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from horgos.facts.checks import Known, faults_of
from horgos.facts.dates import PartialDate
from horgos.facts.issues import Issue, Severity
from horgos.facts.model import Fact, Facts, Source, Statement
from horgos.facts.schema import RawFact, RawSource, RawStatement
from horgos.facts.values import read_value
from horgos.facts.yaml_lines import Step, line_of, read_yaml
from horgos.language.forms import Forms


class FactsError(Exception):
    """The facts file has errors; ``issues`` holds all of them."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__("\n".join(map(str, issues)))
        self.issues = tuple(issues)


@dataclass(frozen=True)
class _File:
    """A facts file with its lines."""

    path: Path
    root: CommentedMap

    def issue(self, steps: Sequence[Step], subject: str, what: str, mend: str) -> Issue:
        return Issue(self.path, line_of(self.root, steps), subject, what, mend)

    def shape(
        self, kind: type[BaseModel], raw: object, steps: Sequence[Step], subject: str
    ) -> BaseModel | list[Issue]:
        """The raw value as a model, or what is wrong with its shape."""
        if not isinstance(raw, Mapping) or not all(isinstance(key, str) for key in raw):
            mend = "write one `key: value` a line, as the other entries do"
            return [self.issue(steps, subject, "is not a mapping with names as keys", mend)]
        try:
            return kind.parse_obj(raw)
        except ValidationError as fault:
            return [
                self.issue([*steps, *error["loc"]], subject, *_shape_sentence(error["loc"], error))
                for error in fault.errors()
            ]


def load_facts(path: Path, forms: Forms, topics: Sequence[str]) -> Facts:
    """Read a facts file.

    Args:
        path: The YAML file.
        forms: The written forms; their languages need wording.
        topics: What facts may be about.

    Raises:
        FactsError: With every error found.
    """
    read = _read(path, forms, topics)
    if isinstance(read, list):
        raise FactsError(read)
    return read.facts


def check_facts(path: Path, forms: Forms, topics: Sequence[str], today: date) -> list[Issue]:
    """Every error and warning of a facts file, by line.

    Args:
        path: The YAML file.
        forms: The written forms; their languages need wording.
        topics: What facts may be about; one without any fact is a warning.
        today: For ``review_by``.
    """
    read = _read(path, forms, topics)
    if isinstance(read, list):
        return read
    return sorted((*_without_facts(read, topics), *_overdue(read, today)))


@dataclass(frozen=True)
class _Good:
    """A file without error, and its facts."""

    file: _File
    facts: Facts


def _read(path: Path, forms: Forms, topics: Sequence[str]) -> _Good | list[Issue]:
    """The facts, or all errors by line."""
    root = read_yaml(path)
    if isinstance(root, Issue):
        return [root]
    file = _File(path, root)
    issues = list(_top_level(file))
    sources = _sources(file, issues)
    listed = file.root.get("sources")
    ids = frozenset(map(str, listed)) if isinstance(listed, Mapping) else frozenset()
    known = Known(forms.languages, tuple(form.code for form in forms), ids, tuple(topics))
    raw_facts = _facts(file, known, issues)
    if issues:
        return sorted(issues)
    by_id = {raw.id: _fact(raw, sources) for raw in raw_facts}
    return _Good(file, Facts(by_id, sources))


def _top_level(file: _File) -> Iterator[Issue]:
    for key, kind in (("sources", CommentedMap), ("facts", CommentedSeq)):
        if not isinstance(file.root.get(key), kind):
            shape = "a mapping by id" if kind is CommentedMap else "a list"
            yield file.issue([key], key, f"`{key}:` is missing or not {shape}", f"write {key}: ...")
    for key in (key for key in file.root if key not in ("sources", "facts")):
        yield file.issue([key], str(key), "unknown key", "remove it; known are sources and facts")


def _sources(file: _File, issues: list[Issue]) -> dict[str, Source]:
    raw_sources = file.root.get("sources")
    good: dict[str, Source] = {}
    for key, raw in raw_sources.items() if isinstance(raw_sources, CommentedMap) else ():
        steps: list[Step] = ["sources", key]
        shaped = file.shape(RawSource, raw, steps, str(key))
        if isinstance(shaped, list):
            issues += shaped
            continue
        assert isinstance(shaped, RawSource)
        names = shaped.publisher
        publisher = dict(names) if isinstance(names, Mapping) else {"en": names}
        if "en" not in publisher:
            what = "publisher has no name in en"
            issues.append(file.issue([*steps, "publisher"], str(key), what, "add en: ..."))
        try:
            dated = None if shaped.date is None else PartialDate.parse(str(shaped.date))
        except ValueError:
            mend = "write 2025-11-01, 2025-11 or 2025, or null where the source shows none"
            what = f"{shaped.date!r} is not a date"
            issues.append(file.issue([*steps, "date"], str(key), what, mend))
            continue
        good[str(key)] = Source(str(key), publisher, shaped.title, dated, shaped.url, shaped.grade)
    return good


def _facts(file: _File, known: Known, issues: list[Issue]) -> list[RawFact]:
    good: list[RawFact] = []
    first_line: dict[str, int] = {}
    raw_facts = file.root.get("facts")
    for index, raw in enumerate(raw_facts if isinstance(raw_facts, CommentedSeq) else ()):
        steps: list[Step] = ["facts", index]
        fields = raw if isinstance(raw, Mapping) else {}
        subject = str(fields.get("id", f"fact {index + 1}"))
        if subject in first_line:
            what = f"duplicate id, first used on line {first_line[subject]}"
            issues.append(file.issue([*steps, "id"], subject, what, "give it another id"))
        first_line.setdefault(subject, line_of(file.root, [*steps, "id"]))
        shaped = file.shape(RawFact, raw, steps, subject)
        if isinstance(shaped, RawFact):
            good.append(shaped)
            if shaped.topic not in known.topics:
                what = f"unknown topic {shaped.topic!r}"
                mend = f"use one of {', '.join(known.topics)}, or add it to topics.yml"
                issues.append(file.issue([*steps, "topic"], subject, what, mend))
        elif isinstance(shaped, list):
            issues += shaped
        statements = fields.get("statements")
        if isinstance(statements, Mapping):
            issues += [
                file.issue([*steps, *fault.steps], subject, fault.what, fault.mend)
                for fault in faults_of(_well_shaped(statements), list(map(str, statements)), known)
            ]
    return good


def _well_shaped(statements: Mapping[object, object]) -> dict[str, RawStatement]:
    """The statements whose shape is right, also when another one's is not."""
    good: dict[str, RawStatement] = {}
    for name, raw in statements.items():
        with suppress(ValidationError, TypeError):
            good[str(name)] = RawStatement.parse_obj(raw)
    return good


def _fact(raw: RawFact, sources: Mapping[str, Source]) -> Fact:
    statements = tuple(_statement(name, one, sources) for name, one in raw.statements.items())
    return Fact(raw.id, raw.topic, raw.asked, raw.in_overview, statements)


def _statement(name: str, raw: RawStatement, sources: Mapping[str, Source]) -> Statement:
    assert raw.status is not None
    return Statement(
        id=name,
        role=raw.role,
        status=raw.status,
        sources=tuple(sources[key] for key in raw.sources),
        as_of=raw.as_of,
        review_by=raw.review_by,
        values={key: read_value(value) for key, value in raw.values.items()},
        wording={language: text.strip() for language, text in raw.wording.items()},
        audience=raw.audience,
        differs_from=raw.differs_from,
    )


def _without_facts(read: _Good, topics: Sequence[str]) -> Iterator[Issue]:
    file, told = read.file, {fact.topic for fact in read.facts}
    for topic in topics:
        if topic not in told:
            line, mend = line_of(file.root, ["facts"]), "add one, or take it out of topics.yml"
            what = "no fact is about this topic"
            yield Issue(file.path, line, topic, what, mend, Severity.WARNING)


def _overdue(read: _Good, today: date) -> Iterator[Issue]:
    file = read.file
    for index, fact in enumerate(read.facts):
        for statement in fact.statements:
            if statement.is_overdue(today):
                steps: list[Step] = ["facts", index, "statements", statement.id, "review_by"]
                what = f"statement {statement.id!r} was to be reviewed by {statement.review_by}"
                mend = "look at its sources again and move as_of and review_by"
                line = line_of(file.root, steps)
                yield Issue(file.path, line, fact.id, what, mend, Severity.WARNING)


def _shape_sentence(loc: tuple[Step, ...], error: Mapping[str, object]) -> tuple[str, str]:
    key = ".".join(map(str, loc))
    if error["type"] == "value_error.missing":
        return f"{key} is missing", f"add {loc[-1]}: ..."
    if error["type"] == "value_error.extra":
        return f"unknown key {key}", "remove it or mend its spelling"
    return f"{key}: {error['msg']}", "see the other entries of this file for the right shape"
