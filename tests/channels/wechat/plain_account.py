"""A second account on the same guide: not verified, and in plain mode."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.channels.wechat.channel import WeChatChannel
from horgos.channels.wechat.settings import Credentials, read_credentials
from tests.stand_ins.wechat_account import AccountOf


class PlainAccount(WeChatChannel):
    """The channel under another name, whatever the environment holds."""

    channel = "plain"

    @staticmethod
    def read_credentials(environment: Mapping[str, str]) -> Credentials:
        return read_credentials(AccountOf(verified=False).environment())
