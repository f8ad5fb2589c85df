"""The site: pages, the widget, packs. Not a way to talk, but registered like one."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from horgos.channels.gate import OnNewMessage
from horgos.channels.settings import place_of
from horgos.channels.site import refusal
from horgos.channels.site.content import Content
from horgos.channels.site.dist import Dist, NoBuild, read_dist
from horgos.channels.site.negotiation import form_for, wants_a_page
from horgos.channels.site.packs import PackShelf
from horgos.channels.site.pages import Pages, make_pages
from horgos.channels.site.root import RootBlueprint
from horgos.channels.site.sending import send
from horgos.channels.site.settings import SiteSettings, read_settings
from horgos.interface import Interface, load_interface
from horgos.language.forms import Forms, WrittenForm
from horgos.project import ROOT, this_project

logger = logging.getLogger(__name__)

METHODS = ("GET", "HEAD")
_OTHER_METHODS = ("POST", "PUT", "PATCH", "DELETE")


class SiteChannel(InputChannel):
    """Serves the built front end and the packs from the guide's own port."""

    def __init__(
        self,
        settings: SiteSettings = SiteSettings(),  # noqa: B008 - frozen
        dist: Path = ROOT / "web" / "dist",
        words: Path = ROOT / "locales" / "interface",
    ) -> None:
        self._settings = settings
        self._dist = dist
        self._words = words

    @classmethod
    def name(cls) -> str:
        """Name in ``credentials.yml``."""
        return "site"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> SiteChannel:
        """The channel with an operator's settings.

        Raises:
            WrongSetting: One of them cannot be used.
        """
        return cls(read_settings(credentials, place_of(cls), os.environ))

    def url_prefix(self) -> str:
        """The root: pages have short addresses."""
        return "/"

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes."""
        project = this_project()
        forms = project.guide.forms
        interface = load_interface(self._words, forms)
        shelf = PackShelf(interface, project.guide, lambda: project.store.facts, project.now)
        site = Site(forms, interface, shelf, self._built(interface, forms))
        routes = RootBlueprint("horgos_site")

        async def serve(request: Request, path: str = "") -> HTTPResponse:
            return site.respond(request, path)

        async def refuse(request: Request, path: str = "") -> HTTPResponse:
            return site.refuse_method(request, path)

        for uri, name in (("/", "root"), ("/<path:path>", "rest")):
            routes.add_route(serve, uri, methods=METHODS, name=f"serve_{name}")
            routes.add_route(refuse, uri, methods=_OTHER_METHODS, name=f"refuse_{name}")
        return routes

    def _built(self, interface: Interface, forms: Forms) -> Built | NoBuild:
        try:
            dist = read_dist(self._dist)
            return Built(dist, make_pages(dist, interface, forms, self._settings))
        except NoBuild as fault:
            logger.error("%s", fault)
            return fault


@dataclass(frozen=True)
class Built:
    """A build that can be served: its files, and its pages in every form."""

    dist: Dist
    pages: Pages


@dataclass(frozen=True)
class Site:
    """Everything that can be asked for, and what is said to the rest.

    Attributes:
        forms: The written forms; each has its address, and so has each language.
        interface: Words of the pages.
        shelf: The packs.
        built: The built front end, or why there is none.
    """

    forms: Forms
    interface: Interface
    shelf: PackShelf
    built: Built | NoBuild

    def respond(self, request: Request, path: str) -> HTTPResponse:
        """The response to GET and HEAD of a path without its leading slash."""
        path = path.rstrip("/")
        form = self._form_of_pack(path)
        if form is not None:
            return send(request, self.shelf.content(form))
        if self._is_page(path) and isinstance(self.built, NoBuild):
            return send(request, refusal.plain_text(str(self.built)), 503)
        if isinstance(self.built, Built):
            if self._is_page(path):
                return self._page(request, path, self.built.pages)
            if path in self.built.dist.files:
                return send(request, self.built.dist.files[path])
        return self._nothing(request)

    def refuse_method(self, request: Request, path: str) -> HTTPResponse:
        """The response to any other method: pages are only read."""
        path = path.rstrip("/")
        known = self._is_page(path) or self._form_of_pack(path)
        if not known and not (isinstance(self.built, Built) and path in self.built.dist.files):
            return send(request, refusal.data("not_found", f"there is no /{path}"), 404)
        message = f"/{path} can only be read: {', '.join(METHODS)}"
        response = send(request, refusal.data("method_not_allowed", message), 405)
        response.headers["Allow"] = ", ".join(METHODS)
        return response

    def _form_of_pack(self, path: str) -> WrittenForm | None:
        code = path.removeprefix("pack/").removesuffix(".json")
        is_whole = path == f"pack/{code}.json"
        return self.forms[code] if is_whole and code in self.forms else None

    def _is_page(self, path: str) -> bool:
        return path in ("", "frame", "kiosk") or self._form_named(path) is not None

    def _form_named(self, path: str) -> WrittenForm | None:
        """The form whose page this is: ``kk`` for a language's main form, or ``kk-arab``.

        Capitals do not matter: a phone's keyboard begins an address with one.
        """
        name = path.lower()
        if name in self.forms.languages:
            return self.forms.main(name)
        return next((form for form in self.forms if form.code.lower() == name), None)

    def _page(self, request: Request, path: str, pages: Pages) -> HTTPResponse:
        named = self._form_named(path)
        if named is not None:
            return send(request, pages["index", named.code, True])
        form = self._wanted_form(request)
        return send(request, pages[path or "index", form.code, False], vary="Accept-Language")

    def _wanted_form(self, request: Request) -> WrittenForm:
        """The form that the address asks for (``?form=kk-Arab``), or the browser's language."""
        named = self._form_named(request.args.get("form", ""))
        return named or form_for(request.headers.get("accept-language", ""), self.forms)

    def _nothing(self, request: Request) -> HTTPResponse:
        if not wants_a_page(request.headers.get("accept", "")):
            message = f"there is no {request.path}"
            return send(request, refusal.data("not_found", message), 404)
        form = form_for(request.headers.get("accept-language", ""), self.forms)
        found: Content = refusal.page("not_found", form, self.interface[form.code])
        return send(request, found, 404, vary="Accept, Accept-Language")
