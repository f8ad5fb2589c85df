"""The operator's page: what it shows, and to whom."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer, unused_port

from horgos.channels.health import Health
from horgos.channels.messaging.state import ChannelState, Mode
from horgos.channels.operator.page import page
from horgos.channels.operator.server import application, listen
from horgos.channels.operator.status import SILENT_AFTER, Overdue, Status, look
from horgos.channels.web.channel import WebChannel
from horgos.channels.web.sessions import Sessions
from horgos.channels.web.settings import read_settings
from horgos.channels.web.tablets import Ping
from horgos.project import Project, this_project

NOW = datetime(2026, 11, 27, 12, 0, 0, tzinfo=timezone.utc)
HOSTILE = "<script>alert(1)</script>\"'&"
QUIET = Status(
    at=NOW,
    health=Health(model=True, actions=True, facts_issues=()),
    overdue=(),
    channels=("rest", "web"),
    tablets=(),
    refused={},
)
BUSY = Status(
    at=NOW,
    health=Health(
        model=True,
        actions=False,
        facts_issues=(f"facts.yml:1: {HOSTILE}",),
        channels={
            "telegram": ChannelState(Mode.DEGRADED, "no connection", handled=41, undelivered=58)
        },
    ),
    overdue=(Overdue("duty_free.cn", "limit", date(2026, 1, 2)),),
    channels=("web",),
    tablets=(
        Ping("desk-1", "attract", HOSTILE, NOW - timedelta(seconds=12)),
        Ping("desk-2", "offline", "1", NOW - timedelta(seconds=SILENT_AFTER + 1)),
    ),
    refused={"rate_limited": 7},
)


class Reader(HTMLParser):
    """Tags and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())


def test_it_tells_that_all_is_well() -> None:
    read = Reader(page(QUIET))
    assert "The guide answers" in read.texts
    for sentence in ("Nothing is wrong with it.", "None is overdue.", "None."):
        assert sentence in read.texts
    assert ("http-equiv", "refresh") in read.attributes
    assert ("lang", "en") in read.attributes


def test_it_tells_what_wants_looking_after() -> None:
    read = Reader(page(BUSY))
    assert "The guide does not answer" in read.texts
    for told in ("the action server does not answer", "duty_free.cn", "2026-01-02", "12 s ago"):
        assert told in read.texts
    assert f"{SILENT_AFTER + 1} s ago: silent, look after it" in read.texts
    assert read.texts[read.texts.index("rate_limited") + 1] == "7"
    place = read.texts.index("degraded: no connection")
    assert read.texts[place + 1 : place + 4] == ["41", "0", "58"]


def test_nothing_from_outside_becomes_markup() -> None:
    read = Reader(page(BUSY))
    assert "script" not in read.tags
    assert read.texts.count(HOSTILE) == 1
    assert f"facts.yml:1: {HOSTILE}" in read.texts


def test_the_same_for_programs() -> None:
    told = BUSY.as_json()
    assert told["at"] == "2026-11-27T12:00:00+00:00"
    assert told["health"]["status"] == "unavailable"
    assert told["overdue"] == [
        {"fact": "duty_free.cn", "statement": "limit", "review_by": "2026-01-02"}
    ]
    assert [(t["tablet"], t["seconds_ago"], t["silent"]) for t in told["tablets"]] == [
        ("desk-1", 12, False),
        ("desk-2", SILENT_AFTER + 1, True),
    ]
    assert told["refused"] == {"rate_limited": 7}


@pytest.mark.asyncio
async def test_it_finds_what_the_web_channel_knows() -> None:
    channel = WebChannel(read_settings(None, "x"), Sessions(b"s" * 32))
    channel.tablets.heard(Ping("desk-1", "chat", "1", NOW))
    channel.refused["not_found"] += 2
    status = await look(None, this_project(), [channel])
    assert (status.channels, status.refused) == (("web",), {"not_found": 2})
    assert [ping.tablet for ping in status.tablets] == ["desk-1"]
    assert not status.health.answers


@pytest.mark.asyncio
async def test_it_finds_statements_to_review() -> None:
    class Later(Project):
        def now(self) -> datetime:
            return datetime(2099, 1, 1, tzinfo=timezone.utc)

    project = this_project()
    dated = [s for f in project.store.facts for s in f.statements if s.review_by is not None]
    status = await look(None, Later(project.guide, project.store), [])
    assert len(status.overdue) == len(dated) > 0


@pytest_asyncio.fixture
async def client() -> AsyncIterator[TestClient]:
    async def look_now() -> Status:
        return BUSY

    port = unused_port()
    async with TestClient(TestServer(application(look_now, port), port=port)) as client:
        yield client


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/", "/page.css", "/status.json"])
async def test_it_is_only_read_and_runs_nothing(path: str, client: TestClient) -> None:
    response = await client.get(path)
    assert response.status == 200
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert (await client.post(path)).status == 405


@pytest.mark.asyncio
async def test_a_name_that_leads_here_from_elsewhere_is_refused(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:80", ""):
        response = await client.get("/status.json", headers={"Host": host})
        assert response.status == 403, host
        assert "desk-1" not in await response.text()


@pytest.mark.asyncio
async def test_a_taken_port_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async def look_now() -> Status:
        return replace(QUIET)

    port = unused_port()
    first = await listen(look_now, port)
    second = await listen(look_now, port)
    assert f"No operator's page on port {port}" in caplog.text
    for runner in (second, first):
        await runner.cleanup()
