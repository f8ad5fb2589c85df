"""A reply within Meta's limits: what the stand-in takes, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from pywa.types import Button as TheirButton
from pywa.types import Section, SectionList, SectionRow

from horgos.answers.answer import Button
from horgos.channels.messaging.outgoing import Link, Outgoing
from horgos.channels.messaging.splitting import utf16_units
from horgos.channels.whatsapp.writing import Part, distinct, written
from tests.channels.contract.test_contract import GUIDE, WORDS
from tests.stand_ins.whatsapp_errors import Refusal
from tests.stand_ins.whatsapp_limits import shown

ENGLISH = GUIDE.forms["en-Latn"]
SOURCE = "Source: Xinhua, 2025."


def _reply(text: str, buttons: int = 0, links: Sequence[Link] = ()) -> Outgoing:
    made = tuple(Button(f"Choice number {n}", f"made:{n}") for n in range(buttons))
    return Outgoing((text,), made, ENGLISH, tuple(links))


def _taken(parts: Sequence[Part]) -> list[Any]:
    """As the stand-in shows them; it refuses what Meta would."""
    return [shown(part.content, group=False) for part in parts]


def _ids(parts: Sequence[Part]) -> list[str]:
    return [identity for _, ids, _, _ in _taken(parts) for identity in ids]


KINDS = [(0, ["text"]), (1, ["button"]), (3, ["button"]), (4, ["list"]), (10, ["list"]),
         (11, ["list", "list"]), (25, ["list", "list", "list"])]  # fmt: skip


@pytest.mark.parametrize(("buttons", "kinds"), KINDS)
def test_choices_are_buttons_or_lists_and_none_is_lost(buttons: int, kinds: list[str]) -> None:
    parts = written(_reply(f"Hello. {SOURCE}", buttons), WORDS)
    assert [kind for *_, kind in _taken(parts)] == kinds
    assert _ids(parts) == [f"made:{n}" for n in range(buttons)]
    assert _taken(parts)[0][0] == f"Hello. {SOURCE}"
    assert len(parts) == len(kinds)


LENGTHS = [
    (1023, ["button"]), (1024, ["button"]), (1025, ["text", "button"]), (4096, ["text", "button"]),
    (4097, ["text", "button"]), (5500, ["text", "text", "button"]),
    (8500, ["text", "text", "button"]), (9900, ["text", "text", "text", "button"]),
]  # fmt: skip


def _of_length(units: int) -> str:
    """Sentences of so many UTF-16 units, the last of which names the source."""
    sentence = "Ұзақ сөйлем жалғасады 😀. "
    whole = sentence * ((units - utf16_units(SOURCE)) // utf16_units(sentence))
    return "x" * (units - utf16_units(whole + SOURCE)) + whole + SOURCE


@pytest.mark.parametrize(("length", "kinds"), LENGTHS)
def test_a_long_answer_comes_before_its_choices(length: int, kinds: list[str]) -> None:
    text = _of_length(length)
    assert utf16_units(text) == length
    parts = written(_reply(text, 2), WORDS)
    shown = _taken(parts)
    assert [kind for *_, kind in shown] == kinds
    said = " ".join(part.text for part in parts)
    assert said.split() == text.split()
    assert _ids(parts) == ["made:0", "made:1"]


def test_the_tables_are_whole() -> None:
    assert (len(KINDS), len(LENGTHS)) == (7, 8)


def test_every_reply_of_the_guide_keeps_the_limits_in_every_form() -> None:
    looked_at = 0
    for form in GUIDE.forms:
        for act in ("greet", "help", "which_language", "trouble", "too_long", "empty"):
            answer = GUIDE.say(act, form)
            parts = written(Outgoing(answer.messages, answer.buttons, form), WORDS)
            assert _ids(parts) == [button.payload for button in answer.buttons]
            looked_at += 1
    assert looked_at == 42


def test_short_labels_stand_on_buttons_and_lines_below_them() -> None:
    for form in GUIDE.forms:
        answer = GUIDE.say("help", form)
        (part,) = written(Outgoing(answer.messages, answer.buttons, form), WORDS)
        rows = part.content["interactive"]["action"]["sections"][0]["rows"]
        assert [row["title"] for row in rows] == [WORDS.label(b, form) for b in answer.buttons]
        assert [row["description"] for row in rows] == [
            WORDS.describe(b, form) for b in answer.buttons
        ]


def test_titles_that_would_be_alike_are_told_apart() -> None:
    same = "The very same beginning of all"
    titles = list(distinct([same, same + "!", "other", same], 20))
    assert len(set(titles)) == 4
    assert all(utf16_units(title) <= 20 for title in titles)
    assert [title[-1] for title in titles] == ["…", "2", "r", "3"]
    buttons = tuple(Button(same, f"made:{n}") for n in range(12))
    parts = written(Outgoing(("Choose.",), buttons, ENGLISH), WORDS)
    assert _ids(parts) == [f"made:{n}" for n in range(12)]


def test_what_whatsapp_cannot_have_is_left_out() -> None:
    odd = (
        Button("a", "x" * 201),
        Button("  ", "made:1"),
        Button("b", "made:2"),
        Button("c", "made:2"),
    )
    (part,) = written(Outgoing(("Choose.",), odd, ENGLISH), WORDS)
    assert _ids([part]) == ["made:2"]
    assert written(Outgoing((), odd, ENGLISH), WORDS) == []


def test_named_sources_have_their_addresses_below_as_far_as_there_is_room() -> None:
    links = [
        Link("Xinhua", "https://a.example/1"),
        Link("Xinhua", "https://a.example/1"),
        Link("Lada.kz", "https://c.example/"),
        Link("TVB", "https://b.example/" + "y" * 900),
    ]
    named = "Source: Xinhua, 2025; TVB, 2024."
    (part,) = written(_reply(f"{'x' * 200} Lada.kz says so.\n{named}", 1, links), WORDS)
    assert part.text.endswith(f"{named}\nXinhua: https://a.example/1")
    (long, choice) = written(_reply(f"{'x ' * 700}\n{named}", 1, links), WORDS)
    assert long.text.endswith("y" * 900) and "c.example" not in long.text
    assert not choice.text and long.content["text"]["preview_url"] is False
    _taken([long, choice])


def test_every_text_of_a_reply_has_its_own_addresses() -> None:
    links = (Link("Xinhua", "https://a.example/1"), Link("TVB", "https://b.example/2"))
    texts = ("One.\nSource: Xinhua, 2025.", "Two.\nSource: TVB, 2024.")
    (first, second) = written(Outgoing(texts, (), ENGLISH, links), WORDS)
    assert first.text == f"{texts[0]}\nXinhua: https://a.example/1"
    assert second.text == f"{texts[1]}\nTVB: https://b.example/2"


def test_the_stand_in_would_notice() -> None:
    (part,) = written(_reply("Hello.", 3), WORDS)
    action = part.content["interactive"]["action"]
    long = [{"type": "reply", "reply": {"id": "a", "title": "x" * 21}}]
    alike = [{"type": "reply", "reply": {"id": str(n), "title": "same"}} for n in range(2)]
    refused = 0
    for buttons in (action["buttons"] * 2, [], long, alike):
        wrong = {"type": "interactive", "interactive": {**part.content["interactive"], "action": {"buttons": buttons}}}  # fmt: skip # noqa: E501
        with pytest.raises(Refusal, match="131009"):
            shown(wrong, group=False)
        refused += 1
    assert refused == 4
    with pytest.raises(Refusal, match="131009"):
        shown({"type": "text", "text": {"body": "x" * 4097}}, group=False)


def test_another_implementation_writes_the_same_messages() -> None:
    """pywa's own buttons and lists, as the API takes them, are ours."""
    answer = GUIDE.say("help", ENGLISH)
    reply = Outgoing(answer.messages, answer.buttons, ENGLISH)
    (part,) = written(reply, WORDS)
    rows = [
        SectionRow(WORDS.label(b, ENGLISH), b.payload, WORDS.describe(b, ENGLISH))
        for b in answer.buttons
    ]
    theirs = SectionList(WORDS.say("choose", ENGLISH), [Section("", rows)]).to_dict()
    ours = part.content["interactive"]["action"]
    assert ours["button"] == theirs["button"]
    assert ours["sections"][0]["rows"] == [dict(row) for row in theirs["sections"][0]["rows"]]
    (part,) = written(replace(reply, buttons=answer.buttons[:2]), WORDS)
    buttons = [
        TheirButton(WORDS.label(b, ENGLISH), b.payload).to_dict() for b in answer.buttons[:2]
    ]
    assert part.content["interactive"]["action"]["buttons"] == buttons
