"""What an operator is told before the account goes live."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from horgos.channels.wechat.check import advice, problems
from tests.channels.wechat.made_guide import PLAIN, SAFE, UNVERIFIED
from tests.running import free_port
from tests.stand_ins.wechat import AccountOf, playing_wechat

GOOD = SAFE.environment()
CASES: list[tuple[str, dict[str, str], list[str]]] = [
    ("all is well", GOOD, []),
    ("no token", {**GOOD, "WECHAT_TOKEN": ""}, ["WECHAT_TOKEN"]),
    ("no secrets", {}, ["WECHAT_TOKEN", "WECHAT_APP_ID", "WECHAT_APP_SECRET"]),
    ("short key", {**GOOD, "WECHAT_AES_KEY": "abc"}, ["WECHAT_AES_KEY", "43"]),
    ("perhaps", {**GOOD, "WECHAT_VERIFIED": "perhaps"}, ["WECHAT_VERIFIED", "yes or no"]),
    ("another id", {**GOOD, "WECHAT_APP_ID": "wx1"}, ["WECHAT_APP_ID", "40013"]),
    ("another secret", {**GOOD, "WECHAT_APP_SECRET": "s"}, ["WECHAT_APP_SECRET", "40125"]),
]


@pytest.mark.parametrize(("case", "environment", "words"), CASES)
def test_what_is_wrong_is_named_with_its_mend(
    case: str, environment: dict[str, str], words: list[str]
) -> None:
    with playing_wechat(SAFE) as (_, api):
        found = asyncio.run(problems(environment, api))
    assert len(found) == bool(words)
    assert all(word in found[0] for word in words)
    assert not any(secret in "".join(found) for secret in (SAFE.secret, SAFE.aes_key))


def test_the_white_list_and_the_network_are_told_apart() -> None:
    with playing_wechat(SAFE) as (wechat, api):
        wechat.white_list = False
        (listed,) = asyncio.run(problems(GOOD, api))
    (cut_off,) = asyncio.run(problems(GOOD, f"http://127.0.0.1:{free_port()}"))
    assert "IP白名单" in listed and "203.0.113.7" in listed
    assert "cannot be reached" in cut_off


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (SAFE, []),
        (PLAIN, ["安全模式"]),
        (replace(SAFE, verified=False), ["WECHAT_VERIFIED"]),
        (UNVERIFIED, ["安全模式", "WECHAT_VERIFIED"]),
    ],
)
def test_what_could_be_better_is_advised(account: AccountOf, words: list[str]) -> None:
    found = advice(account.environment())
    assert len(found) == len(words)
    assert all(word in line for word, line in zip(words, found, strict=True))
