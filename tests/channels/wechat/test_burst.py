"""A busy hour in a moment: duplicates, pushes that fail, and everybody answered once."""

from __future__ import annotations

import asyncio
from collections import Counter

from tests.channels.wechat.made_guide import PLAIN, on_stage
from tests.stand_ins.wechat_account import Delivery

MESSAGES, PEOPLE = 500, 125
DUPLICATES = 20
"""Every so many-th message comes twice: 5 %; every so many-th push fails: 5 %."""


def test_five_hundred_messages_are_each_answered_once() -> None:
    with on_stage(PLAIN, patience=20, wait=1.0) as stage:
        wechat = stage.wechat
        wechat.every_nth_push_fails = DUPLICATES
        # A person's messages are answered in turn: the third is late on any machine.
        stage.rasa.slow[""] = 0.4

        async def burst() -> list[Delivery]:
            return await asyncio.gather(
                *(
                    wechat.deliver(
                        wechat.message(f"p{n % PEOPLE}", "text", Content=f"问题{n}号"),
                        at_once=2 if n % DUPLICATES == 0 else 1,
                    )
                    for n in range(MESSAGES)
                )
            )

        deliveries = wechat.run(burst())
        passive = [d.text for d in deliveries if d.text]
        wechat.wait_for(lambda: len(passive) + len(wechat.pushed) >= MESSAGES, 60)
        assert len(deliveries) == MESSAGES and not any(d.is_apology for d in deliveries)
        answers = Counter(passive + [text for _, text in wechat.pushed])
        assert answers == Counter(f"您说：问题{n}号" for n in range(MESSAGES))
        assert len(stage.rasa.heard) == MESSAGES
        # Most are late, so that pushes are put to the test.
        assert len(wechat.pushed) > 200
        assert wechat.silent_losses >= len(wechat.pushed) // DUPLICATES
        assert stage.state.undelivered == 0
        assert stage.state.handled == MESSAGES
        assert set(Counter(sender for sender, _ in stage.rasa.heard).values()) == {4}
