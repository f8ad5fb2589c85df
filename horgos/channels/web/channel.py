"""``/webhooks/web``: sessions, messages, whether it answers, and the tablets' signs of life."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from horgos.channels.gate import OnNewMessage
from horgos.channels.health import examine
from horgos.channels.settings import place_of
from horgos.channels.web.body import receive
from horgos.channels.web.desk import CHANNEL, Desk
from horgos.channels.web.door import Door
from horgos.channels.web.ndjson import CONTENT_TYPE
from horgos.channels.web.requests import MessageBody, PingBody, SessionBody, read_body
from horgos.channels.web.sessions import Sessions, find_secret
from horgos.channels.web.settings import WebSettings, read_settings
from horgos.channels.web.tablets import Tablets
from horgos.project import ROOT, this_project


class WebChannel(InputChannel):
    """The channel of the widget and the tablet.

    Attributes:
        tablets: The tablets heard.
    """

    def __init__(self, settings: WebSettings, sessions: Sessions) -> None:
        self.tablets = Tablets()
        self._settings = settings
        self._sessions = sessions
        self._door = Door(settings)

    @property
    def refused(self) -> Counter[str]:
        """How many requests were refused since the start, by error code."""
        return self._door.refused

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> WebChannel:
        """The channel with an operator's settings.

        Raises:
            WrongSetting: One of them cannot be used.
        """
        var = Path(os.environ.get("HORGOS_VAR") or ROOT / "var")
        return cls(
            read_settings(credentials, place_of(cls)), Sessions(find_secret(os.environ, var))
        )

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint("horgos_web")
        door = self._door
        project = this_project()
        desk = Desk(project.guide, self._sessions, self._settings.rates, self.tablets)

        async def session(request: Request) -> HTTPResponse:
            address = door.address(request)
            return json(desk.begin(read_body(SessionBody, await receive(request)), address))

        async def message(request: Request) -> None:
            visitor = desk.admit(request.headers.get("authorization"), door.address(request))
            body = read_body(MessageBody, await receive(request))
            reply = desk.answer(body, visitor, on_new_message)
            headers = door.headers(request)
            response = await request.respond(content_type=CONTENT_TYPE, headers=headers)
            async for line in reply.follow():
                await response.send(line)

        async def ping(request: Request) -> HTTPResponse:
            desk.hear(read_body(PingBody, await receive(request)), door.address(request))
            return empty()

        async def health(request: Request) -> HTTPResponse:
            found = await examine(request.app.ctx.agent, project.store)
            return json({"status": found.status}, status=found.http_status)

        door.open(routes, "/session", session)
        door.open(routes, "/message", message)
        door.open(routes, "/ping", ping)
        door.open(routes, "/health", health, method="GET")
        door.close_the_rest(routes)
        return routes
