"""Channels on a real server of their own, without a model behind them."""

from __future__ import annotations

import asyncio
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import httpx
from rasa.core.channels.channel import InputChannel, register
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text
from sanic.server.async_server import AsyncioServer

from tests.running import free_port


@contextmanager
def serving(*channels: InputChannel, agent: Any = None) -> Iterator[httpx.Client]:
    """Serve channels as Rasa does, its own page at ``/`` included; yields a client.

    Args:
        channels: What is served.
        agent: What stands in for the model, if the channels look at it.
    """
    app = Sanic(f"test-{uuid.uuid4().hex}", configure_logging=False)
    app.ctx.agent = agent

    @app.get("/")
    async def hello(request: Request) -> HTTPResponse:
        return text("Hello from Rasa")

    register(list(channels), app, "/webhooks/")
    port = free_port()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def start() -> AsyncioServer:
        server = await app.create_server(
            host="127.0.0.1", port=port, return_asyncio_server=True, access_log=False
        )
        # Sanic rewrites its own methods at a start; only as for tests can it do so again.
        with patch.object(Sanic, "test_mode", True):
            await server.startup()
        await server.before_start()
        await server.start_serving()
        await server.after_start()
        return server

    async def stop(server: AsyncioServer) -> None:
        await server.before_stop()
        await server.close()
        await server.after_stop()

    try:
        server = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            yield client
        asyncio.run_coroutine_threadsafe(stop(server), loop).result(20)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
