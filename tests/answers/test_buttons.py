"""Buttons: in the visitor's language, leading on, and the only ids the gate lets in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.answers.buttons import Pressed, form_buttons, read_button
from horgos.language.conversion import write
from tests.answers.asking import Asking
from tests.answers.conftest import FACTS, FORMS, GUIDE

MOST_BYTES = 64


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_every_button_is_written_for_the_visitor_and_read_by_the_gate(
    form: str, asking: Asking
) -> None:
    pressed = 0
    locale = GUIDE.locales[FORMS[form].language]
    titles = {*locale.buttons.ask.values(), *locale.buttons.citizenship.values()}
    known = {write(title, FORMS[form]) for title in (*titles, locale.buttons.language)}
    for topic in GUIDE.topics:
        for citizens in ((), ("CN",), ("KZ",), ("RU",), ("HK",), ("CN", "KZ")):
            for button in asking.about(topic, form=form, citizens=citizens).buttons:
                pressed += 1
                assert button.title in known
                assert button.payload.isascii() and len(button.payload) <= MOST_BYTES
                assert read_button(button.payload, GUIDE.topics, FORMS) is not None
    assert pressed >= 7 * 6 * 3


@pytest.mark.parametrize(
    ("topic", "citizens", "payloads"),
    [
        ("duty_free", (), ["ask:duty_free:CN", "ask:duty_free:KZ", "ask:duty_free:other"]),
        ("duty_free", ("CN",), ["ask:duty_free:KZ", "ask:duty_free:other"]),
        ("duty_free", ("RU",), ["ask:duty_free:CN", "ask:duty_free:KZ"]),
        ("duty_free", ("HK",), ["ask:duty_free:CN", "ask:duty_free:KZ"]),
        ("duty_free", ("CN", "KZ"), ["ask:duty_free:other"]),
        ("entry_documents", ("KZ",), ["ask:entry_documents:CN", "ask:entry_documents:other"]),
        ("shopping_hours", (), []),
        ("chinese_medicine", ("CN",), []),
    ],
)
def test_buttons_lead_on_to_others_related_topics_and_another_language(
    topic: str, citizens: tuple[str, ...], payloads: list[str], asking: Asking
) -> None:
    buttons = asking.about(topic, citizens=citizens).buttons

    related = [f"ask:{other}" for other in GUIDE.topics.related[topic]]
    assert [button.payload for button in buttons] == [*payloads, *related, "language"]


def test_a_topic_just_answered_is_not_offered(asking: Asking) -> None:
    buttons = asking.about("duty_free", "shopping_hours").buttons

    payloads = [button.payload for button in buttons]
    assert "ask:shopping_hours" not in payloads and "ask:duty_free" not in payloads
    assert payloads[:3] == ["ask:duty_free:CN", "ask:duty_free:KZ", "ask:duty_free:other"]


def test_a_pressed_citizenship_is_answered_for_it(asking: Asking) -> None:
    followed = 0
    for button in asking.about("duty_free").buttons:
        pressed = read_button(button.payload, GUIDE.topics, FORMS)
        if pressed and pressed.topic and pressed.citizenship:
            followed += 1
            answer = asking.about(pressed.topic, citizens=(pressed.citizenship,))
            assert answer.facts == (f"duty_free.{pressed.citizenship.lower()}",)
    assert followed == 3


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_languages_are_offered_each_in_its_own_script(form: str) -> None:
    buttons = GUIDE.say("which_language", FORMS[form]).buttons

    assert buttons == form_buttons(FORMS)
    assert [button.title for button in buttons] == [one.own_name for one in FORMS]
    assert [read_button(b.payload, GUIDE.topics, FORMS) for b in buttons] == [
        Pressed(form=one.code) for one in FORMS
    ]


@pytest.mark.parametrize(
    "act",
    [
        "greet",
        "help",
        "unanswerable",
        "out_of_scope",
        "nlu_fallback",
        "empty",
        "too_long",
        "trouble",
    ],
)
def test_an_act_that_leaves_the_visitor_at_a_loss_offers_all_topics(act: str) -> None:
    payloads = [button.payload for button in GUIDE.say(act, FORMS["ru-Cyrl"]).buttons]

    assert payloads == [*(f"ask:{topic}" for topic in GUIDE.topics), "language"]


@pytest.mark.parametrize(
    ("payload", "pressed"),
    [
        ("ask:duty_free", Pressed(topic="duty_free")),
        ("ask:duty_free:KZ", Pressed(topic="duty_free", citizenship="KZ")),
        ("ask:duty_free:other", Pressed(topic="duty_free", citizenship="other")),
        ("language", Pressed()),
        ("language:kk-Arab", Pressed(form="kk-Arab")),
        ("language:de-Latn", None),
        ("ask:no_topic", None),
        ("ask:duty_free:", None),
        ("ask:duty_free:KZ:CN", None),
        ("ask:duty_free\n", None),
        (" ask:duty_free", None),
        ("ask:", None),
        ("/greet", None),
        ('/intent{"a": "b"}', None),
        ("language:", None),
        ("", None),
    ],
)
def test_only_ids_of_ours_are_read(payload: str, pressed: Pressed | None) -> None:
    assert read_button(payload, GUIDE.topics, FORMS) == pressed


@given(st.text(max_size=80))
def test_no_other_text_is_taken_for_a_button(text: str) -> None:
    pressed = read_button(text, GUIDE.topics, FORMS)

    assert pressed is None or text.startswith(("ask:", "language"))


def test_every_topic_has_facts_and_a_button_in_every_language() -> None:
    assert {fact.topic for fact in FACTS} == set(GUIDE.topics)
    for locale in GUIDE.locales.values():
        assert set(locale.buttons.ask) == set(GUIDE.topics)
        assert len(set(locale.buttons.ask.values())) == len(GUIDE.topics.related)
