"""Numbers instead of buttons."""

import pytest

from horgos.answers.answer import Button
from horgos.channels.wechat.choices import Choices

BUTTONS = (Button("免税额度", "ask:duty_free"), Button("证件", "ask:entry_documents"))


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("1", "ask:duty_free"),
        ("2", "ask:entry_documents"),
        (" 2 ", "ask:entry_documents"),
        ("２", "ask:entry_documents"),
        ("2.", "ask:entry_documents"),
        ("（2）", "ask:entry_documents"),
        ("2。", "ask:entry_documents"),
        ("٢", "ask:entry_documents"),
        ("0", None),
        ("3", None),
        ("-1", None),
        ("2 yuan", None),
        ("100", None),
        ("", None),
        ("二", None),
        ("²", "ask:entry_documents"),
    ],
)
def test_a_number_presses_what_stands_beside_it(text: str, payload: str | None) -> None:
    choices = Choices()
    assert choices.show("wx-1", BUTTONS) == ("1. 免税额度", "2. 证件")
    assert choices.pressed("wx-1", text) == payload


def test_only_the_last_list_counts_and_only_for_whom_it_was_shown() -> None:
    choices = Choices()
    choices.show("wx-1", BUTTONS)
    choices.show("wx-1", BUTTONS[1:])
    assert choices.pressed("wx-1", "1") == "ask:entry_documents"
    assert choices.pressed("wx-1", "2") is None
    assert choices.pressed("wx-2", "1") is None


def test_those_longest_unused_are_forgotten() -> None:
    choices = Choices(people=2)
    for sender in ("a", "b", "a", "c"):
        choices.show(sender, BUTTONS)
    assert [choices.pressed(sender, "1") is not None for sender in "abc"] == [True, False, True]
