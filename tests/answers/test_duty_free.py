"""Duty-free limits: a verdict with the difference, and no guess where nothing is known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from horgos.answers import Answer
from horgos.entities.values import Money
from horgos.facts import Status
from tests.answers.asking import Asking, claimed, spent
from tests.answers.conftest import FORMS
from tests.answers.numbers import numbers_in

CN_LIMIT, KZ_LIMIT = "8,000 yuan", "500 euros"
IN_YUAN, IN_EUROS = "If your amount is in yuan:", "If your amount is in euros:"
CONVERTS = "Customs convert other currencies at their own rate; I cannot tell you the rate."
NO, YES = "No, none of my sources says so.", "Yes, that is right."


def asked(asking: Asking, *citizens: str, money: Money | None = None) -> tuple[str, Answer]:
    answer = asking.about("duty_free", citizens=citizens, money=money)
    [text] = answer.messages
    return text, answer


@pytest.mark.parametrize(
    ("citizen", "money", "verdict"),
    [
        ("CN", spent(6500), "1,500 yuan below the limit: nothing to pay."),
        ("CN", spent(8700), "700 yuan over the limit."),
        ("CN", spent("8000.01"), "0.01 yuan over the limit."),
        ("CN", spent("7999.5"), "0.5 yuan below the limit: nothing to pay."),
        ("CN", spent(8000), "exactly at the limit: nothing to pay."),
        ("CN", spent(0), "8,000 yuan below the limit"),
        ("KZ", spent(499, "EUR"), "1 euro below the limit: nothing to pay."),
        ("KZ", spent(650, "EUR"), "150 euros over the limit."),
        ("KZ", spent(1_500_500, "EUR"), "1.5 million euros over the limit."),
    ],
)
def test_an_amount_gets_a_verdict_with_the_difference(
    citizen: str, money: Money, verdict: str, asking: Asking
) -> None:
    text, answer = asked(asking, citizen, money=money)

    assert verdict in text
    limit, other = (CN_LIMIT, KZ_LIMIT) if citizen == "CN" else (KZ_LIMIT, CN_LIMIT)
    assert text.index(limit) < text.index(verdict)
    assert other not in text
    assert CONVERTS not in text and "If your amount" not in text
    assert answer.facts == (f"duty_free.{citizen.lower()}",)


@pytest.mark.parametrize(
    ("citizen", "amount", "currency", "over"),
    [
        ("CN", 8000, "CNY", False),
        ("CN", 8001, "CNY", True),
        ("KZ", 500, "EUR", False),
        ("KZ", 501, "EUR", True),
    ],
)
def test_what_is_due_above_the_limit_is_told_only_above_it(
    citizen: str, amount: int, currency: str, over: bool, asking: Asking
) -> None:
    text, answer = asked(asking, citizen, money=spent(amount, currency))

    told = {"CN": "ordinary customs rules apply", "KZ": "30%, at least 4 euros a kilogram"}[citizen]
    assert (told in text) is over
    assert ("nothing to pay" in text) is not over
    if citizen == "KZ":
        assert answer.status is (Status.REPORTED if over else Status.CONFIRMED)


@pytest.mark.parametrize(
    ("citizen", "money", "limit"),
    [
        ("CN", spent(900, "USD"), CN_LIMIT),
        ("CN", spent(400, "EUR"), CN_LIMIT),
        ("KZ", spent(3000, "CNY"), KZ_LIMIT),
        ("KZ", spent(250_000, "KZT"), KZ_LIMIT),
    ],
)
def test_another_currency_gets_the_limit_and_no_rate(
    citizen: str, money: Money, limit: str, asking: Asking
) -> None:
    text, answer = asked(asking, citizen, money=money)

    assert limit in text and CONVERTS in text
    assert "That is" not in text and "Your purchase" not in text
    assert set(answer.facts) == {f"duty_free.{citizen.lower()}"}
    # The visitor's own amount is not turned into anything: no number of that size is there.
    known = {Decimal(n) for n in (8000, 500, 25, 2006, 2025, 2026, 1, 11, 16)}
    assert set(numbers_in(text, "en")) <= known


def test_an_amount_without_currency_is_taken_in_the_limit_s(asking: Asking) -> None:
    text, _ = asked(asking, "CN", money=spent(6500, None))

    assert f"{IN_YUAN} Your purchase is 1,500 yuan below the limit" in text
    assert IN_EUROS not in text


def test_without_citizenship_both_limits_are_told_with_buttons(asking: Asking) -> None:
    text, answer = asked(asking)

    assert CN_LIMIT in text and KZ_LIMIT in text
    assert answer.facts == ("duty_free.cn", "duty_free.kz")
    assert answer.status is Status.CONFIRMED
    assert [b.payload for b in answer.buttons][:3] == [
        "ask:duty_free:CN",
        "ask:duty_free:KZ",
        "ask:duty_free:other",
    ]


def test_without_citizenship_an_amount_is_held_against_the_limit_in_its_currency(
    asking: Asking,
) -> None:
    text, _ = asked(asking, money=spent(8700))
    assert "700 yuan over" in text and KZ_LIMIT in text and "euros over" not in text

    text, _ = asked(asking, money=spent(8700, None))
    assert f"{IN_YUAN} That is 700 yuan over" in text
    assert f"{IN_EUROS} That is 8,200 euros over" in text

    text, _ = asked(asking, money=spent(100, "USD"))
    assert CN_LIMIT in text and KZ_LIMIT in text and CONVERTS in text


@pytest.mark.parametrize("citizen", ["RU", "DE", "HK", "MO", "TW", "other"])
@pytest.mark.parametrize("money", [None, spent(8700), spent(100, "USD"), claimed(20_000)])
def test_for_a_third_citizenship_no_limit_is_known(
    citizen: str, money: Money | None, asking: Asking
) -> None:
    text, answer = asked(asking, citizen, money=money)

    assert "my sources name no duty-free limit" in text and "ask the customs officers" in text
    assert answer.facts == ("duty_free.other",)
    assert answer.status is Status.UNKNOWN
    assert answer.sources == ()
    assert numbers_in(text, "en") == []
    assert YES not in text


@pytest.mark.parametrize(
    ("citizens", "money", "right"),
    [
        (("CN",), claimed(20_000), False),
        (("CN",), claimed(20_000, None), False),
        ((), claimed(20_000), False),
        (("KZ",), claimed(1000, "EUR"), False),
        (("CN",), claimed(8000, "EUR"), False),
        (("CN",), claimed(500, "EUR"), False),
        (("CN",), claimed(8000), True),
        (("CN",), claimed("8000.00", None), True),
        ((), claimed(500, "EUR"), True),
        (("KZ",), claimed(500, None), True),
    ],
)
def test_a_premise_is_confirmed_or_corrected_before_the_limit(
    citizens: tuple[str, ...], money: Money, right: bool, asking: Asking
) -> None:
    text, answer = asked(asking, *citizens, money=money)

    assert text.startswith(YES if right else NO)
    assert (NO in text) is not right
    for fact in answer.facts:
        assert (CN_LIMIT if fact == "duty_free.cn" else KZ_LIMIT) in text
    assert "20,000" not in text and "over the limit" not in text and "below" not in text


def test_two_citizenships_get_both_answers(asking: Asking) -> None:
    text, answer = asked(asking, "KZ", "RU")

    assert KZ_LIMIT in text and "my sources name no duty-free limit" in text
    assert answer.facts == ("duty_free.kz", "duty_free.other")
    assert answer.status is Status.UNKNOWN


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_the_verdict_is_the_same_in_every_form(form: str, asking: Asking) -> None:
    for citizen, amount, currency, difference in (
        ("CN", 6500, "CNY", 1500),
        ("CN", 8700, "CNY", 700),
        ("KZ", 650, "EUR", 150),
    ):
        answer = asking.about(
            "duty_free", form=form, citizens=(citizen,), money=spent(amount, currency)
        )
        numbers = numbers_in(answer.messages[0], answer.form.language)
        assert numbers[0] == (8000 if citizen == "CN" else 500), answer.messages
        assert numbers[1] == difference, answer.messages


def test_a_visitor_no_fact_is_about_is_told_so(asking: Asking) -> None:
    """An operator may remove a fact; the visitor still reads a sentence."""
    by_id = {k: v for k, v in asking.facts.by_id.items() if k != "duty_free.other"}
    poorer = Asking(asking.guide, type(asking.facts)(by_id, asking.facts.sources), asking.now)

    text, answer = asked(poorer, "RU")

    assert text.startswith("I do not know that")
    assert (answer.facts, answer.status) == ((), Status.UNKNOWN)
