"""Whatever an operator saves, the loader answers with facts or issues, never otherwise."""

from __future__ import annotations

import random
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from horgos.facts import FactsError, Issue, Severity, check_facts, load_facts
from horgos.language.forms import Forms
from tests.facts.conftest import GOOD, TOPICS

TODAY = date(2026, 11, 22)
KEYS = [
    "sources",
    "facts",
    "id",
    "topic",
    "asked",
    "in_overview",
    "statements",
    "role",
    "status",
    "as_of",
    "review_by",
    "values",
    "audience",
    "differs_from",
    "wording",
    "publisher",
    "title",
    "date",
    "url",
    "grade",
    "en",
    "ru",
    "kk",
    "zh",
    "money",
    "currency",
    "quantity",
    "unit",
    "number",
    "percent",
    "time",
    "times",
    "opening_hours",
    "time_zone",
    "holidays_of",
    "CN",
    "area",
]

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("{}[]:,-&*!|>'\"#%@` \n\t"),
    max_size=80,
)
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.sampled_from(["{area}", "confirmed", "2025-11", "CNY", "KZ", "Mo-Su 10:00-19:00"])
    | ANY_TEXT
)
ANYTHING = st.recursive(
    SCALAR,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.integers(0, 9) | st.booleans() | ANY_TEXT, inner, max_size=5
        )
    ),
    max_leaves=25,
)
fearless = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def checked(path: Path, forms: Forms) -> list[Issue]:
    """Issues of a file, the same from both doors."""
    issues = check_facts(path, forms, TOPICS, TODAY)
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    try:
        load_facts(path, forms, TOPICS)
    except FactsError as fault:
        assert list(fault.issues) == errors
    else:
        assert not errors
    assert all(issue.line >= 1 and issue.what and issue.mend for issue in issues)
    return issues


def saved(path: Path, content: object) -> Path:
    stream = StringIO()
    YAML(typ="safe").dump(content, stream)
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")
    return path


@fearless
@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes, tmp_path: Path, forms: Forms) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(content)
    assert checked(path, forms)


@fearless
@given(text=ANY_TEXT)
def test_any_text(text: str, tmp_path: Path, forms: Forms) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(text, encoding="utf-8", newline="")
    assert checked(path, forms)


@fearless
@given(sources=ANYTHING, facts=ANYTHING)
def test_any_yaml_under_the_two_keys(
    sources: Any, facts: Any, tmp_path: Path, forms: Forms
) -> None:
    checked(saved(tmp_path / "facts.yml", {"sources": sources, "facts": facts}), forms)


def _places(node: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree that can be replaced: container and key."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    places = [(node, key) for key in keys]
    for key in keys:
        if isinstance(node[key], (dict, list)):
            places += _places(node[key])
    return places


@fearless
@given(pick=st.randoms(use_true_random=False), changes=st.lists(ANYTHING, min_size=1, max_size=3))
def test_anything_in_the_place_of_anything(
    pick: random.Random, changes: list[Any], tmp_path: Path, forms: Forms
) -> None:
    tree = YAML(typ="safe").load(GOOD)
    for change in changes:
        container, key = pick.choice(_places(tree))
        container[key] = change
    checked(saved(tmp_path / "facts.yml", tree), forms)


@fearless
@given(start=st.integers(0, len(GOOD)), length=st.integers(0, 40), new=ANY_TEXT)
def test_a_slip_of_the_hand_anywhere(
    start: int, length: int, new: str, tmp_path: Path, forms: Forms
) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(GOOD[:start] + new + GOOD[start + length :], encoding="utf-8", newline="")
    checked(path, forms)


@pytest.mark.parametrize(
    "text",
    [
        "sources: &a {x: *a}\nfacts: []\n",
        "sources: {}\nfacts: &f [*f]\n",
        "sources: {}\nfacts: [{1: 2}]\n",
        "sources: {1: {2: 3}}\nfacts: []\n",
        "sources: {[a, b]: c}\nfacts: []\n",
        "1: x\nb: y\n",
        "? {a: b}\n: c\n",
        "!!python/object:os.system {}\n",
        "sources: !!set {a, b}\nfacts: !!omap [a: 1]\n",
        "sources: {}\nfacts: !!timestamp 2026-99-99\n",
        "sources: {}\nfacts:\n  - id: a.b\n    topic: a\n    statements: {1: {2: 3}}\n",
        "%YAML 9.9\n---\na: b\n",
        "a: b\n---\nc: d\n",
        "[" * 600,
        "a: " + "{a: " * 600,
    ],
    ids=lambda text: text[:40],
)
def test_odd_yaml(text: str, tmp_path: Path, forms: Forms) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(text, encoding="utf-8")
    assert checked(path, forms)
