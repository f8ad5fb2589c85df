"""What an operator may write into the facts file is said as it is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from horgos.facts import Facts, Status
from tests.answers.asking import Asking
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY


def _edited(facts: Facts, fact_id: str, statement_id: str, **edits: Any) -> Facts:
    fact = facts[fact_id]
    statements = tuple(
        replace(one, **edits) if one.id == statement_id else one for one in fact.statements
    )
    return replace(facts, by_id={**facts.by_id, fact_id: replace(fact, statements=statements)})


def test_statements_of_one_name_in_two_facts_are_not_taken_for_each_other() -> None:
    """Both duty-free facts have a ``limit``; the conflict is about the Chinese one."""
    facts = _edited(FACTS, "duty_free.cn", "direction", differs_from=("limit",))
    facts = _edited(facts, "duty_free.cn", "limit", as_of=date(2026, 10, 1))
    facts = _edited(facts, "duty_free.kz", "limit", as_of=date(2026, 11, 1))
    [text] = Asking(GUIDE, facts, TODAY).about("duty_free").messages
    newest = facts["duty_free.cn"].statements[0].sources[0]
    assert newest.publisher["en"] == "TVB News"
    assert "Sources differ here; the newest is TVB News" in text


def test_what_is_no_longer_known_may_keep_its_sources_and_names_none() -> None:
    facts = _edited(FACTS, "duty_free.cn", "limit", status=Status.UNKNOWN)
    said = 0
    for form in FORMS:
        for citizens in (("CN",), ("KZ",), ()):
            answer = Asking(GUIDE, facts, TODAY).about(
                "duty_free", form=form.code, citizens=citizens
            )
            said += 1
            assert (answer.status is Status.UNKNOWN) == (citizens != ("KZ",))
    assert said == 7 * 3
