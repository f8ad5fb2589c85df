"""Two visitors never see each other's, whatever they guess or forge."""

from __future__ import annotations

import base64
import json
from typing import Any

import jwt

from tests.channels.web.visiting import WEB, Visitor, error_of
from tests.running import RunningGuide


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _claims(visitor: Visitor) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(visitor.token, options={"verify_signature": False})
    return claims


def test_what_one_says_the_other_does_not_hear_of(web_guide: RunningGuide) -> None:
    a, b = Visitor(web_guide), Visitor(web_guide)
    a.say("I am a citizen of Kazakhstan. What is my duty-free limit?")
    mine = a.say("what is the duty-free limit?").answer["facts"]
    others = b.say("what is the duty-free limit?").answer["facts"]
    assert mine == ["duty_free.kz"]
    assert set(others) == {"duty_free.cn", "duty_free.kz"}
    assert a.sender != b.sender
    assert (len(a.turns()), len(b.turns())) == (2, 1)


def test_what_one_is_offered_the_other_may_not_press(web_guide: RunningGuide) -> None:
    a, b = Visitor(web_guide), Visitor(web_guide)
    assert "ask:duty_free:KZ" in a.press("ask:duty_free").buttons
    assert error_of(b.send(button="ask:duty_free:KZ")) == (409, "button_not_offered")
    assert a.press("ask:duty_free:KZ").answer["facts"] == ["duty_free.kz"]
    assert b.turns() == []


def test_forged_tokens_open_nothing(web_guide: RunningGuide) -> None:
    a, b = Visitor(web_guide), Visitor(web_guide, "kiosk")
    a.say("hello")
    head, claims, signature = a.token.split(".")
    stolen = _claims(a)
    guessed = [
        jwt.encode(stolen, "0" * 32, "HS256"),
        jwt.encode(stolen, "web-secret" * 4, "HS256"),
        jwt.encode({**stolen, "place": "kiosk"}, "s" * 64, "HS512"),
        f"{_part({'alg': 'none', 'typ': 'JWT'})}.{claims}.",
        f"{_part({'alg': 'none', 'typ': 'JWT'})}.{claims}.{signature}",
        f"{head}.{_part({**stolen, 'exp': stolen['exp'] + 9999})}.{signature}",
        f"{head}.{claims}.{b.token.split('.')[2]}",
        f"{head}.{b.token.split('.')[1]}.{signature}",
        f"{head}.{claims}",
        a.sender,
        stolen["sid"],
        "default",
    ]
    for token in guessed:
        b.token = token
        assert error_of(b.send(text="hello")) == (401, "session_invalid"), token
    assert len(guessed) == 12
    assert len(a.turns()) == 1


def test_a_session_cannot_be_chosen(web_guide: RunningGuide) -> None:
    a = Visitor(web_guide)
    for more in ({"sid": _claims(a)["sid"]}, {"sender": a.sender}, {"session": a.token}):
        response = web_guide.client.post(f"{WEB}/session", json={"place": "web", **more})
        assert error_of(response) == (400, "bad_request")


def test_a_sender_in_the_body_changes_nothing(web_guide: RunningGuide) -> None:
    a, b = Visitor(web_guide), Visitor(web_guide)
    assert error_of(b.send(text="hello", sender=a.sender)) == (400, "bad_request")
    assert a.turns() == b.turns() == []
