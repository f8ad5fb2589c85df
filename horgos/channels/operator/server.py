"""A small server on 127.0.0.1 inside the guide's process: it only reads."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from horgos.channels.operator.page import STYLE, page
from horgos.channels.operator.status import Status

logger = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Look = Callable[[], Awaitable[Status]]


def application(look: Look, port: int) -> web.Application:
    """The two addresses.

    Args:
        look: Finds the status.
        port: Where it will listen.
    """
    own_hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}

    @web.middleware
    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        # A page elsewhere can let its own name point to 127.0.0.1 and read what it gets.
        if request.host not in own_hosts:
            raise web.HTTPForbidden(text="This page has no other name than 127.0.0.1.\n")
        response = await handler(request)
        response.headers.update(_HEADERS)
        return response

    async def show(_: web.Request) -> web.Response:
        return web.Response(text=page(await look()), content_type="text/html")

    async def style(_: web.Request) -> web.Response:
        return web.Response(text=STYLE, content_type="text/css")

    async def tell(_: web.Request) -> web.Response:
        return web.json_response((await look()).as_json())

    app = web.Application(middlewares=[guard])
    app.router.add_get("/", show)
    app.router.add_get("/page.css", style)
    app.router.add_get("/status.json", tell)
    return app


async def listen(look: Look, port: int) -> web.AppRunner:
    """Start; the guide goes on without the page when the port is taken."""
    runner = web.AppRunner(application(look, port), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, port).start()
    except OSError as fault:
        # Of several workers only the first gets the port.
        logger.warning("No operator's page on port %s: %s", port, fault.strerror)
    return runner
