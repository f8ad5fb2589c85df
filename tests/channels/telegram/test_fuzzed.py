"""A thousand updates that are almost right break nothing, and hide none that is."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

from horgos.channels.telegram.settings import SECRET_HEADER
from tests.channels.contract.telegram import SECRET, TelegramDriver
from tests.channels.spoiling import spoilt
from tests.channels.telegram.updates import CASES, QUESTION

_STRANGE: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, -(2**70), 1e308, "", "x" * 5000, "\u0000", "\ud800", "/start", [], {},
    [[]], [None], {"id": 1}, "1795780000", [{"type": "mention", "offset": 99999, "length": -5}],
)  # fmt: skip


def test_a_thousand_spoilt_updates_break_nothing(telegram: TelegramDriver) -> None:
    dice = random.Random(1000)
    person = telegram.person()
    answered: Counter[int] = Counter()
    for number in range(1000):
        case = dice.choice(CASES)
        whole = {"update_id": 10**9 + number, **case.build(telegram, person)}
        body = json.dumps(spoilt(whole, _STRANGE, dice)).encode()
        answered[telegram.post(content=body, headers={SECRET_HEADER: SECRET})] += 1
    assert sum(answered.values()) == 1000
    assert set(answered) == {200, 400}
    assert answered[200] > answered[400]
    after = telegram.person()
    telegram.say(after, QUESTION)
    assert telegram.wait_for(after, 1)[0].text == telegram.guide.ask(QUESTION).texts[0]
    assert telegram.violations == []
    log = (telegram.guide.settings.var / "The guide.log").read_text(encoding="utf-8")
    assert "could not be handled" not in log and "could not be answered" not in log
