"""Asked twice, answered once: against the real guide and its conversation store."""

from __future__ import annotations

import json
import socket
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from tests.channels.web.visiting import Visitor, WebReply
from tests.running import RunningGuide

QUESTION = "Сколько гражданам Китая можно вывезти без пошлины?"


def test_the_same_id_has_the_identical_reply_and_is_one_turn(visitor: Visitor) -> None:
    first = visitor.say(QUESTION, id="question-1")
    again = [visitor.say(QUESTION, id="question-1").raw for _ in range(3)]
    assert again == [first.raw] * 3
    # The id decides, whatever comes with it.
    assert visitor.say("something else", id="question-1").raw == first.raw
    assert len(visitor.turns()) == 1
    assert visitor.say(QUESTION, id="question-2").raw == first.raw
    assert len(visitor.turns()) == 2


def test_a_button_pressed_again_with_the_same_id_is_one_turn(visitor: Visitor) -> None:
    first = visitor.press("ask:duty_free", id="question-1")
    assert visitor.press("ask:duty_free", id="question-1").raw == first.raw
    assert len(visitor.turns()) == 1


def test_at_the_same_time_it_joins(visitor: Visitor) -> None:
    with ThreadPoolExecutor(6) as pool:
        sent = [pool.submit(visitor.send, text=QUESTION, id="question-1") for _ in range(6)]
        replies = {WebReply.of(one.result()).raw for one in sent}
    assert len(replies) == 1
    assert len(visitor.turns()) == 1


def _ask_and_go(visitor: Visitor, question: str, text: str) -> bool:
    """Ask, and be gone before the reply begins; False when it came sooner."""
    body = json.dumps({"id": question, "text": text}).encode()
    head = (
        "POST /webhooks/web/message HTTP/1.1\r\nHost: guide\r\n"
        f"Authorization: Bearer {visitor.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    address = ("127.0.0.1", visitor.guide.settings.port)
    with socket.create_connection(address) as connection:
        connection.sendall(head.encode() + body)
        time.sleep(0.01)
        connection.setblocking(False)
        try:
            return not connection.recv(1)
        except BlockingIOError:
            return True


def test_who_is_cut_off_finds_the_reply_of_a_single_turn(visitor: Visitor) -> None:
    texts = [f"{QUESTION} {uuid.uuid4().hex}" for _ in range(5)]
    gone = [_ask_and_go(visitor, f"question-{n}", text) for n, text in enumerate(texts)]
    assert any(gone)
    deadline = time.monotonic() + 20
    while len(visitor.turns()) < len(texts):
        assert time.monotonic() < deadline, "the work stopped when the visitor went"
        time.sleep(0.05)
    for number, text in enumerate(texts):
        assert visitor.say(text, id=f"question-{number}").answer["facts"] == ["duty_free.cn"]
    assert sorted(turn["text"] for turn in visitor.turns()) == sorted(texts)


def test_an_id_is_the_sessions_own(web_guide: RunningGuide) -> None:
    a, b = Visitor(web_guide), Visitor(web_guide)
    russian = a.say(QUESTION, id="question-1")
    english = b.say("When do the shops open?", id="question-1")
    assert (russian.form, english.form) == ("ru-Cyrl", "en-Latn")
    assert english.answer["facts"] == ["shopping.hours"]
