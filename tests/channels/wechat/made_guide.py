"""A channel on a server of its own with a made Rasa behind it, and WeChat before it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.state import ChannelState
from horgos.channels.wechat.channel import WeChatChannel
from horgos.channels.wechat.settings import WeChatSettings, read_credentials
from tests.channels.serving import serving
from tests.stand_ins.wechat import WeChat, playing_wechat
from tests.stand_ins.wechat_account import AccountOf

AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
PLAIN = AccountOf(verified=True)
SAFE = AccountOf(aes_key=AES_KEY, verified=True)
UNVERIFIED = AccountOf(verified=False)


@dataclass
class MadeRasa:
    """Says back what it hears, after as many seconds as it is told.

    Attributes:
        heard: Sender and text of each message, in order.
        slow: Seconds before a reply; by text, "" for all others.
        says: The reply to any text, if set.
    """

    heard: list[tuple[str, str]] = field(default_factory=list)
    slow: dict[str, float] = field(default_factory=dict)
    says: str | None = None
    buttons: list[dict[str, str]] = field(default_factory=list)

    async def __call__(self, message: UserMessage) -> None:
        text = message.text or (message.parse_data or {}).get("intent", {}).get("name", "")
        await asyncio.sleep(self.slow.get(text, self.slow.get("", 0.0)))
        self.heard.append((message.sender_id, text))
        channel: Any = message.output_channel
        said = self.says or f"您说：{text}"
        await channel.send_text_with_buttons(message.sender_id, said, self.buttons)
        answer = {"language": "zh", "script": "Hans", "topics": [], "facts": [], "sources": []}
        await channel.send_custom_json(message.sender_id, {"answer": answer})


@dataclass
class Stage:
    """Everything a test needs.

    Attributes:
        api: Address of WeChat's API.
    """

    wechat: WeChat
    api: str
    rasa: MadeRasa
    channel: WeChatChannel
    client: httpx.Client

    @property
    def state(self) -> ChannelState:
        return self.channel.state

    def refused(self) -> dict[str, int]:
        return dict(self.state.as_json()["refused"])


class _Speaking(InputChannel):
    """A channel with the made Rasa instead of a trained one."""

    def __init__(self, channel: WeChatChannel, rasa: MadeRasa) -> None:
        self._channel, self._rasa = channel, rasa

    def url_prefix(self) -> str:
        return self._channel.name()

    def blueprint(self, _: OnNewMessage) -> Blueprint:
        return self._channel.blueprint(self._rasa)


@contextmanager
def on_stage(account: AccountOf, patience: float = 0.8, wait: float = 0.4) -> Iterator[Stage]:
    """The channel with WeChat's seconds shortened."""
    rasa = MadeRasa()
    with playing_wechat(account, patience) as (wechat, api):
        channel = WeChatChannel(
            WeChatSettings(api, wait),
            read_credentials(account.environment()),
            Accounts("wx", b"a key of the tests"),
            ChannelState(),
        )
        channel.state.run()
        with serving(_Speaking(channel, rasa)) as client:
            wechat.webhook = str(client.base_url.join("/webhooks/wechat/webhook"))
            yield Stage(wechat, api, rasa, channel, client)
