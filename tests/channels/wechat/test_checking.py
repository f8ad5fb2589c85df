"""``horgos channels check`` before a WeChat in every state."""

# ruff: noqa: E501 (a table: one state a line)
from __future__ import annotations

import asyncio

from horgos.channels.messaging.checking import Finding, Grade
from horgos.channels.wechat.checking import check
from tests.channels.wechat.made_guide import PLAIN, SAFE, UNVERIFIED, on_stage
from tests.running import free_port
from tests.stand_ins.wechat import playing_wechat

GOOD = SAFE.environment()
OK, NOTE, WRONG = Grade.OK, Grade.NOTE, Grade.WRONG
Found = list[tuple[Grade, tuple[str, ...]]]
CASES: list[tuple[str, dict[str, str], Found]] = [
    ("not used", {}, [(NOTE, ("not used", "WECHAT_TOKEN, WECHAT_APP_ID", "docs/channels/wechat.md"))]),
    ("all is well", GOOD, [(OK, ("knows the account",))]),
    ("no token", {**GOOD, "WECHAT_TOKEN": ""}, [(WRONG, ("disabled", "WECHAT_TOKEN"))]),
    ("only an id", {"WECHAT_APP_ID": "wx1"}, [(WRONG, ("disabled", "WECHAT_TOKEN", "WECHAT_APP_SECRET"))]),
    ("short key", {**GOOD, "WECHAT_AES_KEY": "abc"}, [(WRONG, ("WECHAT_AES_KEY", "43"))]),
    ("perhaps", {**GOOD, "WECHAT_VERIFIED": "perhaps"}, [(WRONG, ("WECHAT_VERIFIED", "yes or no"))]),
    ("another id", {**GOOD, "WECHAT_APP_ID": "wx1"}, [(WRONG, ("WECHAT_APP_ID", "40013"))]),
    ("another secret", {**GOOD, "WECHAT_APP_SECRET": "s"}, [(WRONG, ("WECHAT_APP_SECRET", "40125"))]),
    ("plain", PLAIN.environment(), [(OK, ()), (NOTE, ("安全模式",))]),
    ("unverified", UNVERIFIED.environment(), [(OK, ()), (NOTE, ("安全模式",)), (NOTE, ("WECHAT_VERIFIED",))]),
]  # fmt: skip


def _assert_found(found: list[Finding], expected: Found) -> None:
    assert [finding.grade for finding in found] == [grade for grade, _ in expected]
    for finding, (_, words) in zip(found, expected, strict=True):
        assert all(word in f"{finding.text}; {finding.mend}" for word in words), finding
        assert finding.mend or finding.grade is OK
        assert not any(secret in str(finding) for secret in (SAFE.secret, SAFE.aes_key))


def test_every_state_is_told_with_its_mend() -> None:
    seen = 0
    with playing_wechat(SAFE) as (_, api):
        for _, environment, expected in CASES:
            _assert_found(asyncio.run(check({"api": api}, environment)), expected)
            seen += 1
    assert seen == 10


def test_the_white_list_and_the_network_are_told_apart() -> None:
    with playing_wechat(SAFE) as (wechat, api):
        wechat.white_list = False
        _assert_found(
            asyncio.run(check({"api": api}, GOOD)), [(WRONG, ("IP白名单", "203.0.113.7"))]
        )
    away = f"http://127.0.0.1:{free_port()}"
    _assert_found(
        asyncio.run(check({"api": away}, GOOD)), [(WRONG, (f"{away} cannot be reached",))]
    )


def test_a_setting_that_is_none_is_named() -> None:
    found = asyncio.run(check({"apis": "x"}, GOOD))
    _assert_found(found, [(WRONG, ("credentials.yml", "apis"))])


def test_the_way_of_a_message_is_tried() -> None:
    knocks = [
        (SAFE.token, (OK, ("knows the token",))),
        ("another", (WRONG, ("another WECHAT_TOKEN",))),
    ]
    with on_stage(SAFE) as stage:
        api, address = stage.api, str(stage.client.base_url).rstrip("/")
        for token, last in knocks:
            given = {**GOOD, "WECHAT_TOKEN": token, "PUBLIC_ADDRESS": address}
            _assert_found(asyncio.run(check({"api": api}, given)), [(OK, ()), last])
        gone = {**GOOD, "PUBLIC_ADDRESS": f"http://127.0.0.1:{free_port()}"}
        found = asyncio.run(check({"api": api}, gone))
        _assert_found(found, [(OK, ()), (WRONG, ("does not answer", "proxy"))])
