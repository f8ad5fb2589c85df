"""Rasa's elements as lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from horgos.channels.web.ndjson import END, line, offered, parts

BUTTONS = [{"title": "Қазақша", "payload": "language:kk-Cyrl"}]


@pytest.mark.parametrize(
    ("element", "types"),
    [
        ({"text": "a"}, ["text"]),
        ({"text": "a", "buttons": BUTTONS}, ["text", "buttons"]),
        ({"text": "a", "buttons": []}, ["text"]),
        ({"custom": {"answer": {"language": "kk"}}}, ["answer"]),
        ({"text": " \n"}, []),
        ({"text": None}, []),
        ({"custom": {"other": 1}}, []),
        ({"custom": None}, []),
        ({"image": "x"}, []),
        ({}, []),
    ],
)
def test_parts_of_an_element(element: dict[str, Any], types: list[str]) -> None:
    assert [part["type"] for part in parts({"recipient_id": "web-x", **element})] == types


def test_buttons_have_ids_and_are_offered() -> None:
    _, buttons = parts({"text": "a", "buttons": BUTTONS})
    assert buttons["buttons"] == [{"id": "language:kk-Cyrl", "title": "Қазақша"}]
    assert offered(buttons) == ("language:kk-Cyrl",)
    assert offered(END) == ()


@pytest.mark.parametrize("text", ["two\nlines", "\u2028\u2029\x85", '"\\', "قازاقشا", "😀\x00"])
def test_a_line_is_one_line_whatever_the_text(text: str) -> None:
    (part,) = parts({"text": f"x{text}"})
    sent = line(part)
    assert sent.count(b"\n") == 1 and sent.endswith(b"\n")
    assert json.loads(sent)["text"] == f"x{text}"
