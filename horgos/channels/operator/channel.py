"""Brings the operator's page up and down with the guide."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic

from horgos.channels.gate import OnNewMessage
from horgos.channels.operator.server import listen
from horgos.channels.operator.status import Status, look
from horgos.project import this_project


class OperatorChannel(InputChannel):
    """Not a way to talk, but registered like one: it lives in the guide's process.

    It has no address on the visitors' port.
    """

    def __init__(self, port: int | None) -> None:
        self._port = port
        self._runner: web.AppRunner | None = None

    @classmethod
    def name(cls) -> str:
        """Name in ``credentials.yml``."""
        return "operator"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> OperatorChannel:
        """The page on ``OPERATOR_PORT``; none where the launcher has not set it."""
        port = os.environ.get("OPERATOR_PORT")
        return cls(int(port) if port else None)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """No routes: only what happens at the start and at the end."""
        blueprint = Blueprint("horgos_operator")
        blueprint.listener("after_server_start")(self._start)
        blueprint.listener("before_server_stop")(self._stop)
        return blueprint

    async def _start(self, app: Sanic, _: object) -> None:
        async def look_now() -> Status:
            return await look(app.ctx.agent, this_project(), app.ctx.input_channels)

        if self._port is not None:
            self._runner = await listen(look_now, self._port)

    async def _stop(self, _: Sanic, __: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
