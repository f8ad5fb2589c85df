"""Every error of a broken file: its line, the id, what is wrong and the mend."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from horgos.answers.topics import load_topics
from horgos.facts import FactsError, Issue, Severity, check_facts, load_facts
from horgos.language.forms import Forms
from tests.facts.broken_files import AREA, BROKEN, FOLLOW, LIMIT, Broken
from tests.facts.conftest import TOPICS

TODAY = date(2026, 11, 22)
Saved = Callable[[str], Path]


def lines_beginning(text: str, start: str) -> list[int]:
    lines = text.splitlines()
    return [i for i, line in enumerate(lines, 1) if line.strip().startswith(start)]


def test_the_good_file_has_no_issue(good: str, saved: Saved, forms: Forms) -> None:
    assert check_facts(saved(good), forms, TOPICS, TODAY) == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_one_change_is_named_with_line_id_and_mend(
    broken: Broken, good: str, saved: Saved, forms: Forms
) -> None:
    text = broken.text(good)
    path = saved(text)

    issues = check_facts(path, forms, TOPICS, TODAY)

    found = [i for i in issues if broken.what in i.what and broken.mend in i.mend]
    assert found, "\n".join(map(str, issues))
    assert {i.subject for i in found} == {broken.subject}
    assert {i.line for i in found} & set(lines_beginning(text, broken.line)), str(found[0])
    assert {i.path for i in found} == {path}
    assert {i.severity for i in issues} == {Severity.ERROR}
    assert len(issues) == FOLLOW.get(broken.name, 1), "\n".join(map(str, issues))
    with pytest.raises(FactsError) as raised:
        load_facts(path, forms, TOPICS)
    assert list(raised.value.issues) == issues


def test_the_table_of_broken_files_is_whole() -> None:
    assert len(BROKEN) == len({broken.name for broken in BROKEN}) == 50
    assert not set(FOLLOW) - {broken.name for broken in BROKEN}


def test_all_errors_are_told_at_once(good: str, saved: Saved, forms: Forms) -> None:
    names = (
        "a language is missing", "a digit", "unit", "time zone", "a date of the 13th month",
        "unknown source", "a source's date", "a misspelt key of a fact", "a key at the top",
        "country of an audience",
    )  # fmt: skip
    chosen = [broken for broken in BROKEN if broken.name in names]
    text = good
    for broken in chosen:
        text = broken.text(text)

    issues = check_facts(saved(text), forms, TOPICS, TODAY)

    assert len(issues) == len(chosen) == len(names), "\n".join(map(str, issues))
    for broken in chosen:
        [issue] = [i for i in issues if broken.what in i.what and i.subject == broken.subject]
        assert issue.line in lines_beginning(text, broken.line)
    assert [i.line for i in issues] == sorted(i.line for i in issues)


def test_a_misshapen_statement_does_not_hide_faults_of_its_neighbours(
    good: str, saved: Saved, forms: Forms
) -> None:
    text = good.replace("        as_of: 2026-01-16\n", "").replace("two parts", "2 parts")

    issues = check_facts(saved(text), forms, TOPICS, TODAY)

    assert [(i.subject, i.what) for i in issues] == [
        (AREA, "statements.area.as_of is missing"),
        (AREA, "a digit is written into the wording"),
    ]


def test_a_misshapen_source_is_blamed_once_not_wherever_it_is_cited(
    good: str, saved: Saved, forms: Forms
) -> None:
    issues = check_facts(saved(good.replace("grade: O", "grade: best")), forms, TOPICS, TODAY)

    assert [(i.subject, i.line) for i in issues] == [("office", 13)]


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        (date(2027, 5, 1), []),
        (date(2027, 5, 2), [(AREA, "review_by: 2027-05-01")]),
        (date(2027, 6, 2), [(AREA, "review_by: 2027-05-01"), (LIMIT, "review_by: 2027-06-01")]),
    ],
)
def test_a_passed_review_by_is_a_warning(
    today: date, overdue: list[tuple[str, str]], good: str, saved: Saved, forms: Forms
) -> None:
    path = saved(good)

    issues = check_facts(path, forms, TOPICS, today)

    assert [(i.subject, i.line) for i in issues] == [
        (subject, lines_beginning(good, start)[0]) for subject, start in overdue
    ]
    assert all(i.severity is Severity.WARNING for i in issues)
    assert all("move as_of and review_by" in i.mend for i in issues)
    assert len(load_facts(path, forms, TOPICS).by_id) == 3


def test_an_issue_reads_like_a_compiler_s(good: str, saved: Saved, forms: Forms) -> None:
    path = saved(good.replace("square_kilometre", "acre"))

    [issue] = check_facts(path, forms, TOPICS, TODAY)

    units = "square_kilometre, kilogram, tonne, minute, hour, day"
    assert str(issue) == (f"{path}:27: error: zone.area: unknown unit 'acre' -> use one of {units}")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is not a mapping"),
        (b"- one\n- two\n", "is not a mapping"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"a: \x00\n", "special characters are not allowed"),
        (b"a: 2026-13-01\n", "cannot be read as YAML"),
        (b"a: [1, 2\n", "expected"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_issue(
    content: bytes, what: str, tmp_path: Path, forms: Forms
) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(content)

    [issue] = check_facts(path, forms, TOPICS, TODAY)

    assert (issue.subject, issue.severity) == ("file", Severity.ERROR)
    assert what in issue.what
    assert issue.mend


def test_a_missing_file_is_one_issue(tmp_path: Path, forms: Forms) -> None:
    path = tmp_path / "nowhere.yml"

    assert check_facts(path, forms, TOPICS, TODAY) == [
        Issue(path, 1, "file", "No such file or directory", "restore the file or set HORGOS_FACTS")
    ]


def test_the_project_s_own_facts_have_no_error(forms: Forms) -> None:
    root = Path(__file__).parents[2]
    path, topics = root / "facts" / "facts.yml", tuple(load_topics(root / "topics.yml"))

    assert check_facts(path, forms, topics, TODAY) == []
    assert len(load_facts(path, forms, topics).by_id) >= 19


def test_a_topic_without_facts_is_a_warning(good: str, saved: Saved, forms: Forms) -> None:
    path = saved(good)

    [issue] = check_facts(path, forms, (*TOPICS, "cinema"), TODAY)

    [line] = lines_beginning(good, "facts:")
    assert (issue.subject, issue.line, issue.severity) == ("cinema", line, Severity.WARNING)
    assert "no fact is about this topic" in issue.what and "topics.yml" in issue.mend
    assert len(load_facts(path, forms, (*TOPICS, "cinema")).by_id) == 3


def test_what_a_merge_key_brings_is_blamed_on_its_statement(
    good: str, saved: Saved, forms: Forms
) -> None:
    text = good.replace("      area:\n        role", "      area: &area\n        role")
    text = text.replace("        role: more\n", "        <<: *area\n        values: {}\n")
    assert text.count("*area") == text.count("&area") == 1

    issues = check_facts(saved(text), forms, TOPICS, date(2027, 5, 2))

    assert [(i.subject, i.severity) for i in issues] == [(AREA, Severity.WARNING)] * 2
    lines = lines_beginning(text, "review_by: 2027-05-01") + lines_beginning(text, "parts:")
    assert [i.line for i in issues] == lines
