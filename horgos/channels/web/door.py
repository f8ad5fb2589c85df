"""What all addresses of the channel have in common: origins, methods, headers, errors as JSON."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from horgos.channels.web.address import who_asks
from horgos.channels.web.errors import ErrorCode, Refused
from horgos.channels.web.origins import Origins
from horgos.channels.web.settings import WebSettings

logger = logging.getLogger(__name__)

PREFIX = "/webhooks/web"
"""Beginning of the channel's addresses."""
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_UNREADABLE = "NONE"
"""Sanic's word for the method of a request whose head it could not read."""
_ALWAYS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_AFTER_TROUBLE = 5
"""Seconds after which to try again when something broke."""

Serve = Callable[[Request], Awaitable[HTTPResponse | None]]
"""Answers a request; None when it has sent its response itself."""


class Door:
    """Lets requests in to what serves them, and refuses the others.

    Attributes:
        refused: How many were refused, by error code.
    """

    def __init__(self, settings: WebSettings) -> None:
        self.refused: Counter[str] = Counter()
        self._methods: dict[str, str] = {}
        self._origins = Origins(settings.origins)
        self._proxies = settings.trusted_proxies

    def address(self, request: Request) -> str:
        """Whose request it is."""
        forwarded = request.headers.getall("x-forwarded-for", [])
        return who_asks(request.ip, forwarded, self._proxies)

    def headers(self, request: Request) -> dict[str, str]:
        """Headers of every response."""
        return {**_ALWAYS, **self._origins.headers(request.headers.get("origin"))}

    def open(self, routes: Blueprint, path: str, serve: Serve, method: str = "POST") -> None:
        """An address: its method is served, OPTIONS answered, any other method refused."""
        self._methods[PREFIX + path] = method

        async def enter(request: Request) -> HTTPResponse | None:
            return await self._enter(request, serve)

        routes.add_route(enter, path, methods=_METHODS, name=path.strip("/"), stream=True)

    def close_the_rest(self, routes: Blueprint) -> None:
        """All other addresses, whatever the method: there is nothing."""

        async def refuse(request: Request, rest: str = "") -> HTTPResponse:
            return self._refusal(request, Refused(ErrorCode.NOT_FOUND))

        for path, name in (("/", "nothing"), ("/<rest:path>", "nothing_below")):
            routes.add_route(refuse, path, methods=_METHODS, name=name, stream=True)
        routes.listener("before_server_start")(self._catch_what_has_no_route)

    async def _catch_what_has_no_route(self, app: Sanic, _: object) -> None:
        """Requests that Sanic refuses before any route: TRACE, a broken head.

        On its way to an error page Sanic still asks the middleware of the app.
        """

        def refuse(request: Request) -> HTTPResponse | None:
            if request.route is not None or not request.path.startswith(PREFIX):
                return None
            known = request.method in (*_METHODS, _UNREADABLE)
            code = ErrorCode.BAD_REQUEST if known else ErrorCode.METHOD_NOT_ALLOWED
            return self._refusal(request, Refused(code))

        app.register_middleware(refuse, "request")

    async def _enter(self, request: Request, serve: Serve) -> HTTPResponse | None:
        try:
            response = await self._served(request, serve)
        except Refused as refusal:
            return self._refusal(request, refusal)
        except Exception:
            logger.exception("A request could not be served")
            if request.responded:
                # Its end mark is missing: the client knows that it was cut.
                return None
            return self._refusal(
                request, Refused(ErrorCode.UNAVAILABLE, retry_after=_AFTER_TROUBLE)
            )
        if response is not None:
            response.headers.update(self.headers(request))
        return response

    async def _served(self, request: Request, serve: Serve) -> HTTPResponse | None:
        origin = request.headers.get("origin")
        self._origins.require(origin, request.headers.get("host", ""))
        if request.method == "OPTIONS":
            preflight = self._origins.preflight(origin, self._method(request))
            return empty(headers={**self._allow(request), **preflight})
        if request.method != self._method(request):
            raise Refused(ErrorCode.METHOD_NOT_ALLOWED)
        return await serve(request)

    def _method(self, request: Request) -> str:
        """What is served at the address; POST where nothing is, as nearly everywhere here."""
        return self._methods.get(request.path, "POST")

    def _allow(self, request: Request) -> dict[str, str]:
        return {"Allow": f"{self._method(request)}, OPTIONS"}

    def _refusal(self, request: Request, refusal: Refused) -> HTTPResponse:
        self.refused[refusal.error.code] += 1
        headers = self.headers(request)
        if refusal.error is ErrorCode.METHOD_NOT_ALLOWED:
            headers = {**headers, **self._allow(request)}
        if refusal.retry_after is not None:
            headers = {**headers, "Retry-After": str(refusal.retry_after)}
        return json(refusal.as_json(), status=refusal.error.status, headers=headers)
