"""When something breaks between visitor and guide: he is told, and nothing is asked twice."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visits
from tests.browser.packs import Packs
from tests.browser.pictures import Camera
from tests.browser.questions import FORM_CODES
from tests.browser.screens import PHONE
from tests.browser.stand_in import (
    StandIn,
    cut_after,
    refuses,
    says,
    speaks_when_told,
    text,
    waits_for,
)
from tests.browser.talk import Talk, opened

QUESTION = "Горький шоколад 巧克力?"
FAILED_LOADING = "Failed to load resource"
LONG_WAIT = 8_000  # ms until the visitor is told that it takes longer
SILENCE = 35_000  # ms after which a silent server is given up
REFUSALS = {"internal": 500, "unavailable": 503, "bad_request": 400, "origin_not_allowed": 403}
USELESS = {"bad_request", "origin_not_allowed"}  # to try again would only meet the same
ENDED = ["session_expired", "session_invalid", "session_missing"]
TRIES = 3  # how often a question is sent before the visitor is asked


def _ids(stand_in: StandIn) -> list[str]:
    return [asked.body["id"] for asked in stand_in.asked]


def test_a_reply_cut_off_is_fetched_again_by_itself(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["zh-Hant"], PHONE)
    watch.expect(FAILED_LOADING)
    first, second = text("第一段。"), text("第二段。")
    stand_in.will(cut_after(first), says(first, second))
    talk.send(QUESTION)
    talk.hurry_until(talk.log.get_by_text("第二段。"))
    talk.wait_for_answers(1)
    assert [message.text for message in talk.said()] == [QUESTION, "第一段。\n第二段。"]
    assert len(stand_in.asked) == 2 and len(set(_ids(stand_in))) == 1


def test_a_line_that_stays_broken_is_told_and_nothing_is_asked_twice(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera
) -> None:
    talk, watch = opened(staged, packs["kk-Arab"], PHONE)
    watch.expect(FAILED_LOADING)
    first, second = text("Half an answer."), text("The other half.")
    stand_in.will(*[cut_after(first)] * TRIES)
    talk.send(QUESTION)
    talk.hurry_until(talk.failure)
    expect(talk.failure).to_contain_text(talk.word("not_sent"))
    camera.take(talk.page, "cut")
    stand_in.will(says(first, second))
    talk.retry()
    assert [message.text for message in talk.said()] == [
        QUESTION,
        "Half an answer.\nThe other half.",
    ]
    assert len(stand_in.asked) == TRIES + 1 and len(set(_ids(stand_in))) == 1
    expect(talk.failure).to_be_hidden()


def test_without_a_network_the_message_waits_for_the_visitor(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera
) -> None:
    talk, watch = opened(staged, packs["ru-Cyrl"], PHONE)
    talk.ask("первый")
    watch.expect(FAILED_LOADING)
    talk.page.context.set_offline(True)
    talk.send("второй")
    talk.hurry_until(talk.failure)
    expect(talk.failure).to_contain_text(talk.error("offline"))
    camera.take(talk.page, "offline")
    talk.page.context.set_offline(False)
    talk.retry()
    assert [asked.body["text"] for asked in stand_in.asked] == ["первый", "второй"]
    assert talk.own() == ["первый", "второй"]


def test_a_server_killed_while_it_answers_and_started_again(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["kk-Cyrl"], PHONE)
    watch.expect(FAILED_LOADING)
    begun, never = threading.Event(), threading.Event()
    begun.set()
    stand_in.will(speaks_when_told([(begun, text("Бастады")), (never, text("…"))]))
    talk.send("сәлем")
    expect(talk.log.get_by_text("Бастады")).to_be_visible()
    stand_in.stop()
    try:
        talk.hurry_until(talk.failure)
        expect(talk.failure).to_contain_text(talk.error("offline"))
    finally:
        stand_in.start()
    stand_in.usually(says(text("Бастады"), text("Бітірді")))
    talk.retry()
    expect(talk.log.get_by_text("Бітірді")).to_be_visible()
    assert len(set(_ids(stand_in))) == 1
    assert talk.own() == ["сәлем"]


def test_a_server_that_says_nothing_at_all_is_given_up(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["en-Latn"], PHONE)
    watch.expect(FAILED_LOADING)
    stand_in.will(waits_for(threading.Event(), says(text("Never said."))))
    talk.send("hello")
    expect(talk.status).to_have_text(talk.word("typing"))
    stand_in.wait_until_asked(1)
    talk.page.clock.run_for(SILENCE + 1_000)
    expect(talk.failure).to_contain_text(talk.error("timeout"))
    talk.retry()
    assert len(stand_in.asked) == 2 and len(set(_ids(stand_in))) == 1


def test_a_session_that_has_ended_is_renewed_in_silence(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["zh-Hans"], PHONE)
    talk.ask("第一")
    watch.expect(FAILED_LOADING)
    for code in ENDED:
        stand_in.will(refuses(401, code))
        talk.ask(code)
        before, refused, renewed = stand_in.asked[-3:]
        assert before.token == refused.token != renewed.token, code
        assert refused.body["id"] == renewed.body["id"], code
        expect(talk.failure).to_be_hidden()
    assert talk.own() == ["第一", *ENDED]
    assert len(stand_in.asked) == 1 + 2 * len(ENDED)


def test_a_session_that_cannot_be_had_is_told_too(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["en-Latn"], PHONE)
    watch.expect(FAILED_LOADING)
    stand_in.will_refuse_sessions(refuses(500, "internal"))
    talk.send("hello")
    expect(talk.failure).to_contain_text(talk.error("unavailable"))
    talk.retry()
    assert [asked.body["text"] for asked in stand_in.asked] == ["hello"]
    assert talk.own() == ["hello"]


def test_a_question_under_way_when_the_page_is_left_is_asked_once(
    staged: Visits, stand_in: StandIn, packs: Packs
) -> None:
    talk, watch = opened(staged, packs["en-Latn"], PHONE)
    watch.expect(FAILED_LOADING)
    stand_in.will(waits_for(threading.Event(), says(text("Too late."))))
    talk.send("hello")
    expect(talk.status).to_have_text(talk.word("typing"))
    stand_in.wait_until_asked(1)
    talk.page.reload()
    talk.wait_for_answers(1)
    assert len(stand_in.asked) == 2 and len(set(_ids(stand_in))) == 1
    assert talk.own() == ["hello"]


@pytest.mark.parametrize("form", FORM_CODES)
def test_every_trouble_is_told_in_the_visitors_form(
    staged: Visits, stand_in: StandIn, packs: Packs, camera: Camera, form: str
) -> None:
    talk, watch = opened(staged, packs[form], PHONE)
    watch.expect(FAILED_LOADING)
    for trouble in (_a_slow_answer, _refusals, _a_wait_in_sight, _a_wait_too_long_to_watch):
        trouble(talk, stand_in, camera)


def _a_slow_answer(talk: Talk, stand_in: StandIn, camera: Camera) -> None:
    answer = threading.Event()
    stand_in.will(waits_for(answer, says(text("At last."))))
    talk.send(QUESTION)
    expect(talk.status).to_have_text(talk.word("typing"))
    camera.take(talk.page, "typing", _form(talk))
    talk.page.clock.run_for(LONG_WAIT + 500)
    expect(talk.status).to_have_text(talk.word("thinking_long"))
    camera.take(talk.page, "long", _form(talk))
    answer.set()
    expect(talk.log.get_by_text("At last.")).to_be_visible()
    expect(talk.status).to_have_text("")


def _refusals(talk: Talk, stand_in: StandIn, camera: Camera) -> None:
    for code, status in REFUSALS.items():
        stand_in.will(refuses(status, code))
        talk.send(code)
        failure = talk.turns.last.locator(".failure")
        known = code if code in talk.pack["errors"] else "unavailable"
        expect(failure).to_contain_text(talk.error(known))
        assert "{" not in failure.inner_text()
        expect(failure.get_by_role("button")).to_have_count(0 if code in USELESS else 1)
    camera.take(talk.page, "refused", _form(talk))


def _a_wait_in_sight(talk: Talk, stand_in: StandIn, camera: Camera) -> None:
    """Too many messages: the wait is counted down, then the message goes by itself."""
    before = len(stand_in.asked)
    stand_in.will(refuses(429, "rate_limited", Retry_After="17"))
    talk.send(QUESTION)
    expect(talk.status).to_contain_text(talk.error("rate_limited"))
    expect(talk.status).to_contain_text("0:17")
    camera.take(talk.page, "wait", _form(talk))
    talk.page.clock.run_for(10_000)
    assert len(stand_in.asked) == before + 1
    talk.page.clock.run_for(8_000)
    talk.wait_for_last_answer()
    assert len(stand_in.asked) == before + 2 and len(set(_ids(stand_in)[before:])) == 1


def _a_wait_too_long_to_watch(talk: Talk, stand_in: StandIn, camera: Camera) -> None:
    """It is told, and left to the visitor."""
    before, said = len(stand_in.asked), len(talk.own())
    stand_in.will(refuses(429, "rate_limited", Retry_After="171"))
    talk.send(QUESTION)
    failure = talk.turns.last.locator(".failure")
    expect(failure).to_contain_text(talk.error("rate_limited"))
    expect(failure).to_contain_text("2:51")
    camera.take(talk.page, "too-long", _form(talk))
    failure.get_by_role("button").click()
    talk.wait_for_last_answer()
    assert len(stand_in.asked) == before + 2 and len(set(_ids(stand_in)[before:])) == 1
    assert talk.own()[said - 1 :] == [QUESTION, QUESTION]


def _form(talk: Talk) -> str:
    return str(talk.pack["form"]["code"])
