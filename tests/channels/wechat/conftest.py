"""The trained guide as an Official Account, in both modes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from tests.channels.wechat.made_guide import AES_KEY
from tests.running import RunningGuide, running_guide
from tests.stand_ins.wechat import WeChat, playing_wechat
from tests.stand_ins.wechat_account import AccountOf

ACCOUNTS = {
    "safe, verified": AccountOf(aes_key=AES_KEY, verified=True),
    "plain, unverified": AccountOf(verified=False),
}
CHANNELS = {
    "safe, verified": ("wechat", "horgos.channels.wechat.WeChatChannel"),
    "plain, unverified": ("plain", "tests.channels.wechat.plain_account.PlainAccount"),
}
OTHERS = ("horgos.channels.rest.RestChannel", "horgos.channels.health.HealthChannel")


@dataclass
class Zone:
    """The guide, and WeChat before it."""

    guide: RunningGuide
    wechat: WeChat


@pytest.fixture(scope="session")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Zone]]:
    folder = tmp_path_factory.mktemp("wechat")
    credentials = folder / "credentials.yml"
    channels: dict[str, dict[str, str]] = {channel: {} for channel in OTHERS}
    with ExitStack() as stack:
        played = {}
        for name, account in ACCOUNTS.items():
            played[name], api = stack.enter_context(playing_wechat(account))
            channels[CHANNELS[name][1]] = {"api": api}
        credentials.write_text(json.dumps(channels), encoding="utf-8")
        more = {
            **ACCOUNTS["safe, verified"].environment(),
            "HORGOS_CREDENTIALS": str(credentials),
        }
        guide = stack.enter_context(running_guide(folder, more=more))
        for name, wechat in played.items():
            wechat.webhook = f"{guide.settings.url}/webhooks/{CHANNELS[name][0]}/webhook"
        yield {name: Zone(guide, wechat) for name, wechat in played.items()}


@pytest.fixture(params=ACCOUNTS)
def zone(request: pytest.FixtureRequest, zones: dict[str, Zone]) -> Zone:
    return zones[request.param]


@pytest.fixture
def verified(zones: dict[str, Zone]) -> Zone:
    return zones["safe, verified"]
