"""Every topic in every written form: over REST comes what the core answers, in its form."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from horgos.answers import Ask, Question
from horgos.project import load_project
from tests.running import ROOT, RunningGuide

QUESTIONS = YAML(typ="safe").load(
    (Path(__file__).resolve().parent / "every_topic.yml").read_text(encoding="utf-8")
)
PROJECT = load_project(ROOT, ROOT / "facts" / "facts.yml")
ASKED = {"port_crossing": ("hours",), "port_trade": ("cargo",), "about_zone": ("area",)}
CASES = [(form, topic, text) for form, asked in QUESTIONS.items() for topic, text in asked.items()]


def test_there_is_a_question_for_every_topic_and_form() -> None:
    forms, topics = PROJECT.guide.forms, list(PROJECT.guide.topics)
    assert sorted(QUESTIONS) == sorted(form.code for form in forms)
    assert all(sorted(asked) == sorted(topics) for asked in QUESTIONS.values())


@pytest.mark.parametrize(("form", "topic", "text"), CASES)
def test_the_reply_is_the_answer_of_the_core(
    guide: RunningGuide, form: str, topic: str, text: str
) -> None:
    ask = Ask(topic, ASKED.get(topic, ()))
    now = datetime.now(timezone.utc)
    question = Question((ask,), PROJECT.guide.forms[form], now)
    expected = PROJECT.guide.answer(question, PROJECT.store.facts)
    reply = guide.ask(text)
    assert reply.answer == expected.provenance()
    assert tuple(reply.texts) == expected.messages
    assert [b["payload"] for b in reply.buttons] == [b.payload for b in expected.buttons]
