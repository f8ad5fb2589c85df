from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from horgos.answers import Guide
from horgos.answers.locale import load_locales
from horgos.answers.topics import load_topics
from horgos.facts import Facts, load_facts
from horgos.language.forms import load_forms
from tests.answers.asking import Asking

ROOT = Path(__file__).parents[2]
FORMS = load_forms(ROOT / "languages.yml")
GUIDE = Guide(load_locales(ROOT / "locales", FORMS), load_topics(ROOT / "topics.yml"), FORMS)
FACTS = load_facts(ROOT / "facts" / "facts.yml", FORMS, tuple(GUIDE.topics))
TODAY = datetime(2026, 11, 22, 6, tzinfo=timezone.utc)


def after_all_reviews(facts: Facts) -> datetime:
    """A moment when every review is overdue."""
    dates = [s.review_by for fact in facts for s in fact.statements if s.review_by]
    return datetime.combine(max(dates), TODAY.timetz()) + timedelta(days=1)


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The project's own facts."""
    return FACTS


@pytest.fixture(scope="session")
def asking() -> Asking:
    """Asks the guide about the project's own facts, as of today."""
    return Asking(GUIDE, FACTS, TODAY)
