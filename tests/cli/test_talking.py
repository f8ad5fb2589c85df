"""``horgos chat`` and ``horgos ask`` against a guide over REST."""

from typing import Any

import pytest
from typer.testing import CliRunner

from horgos.cli import app

REPLY = [
    {
        "recipient_id": "x",
        "text": "От 10:00 до 19:00.\nИсточник: TVB News, 1 ноября 2025 г.",
        "buttons": [
            {"title": "Беспошлинно", "payload": "topic:duty_free"},
            {"title": "中文", "payload": "form:zh-Hans"},
        ],
    },
    {"recipient_id": "x", "custom": {"answer": {"status": "confirmed"}}},
]
SHOWN = [
    "От 10:00 до 19:00.",
    "Источник: TVB News, 1 ноября 2025 г.",
    "  [1] Беспошлинно",
    "  [2] 中文",
]


def test_ask_prints_the_reply(fake_guide: Any) -> None:
    fake_guide.reply = REPLY
    result = CliRunner().invoke(app, ["ask", "Часы работы?"])
    assert (result.exit_code, result.stdout.splitlines()) == (0, SHOWN)


def test_ask_sends_what_it_is_told(fake_guide: Any) -> None:
    told = ["--sender", "me", "--language", "kk", "--script", "Arab", "--citizenship", "KZ"]
    assert CliRunner().invoke(app, ["ask", "?", *told]).exit_code == 0
    assert fake_guide.received == [
        {
            "path": "/webhooks/rest/webhook",
            "sender": "me",
            "message": "?",
            "metadata": {"language": "kk", "script": "Arab", "citizenship": "KZ"},
        }
    ]


def test_every_ask_is_a_conversation_of_its_own(fake_guide: Any) -> None:
    for _ in range(2):
        CliRunner().invoke(app, ["ask", "?"])
    assert len({message["sender"] for message in fake_guide.received}) == 2
    assert fake_guide.received[0]["metadata"] == {}


def test_chat_presses_buttons_by_number(fake_guide: Any) -> None:
    fake_guide.reply = REPLY
    result = CliRunner().invoke(app, ["chat"], input="1\n2\n\n 1 \n3\n十\nпривет")
    sent = [message["message"] for message in fake_guide.received]
    assert sent == ["1", "form:zh-Hans", "topic:duty_free", "3", "十", "привет"]
    assert len({message["sender"] for message in fake_guide.received}) == 1
    assert (result.exit_code, result.stdout.splitlines()) == (0, SHOWN * 6)


@pytest.mark.parametrize("command", [["chat"], ["ask", "?"]])
def test_without_a_guide_one_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("PORT", "1")
    result = CliRunner(mix_stderr=False).invoke(app, command, input="hello\n")
    assert result.exit_code == 1
    assert result.stderr == "No guide answers at http://127.0.0.1:1: start one with make run.\n"


@pytest.mark.parametrize(("status", "reply"), [(500, []), (200, {"no": "list"}), (200, [3])])
def test_an_answer_of_something_else_is_one_line(fake_guide: Any, status: int, reply: Any) -> None:
    fake_guide.status, fake_guide.reply = status, reply
    result = CliRunner(mix_stderr=False).invoke(app, ["ask", "?"])
    assert result.exit_code == 1
    assert "does not answer as a guide does" in result.stderr
