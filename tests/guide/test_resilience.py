"""What breaks while the guide runs: the visitor still reads a sentence in his language."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator

import pytest

from tests.conftest import FORMS
from tests.running import ACTIONS, GUIDE, RunningGuide, running_guide

LIVE_WITHIN = 5.0


@pytest.fixture(scope="module")
def own_guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGuide]:
    """A guide these tests may break."""
    with running_guide(tmp_path_factory.mktemp("fragile")) as running:
        yield running


def _edit(guide: RunningGuide, old: str, new: str) -> None:
    text = guide.facts.read_text(encoding="utf-8")
    assert text.count(old) == 1
    guide.facts.write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_edit_is_live_within_five_seconds(own_guide: RunningGuide) -> None:
    question = "How much may Chinese citizens take out duty-free?"
    assert "8,000 yuan" in own_guide.ask(question).text
    _edit(own_guide, "{money: 8000, currency: CNY}", "{money: 8500, currency: CNY}")
    saved = time.monotonic()
    while "8,500 yuan" not in own_guide.ask(question).text:
        assert time.monotonic() - saved < LIVE_WITHIN
    _edit(own_guide, "{money: 8500, currency: CNY}", "{money: 8000, currency: CNY}")
    assert "8,000 yuan" in own_guide.ask(question).text


def test_a_broken_edit_changes_nothing_and_is_told(own_guide: RunningGuide) -> None:
    question = "Сколько гражданам Китая можно вывезти без пошлины?"
    before = own_guide.ask(question).text
    _edit(own_guide, "{money: 8000, currency: CNY}", "{money: 9000, currency: XYZ}")
    assert own_guide.ask(question).text == before
    health = own_guide.health()
    assert health.status_code == 200
    (issue,) = health.json()["facts"]["issues"]
    assert "facts.yml:" in issue and "duty_free.cn" in issue and "XYZ" in issue
    log = (own_guide.settings.var / f"{ACTIONS}.log").read_text(encoding="utf-8")
    assert "XYZ" in log
    _edit(own_guide, "{money: 9000, currency: XYZ}", "{money: 8000, currency: CNY}")
    assert own_guide.health().json()["facts"]["issues"] == []


HOURS = {
    "en-Latn": "When do the shops open?",
    "kk-Cyrl": "Қайырлы күн, дүкендер қашан ашылады?",
    "kk-Arab": "دۇكەندەر قاشان اشىلادى؟",
    "kk-Latn": "Qaiyrly kün, dükender qaşan aşylady?",
    "ru-Cyrl": "Когда открываются магазины?",
    "zh-Hans": "商店几点开门？",
    "zh-Hant": "商店幾點開門？",
}


def test_without_action_server_there_is_an_apology_in_each_form(own_guide: RunningGuide) -> None:
    assert set(HOURS) == {form.code for form in FORMS}
    senders = {form: uuid.uuid4().hex for form in HOURS}
    for form, question in HOURS.items():
        assert own_guide.ask(question, senders[form]).answer["facts"] == ["shopping.hours"]
    own_guide.stop(ACTIONS)
    try:
        for form, sender in senders.items():
            reply = own_guide.ask("8000?", sender)
            assert reply.text
            assert (reply.form, reply.answer["status"]) == (form, "unknown")
        assert own_guide.health().status_code == 503
    finally:
        own_guide.start(ACTIONS)
        own_guide.wait_until_ready()
    for form, question in HOURS.items():
        assert own_guide.ask(question, senders[form]).answer["facts"] == ["shopping.hours"]


def test_a_conversation_survives_a_restart(own_guide: RunningGuide) -> None:
    sender = uuid.uuid4().hex
    own_guide.ask("Я гражданин Казахстана. Какой у меня беспошлинный лимит?", sender)
    for name in (GUIDE, ACTIONS):
        own_guide.stop(name)
        own_guide.start(name)
    own_guide.wait_until_ready()
    reply = own_guide.ask("а если 700 евро?", sender)
    assert reply.answer["facts"] == ["duty_free.kz"]
    assert reply.form == "ru-Cyrl"
    assert "200 евро" in reply.text.replace("\xa0", " ")
