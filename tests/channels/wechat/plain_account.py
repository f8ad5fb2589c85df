"""A second account on the same guide: not verified, and in plain mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from horgos.channels.messaging.accounts import Accounts
from horgos.channels.messaging.state import ChannelState
from horgos.channels.wechat.channel import WeChatChannel
from horgos.channels.wechat.settings import read_credentials, read_settings
from tests.stand_ins.wechat import AccountOf


class PlainAccount(WeChatChannel):
    """The channel under another name."""

    @classmethod
    def name(cls) -> str:
        return "plain"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> PlainAccount:
        secrets = read_credentials(AccountOf(verified=False).environment())
        accounts = Accounts("wx", b"a key of the tests")
        return cls(read_settings(credentials, "the test"), secrets, accounts, ChannelState())
