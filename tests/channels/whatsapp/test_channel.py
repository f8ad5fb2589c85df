"""The webhook on a server of its own: what is let in, and what a missing secret does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from horgos.channels.messaging.state import Mode, Refusal, state_of
from horgos.channels.whatsapp.channel import WhatsAppChannel
from horgos.channels.whatsapp.door import MAX_BODY
from horgos.channels.whatsapp.settings import SECRETS as NAMES
from horgos.channels.whatsapp.settings import WEBHOOK_PATH
from horgos.channels.whatsapp.signature import HEADER, sign
from tests.channels.serving import serving
from tests.channels.whatsapp.made_channel import SECRETS, VERIFY_TOKEN, alone, made_channel
from tests.running import free_port
from tests.stand_ins.whatsapp import APP_SECRET

RIGHT = b'{"object": "whatsapp_business_account", "entry": []}'


def _signed(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    return {HEADER: sign(body, secret)}


LARGE = b" " * (MAX_BODY + 1)
DEEP = b"[" * 200_000
PAGE = b'{"object": "page", "entry": []}'
REQUESTS: list[tuple[str, dict[str, str], bytes, int, Refusal | None]] = [
    ("right", _signed(RIGHT), RIGHT, 200, None),
    ("largest", _signed(RIGHT.ljust(MAX_BODY)), RIGHT.ljust(MAX_BODY), 200, None),
    ("no signature", {}, RIGHT, 403, Refusal.FORGED),
    ("empty signature", {HEADER: ""}, RIGHT, 403, Refusal.FORGED),
    ("other secret", _signed(RIGHT, "f" * 32), RIGHT, 403, Refusal.FORGED),
    ("other body", _signed(RIGHT), RIGHT + b" ", 403, Refusal.FORGED),
    ("cut signature", {HEADER: sign(RIGHT, APP_SECRET)[:-1]}, RIGHT, 403, Refusal.FORGED),
    ("without its kind", {HEADER: sign(RIGHT, APP_SECRET)[7:]}, RIGHT, 403, Refusal.FORGED),
    ("SHA-1, as it once was", {"X-Hub-Signature": "sha1=" + "0" * 40}, RIGHT, 403, Refusal.FORGED),
    ("other letters", {HEADER: "sha256=" + "ж" * 32}, RIGHT, 403, Refusal.FORGED),
    ("no JSON", _signed(b"{"), b"{", 400, Refusal.MALFORMED),
    ("nothing", _signed(b""), b"", 400, Refusal.MALFORMED),
    ("no object", _signed(b"[]"), b"[]", 400, Refusal.MALFORMED),
    ("of a page", _signed(PAGE), PAGE, 400, Refusal.MALFORMED),
    ("too deep", _signed(DEEP), DEEP, 400, Refusal.MALFORMED),
    ("too large", _signed(LARGE), LARGE, 413, Refusal.OVERSIZED),
]


def test_what_is_not_metas_is_refused_and_counted() -> None:
    seen = 0
    with alone() as app:
        for name, headers, body, status, reason in REQUESTS:
            before = dict(app.state.refused)
            sent = {key: value.encode() for key, value in headers.items()}
            response = app.client.post(WEBHOOK_PATH, content=body, headers=sent)
            assert (response.status_code, response.content) == (status, b""), name
            after = dict(app.state.refused)
            changed = [key for key in Refusal if after.get(key, 0) != before.get(key, 0)]
            assert changed == ([reason] if reason else []), name
            seen += 1
        assert app.state.handled == 0
    assert seen == len(REQUESTS) == 16


ASKED = {"hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1158201444"}
QUESTIONS: list[tuple[str, dict[str, str], int, str]] = [
    ("right", ASKED, 200, "1158201444"),
    ("other token", {**ASKED, "hub.verify_token": "x"}, 403, ""),
    ("no token", {k: v for k, v in ASKED.items() if k != "hub.verify_token"}, 403, ""),
    ("other mode", {**ASKED, "hub.mode": "unsubscribe"}, 403, ""),
    ("no word", {k: v for k, v in ASKED.items() if k != "hub.challenge"}, 403, ""),
    ("a page for a word", {**ASKED, "hub.challenge": "<script>"}, 403, ""),
    ("an endless word", {**ASKED, "hub.challenge": "1" * 5000}, 403, ""),
    ("nothing", {}, 403, ""),
]


def test_the_address_is_verified_for_whoever_knows_the_token() -> None:
    with alone() as app:
        for name, query, status, word in QUESTIONS:
            response = app.client.get(WEBHOOK_PATH, params=query)
            assert (response.status_code, response.text) == (status, word), name
        assert app.state.refused[Refusal.FORGED] == len(QUESTIONS) - 1 == 7


def test_the_start_does_not_wait_for_meta() -> None:
    with serving(made_channel(f"http://127.0.0.1:{free_port()}")) as client:
        response = client.post(WEBHOOK_PATH, content=RIGHT, headers=_signed(RIGHT))
        assert response.status_code == 200


@pytest.mark.parametrize("variable", NAMES)
def test_a_missing_secret_disables_it_and_names_itself(
    variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: dict[str, Any] = {**SECRETS, variable: None}
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path))
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        if given.get(name):
            monkeypatch.setenv(name, given[name])
    channel = WhatsAppChannel.from_credentials({})
    assert channel.state is state_of("whatsapp")
    assert channel.state.mode is Mode.DISABLED
    assert channel.state.detail == f"set {variable}, or {variable}_FILE to a file that holds it"
    with serving(channel) as client:
        assert client.post(WEBHOOK_PATH, content=RIGHT).status_code == 503
        assert client.get(WEBHOOK_PATH, params=ASKED).status_code == 503


def test_the_package_can_be_looked_at_without_rasa() -> None:
    import subprocess
    import sys

    program = (
        "import sys, horgos.channels.whatsapp, horgos.channels.whatsapp.checking;"
        "print(any(name.startswith('rasa.core') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr
