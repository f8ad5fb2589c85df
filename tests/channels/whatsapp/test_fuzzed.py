"""A thousand bodies that are almost right break nothing, and hide none that is."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

from horgos.channels.whatsapp.signature import sign
from tests.channels.contract.whatsapp import WhatsAppDriver
from tests.channels.spoiling import spoilt
from tests.channels.whatsapp.bodies import CASES, QUESTION
from tests.stand_ins.whatsapp import APP_SECRET

_STRANGE: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, -(2**70), 1e308, float("inf"), float("nan"), "", "x" * 5000,
    "\u0000", "\ud800", "text", [], {}, [[]], [None], {"id": 1}, "1795780000", "1e400",
)  # fmt: skip


def test_a_thousand_spoilt_bodies_break_nothing(whatsapp: WhatsAppDriver) -> None:
    dice, person = random.Random(1000), whatsapp.person()
    answered: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    for number in range(1000):
        whole = dice.choice(CASES).build(whatsapp, person)
        body, signed = json.dumps(spoilt(whole, _STRANGE, dice)).encode(), number % 2 == 0
        signature = sign(body, APP_SECRET if signed else "f" * 32)
        answered[signed][whatsapp.post(body, signature)] += 1
    assert sum(answered[True].values()) == sum(answered[False].values()) == 500
    assert set(answered[True]) == {200, 400}
    assert answered[True][200] > answered[True][400]
    assert set(answered[False]) == {403}
    after = whatsapp.person()
    whatsapp.say(after, QUESTION)
    answer = whatsapp.guide.ask(QUESTION).texts[0]
    assert whatsapp.wait_for(after, 1)[0].text.startswith(answer)
    log = (whatsapp.guide.settings.var / "The guide.log").read_text(encoding="utf-8")
    assert "could not be handled" not in log and "could not be answered" not in log
