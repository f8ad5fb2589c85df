"""The facts file, looked at before anything is started."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from horgos.answers.topics import load_topics
from horgos.facts import Facts, Issue, Severity, check_facts, load_facts
from horgos.language.forms import load_forms
from horgos.language.yaml_files import DataFileError
from horgos.run.failure import Failure


@dataclass(frozen=True)
class FactsReport:
    """What a check found.

    Attributes:
        issues: Errors and warnings by line.
        summary: "N facts, M statements, K sources"; empty when the file cannot be used.
    """

    issues: tuple[Issue, ...]
    summary: str

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that keep the file from being used."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


def report_on_facts(facts_file: Path, project: Path, today: date) -> FactsReport:
    """Check a facts file against the written forms and the topics of a project.

    Raises:
        Failure: languages.yml, topics.yml or the facts file cannot be read at all.
    """
    try:
        forms = load_forms(project / "languages.yml")
        topics = tuple(load_topics(project / "topics.yml"))
        report = FactsReport(tuple(check_facts(facts_file, forms, topics, today)), "")
        if report.errors:
            return report
        return FactsReport(report.issues, _summary(load_facts(facts_file, forms, topics)))
    except (DataFileError, OSError) as fault:
        raise Failure(f"The facts cannot be checked: {fault}") from None


def require_good_facts(facts_file: Path, project: Path, today: date) -> None:
    """Let a start go on only with usable facts.

    Raises:
        Failure: With the first error and how many more there are.
    """
    errors = report_on_facts(facts_file, project, today).errors
    if errors:
        more = f" (and {len(errors) - 1} more: make facts)" if len(errors) > 1 else ""
        raise Failure(f"{errors[0]}{more}")


def _summary(facts: Facts) -> str:
    statements = sum(len(fact.statements) for fact in facts)
    return f"{len(facts.by_id)} facts, {statements} statements, {len(facts.sources)} sources"
