"""WeChat for the contract of all messaging channels: a plain, verified account."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any

from horgos.answers.buttons import form_buttons, topic_buttons
from horgos.language.conversion import write
from horgos.project import this_project
from tests.channels.contract.driver import Driver, Received
from tests.stand_ins.wechat import WeChat, playing_wechat
from tests.stand_ins.wechat_account import AccountOf

_CHOICE = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
_MEDIA = {"voice": "voice", "photo": "image", "location": "location", "document": "file"}
_APART = 0.05
"""Seconds between messages that were written at once: each comes on a connection of its own."""


class WeChatDriver(Driver):
    """Choices are pressed by their number, or by the menu where the last list has none."""

    channel = "wechat"
    prefix = "wx"
    credentials_key = "horgos.channels.wechat.WeChatChannel"

    def __init__(self, wechat: WeChat, api: str) -> None:
        self._wechat, self._api = wechat, api

    @classmethod
    @contextmanager
    def standing_in(cls) -> Iterator[WeChatDriver]:
        with playing_wechat(AccountOf(verified=True)) as (wechat, api):
            yield cls(wechat, api)

    @property
    def settings(self) -> Mapping[str, Any]:
        return {"api": self._api}

    @property
    def environment(self) -> Mapping[str, str]:
        return self._wechat.account.environment()

    def connect(self, guide: Any) -> None:
        super().connect(guide)
        self._wechat.webhook = f"{guide.settings.url}/webhooks/wechat/webhook"

    def person(self, language: str | None = None) -> str:
        return f"oContract{uuid.uuid4().hex[:19]}"

    def say(self, person: str, text: str, identity: str | None = None) -> None:
        message = self._message(person, text)
        if identity is not None:
            message["MsgId"] = identity
        self._wechat.run(self._wechat.deliver(message))

    def say_at_once(self, person: str, texts: Sequence[str]) -> None:
        async def all_of_them() -> None:
            told = []
            for text in texts:
                told.append(asyncio.ensure_future(self._deliver(person, text)))
                await asyncio.sleep(_APART)
            await asyncio.gather(*told)

        self._wechat.run(all_of_them())

    def press(self, person: str, button: str) -> None:
        offered = self.received(person)[-1].buttons
        if button in offered:
            self._wechat.write(person, str(offered.index(button) + 1))
        else:
            self._wechat.click(person, button)

    def send_medium(self, person: str, kind: str) -> None:
        self._wechat.send_medium(person, _MEDIA[kind], MediaId="m")

    def forge(self, person: str, text: str) -> int:
        wechat = self._wechat
        query, body = wechat.signed(wechat.xml(self._message(person, text)))
        return wechat.run(wechat.post({**query, "signature": "0" * 40}, body))[0]

    def send_raw(self, body: bytes) -> int:
        query, _ = self._wechat.signed("")
        return self._wechat.run(self._wechat.post(query, body))[0]

    def received(self, person: str) -> Sequence[Received]:
        return tuple(
            self._read(text) for who, text in self._wechat.seen_by(person) if who != "person"
        )

    @property
    def violations(self) -> Sequence[str]:
        return tuple(self._wechat.violations)

    async def _deliver(self, person: str, text: str) -> None:
        await self._wechat.deliver(self._message(person, text))

    def _message(self, person: str, text: str) -> dict[str, str]:
        return self._wechat.message(person, "text", Content=text)

    def _read(self, text: str) -> Received:
        labels = tuple(_CHOICE.findall(text))
        ids = {**self._titles, **self._under(text)}
        return Received(text, tuple(ids.get(label, label) for label in labels), labels)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Ids by what stands on the buttons that are the same everywhere."""
        guide = this_project().guide
        titles = {button.title: button.payload for button in form_buttons(guide.forms)}
        for form in guide.forms:
            for button in topic_buttons(guide.topics, guide.locales[form.language]):
                titles[write(button.title, form)] = button.payload
        return titles

    def _under(self, text: str) -> dict[str, str]:
        """Ids of the buttons under the answer about a topic: other citizens are asked of there."""
        return self._of_answers().get(text.splitlines()[0], {})

    @cache  # noqa: B019
    def _of_answers(self) -> dict[str, dict[str, str]]:
        guide = this_project().guide
        found = {}
        for form in guide.forms:
            for topic in guide.topics:
                said = self.guide.ask(f"ask:{topic}", language=form.language, script=form.script)
                buttons = {button["title"]: button["payload"] for button in said.buttons}
                found[said.texts[0].splitlines()[0]] = buttons
        return found
