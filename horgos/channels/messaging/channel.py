"""What every messaging app is to Rasa: an InputChannel that is set up once, or closed."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from abc import abstractmethod
from collections.abc import Callable, Coroutine, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.accounts import Accounts, accounts_of
from horgos.channels.messaging.secrets import MissingSecret
from horgos.channels.messaging.state import ChannelState, state_of
from horgos.channels.messaging.webhook import closed
from horgos.channels.messaging.words import Words, load_words
from horgos.channels.settings import place_of
from horgos.project import ROOT, this_project

logger = logging.getLogger(__name__)

Settings = TypeVar("Settings")
Credentials = TypeVar("Credentials")
Self = TypeVar("Self", bound="MessagingChannel[Any, Any]")
Work = Coroutine[Any, Any, None]

_LAST_MOMENTS = 8.0
"""Seconds for the work under way when the guide ends; the channels share them."""


@cache
def app_words() -> Words:
    """The words of the apps, read once for all of them.

    Raises:
        DataFileError: They are not as they should be.
    """
    guide = this_project().guide
    return load_words(ROOT / "locales" / "messaging", guide.forms, guide.topics)


class MessagingChannel(InputChannel, Generic[Settings, Credentials]):
    """One account of the guide with an app.

    Attributes:
        state: How it is doing.
    """

    channel: ClassVar[str]
    """Part of the address."""
    prefix: ClassVar[str]
    """Beginning of its conversations' ids."""
    methods: ClassVar[tuple[str, ...]] = ("GET", "POST")
    """HTTP methods of its webhook."""

    def __init__(
        self,
        settings: Settings,
        credentials: Credentials | None,
        accounts: Accounts | None,
        state: ChannelState,
    ) -> None:
        """Set up the channel; without credentials or accounts it answers 503."""
        self.state = state
        self._settings, self._credentials, self._accounts = settings, credentials, accounts

    @classmethod
    def name(cls) -> str:
        """Part of the address."""
        return cls.channel

    @staticmethod
    @abstractmethod
    def read_settings(given: Mapping[str, Any] | None, where: str) -> Any:
        """What stands under the channel's name in ``credentials.yml``.

        Raises:
            WrongSetting: One of the settings cannot be used.
        """

    @staticmethod
    @abstractmethod
    def read_credentials(environment: Mapping[str, str]) -> Any:
        """The secrets.

        Raises:
            MissingSecret: One is missing or cannot be right.
        """

    @abstractmethod
    def open(
        self,
        routes: Blueprint,
        credentials: Credentials,
        accounts: Accounts,
        on_new_message: OnNewMessage,
    ) -> None:
        """Add the webhook, and what happens at the start and at the end (``live``)."""

    @classmethod
    def from_credentials(cls: type[Self], credentials: Mapping[str, Any] | None) -> Self:
        """The channel with an operator's settings; disabled when a secret is missing.

        Raises:
            WrongSetting: One of the settings cannot be used.
        """
        settings = cls.read_settings(credentials, place_of(cls))
        state = state_of(cls.channel)
        try:
            given = cls.read_credentials(os.environ)
            accounts = accounts_of(cls.prefix, os.environ)
        except MissingSecret as fault:
            state.disable(str(fault))
            return cls(settings, None, None, state)
        state.run()
        return cls(settings, given, accounts, state)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint(f"horgos_{self.name()}")
        if self._credentials is None or self._accounts is None:
            closed(routes, *self.methods)
        else:
            self.open(routes, self._credentials, self._accounts, on_new_message)
        return routes


class Desk(Protocol):
    """Where messages are worked on."""

    async def close(self, seconds: float) -> int:
        """Let the work end; the number of conversations cut off."""


class Platform(Protocol):
    """The way to the app's servers."""

    async def close(self) -> None:
        """End all connections."""


def live(
    routes: Blueprint,
    desk: Desk,
    platform: Platform,
    work: Callable[[], Iterable[Work]] = tuple,
) -> None:
    """What happens at the start and at the end.

    Args:
        routes: Of the channel.
        desk: Closed at the end, then ``platform``.
        platform: See ``desk``.
        work: Makes what is to go on in the background from the start on.
    """
    background: list[asyncio.Task[None]] = []

    async def start(_: Sanic, __: object) -> None:
        background.extend(asyncio.get_running_loop().create_task(each) for each in work())

    async def stop(app: Sanic, __: object) -> None:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        cut_off = await desk.close(_moments_left(app))
        if cut_off:
            logger.warning("%s: %d conversations were cut off at the end", routes.name, cut_off)
        await platform.close()

    routes.listener("after_server_start")(start)
    routes.listener("before_server_stop")(stop)


def _moments_left(app: Sanic) -> float:
    """Seconds left for the work under way; they run from the first channel that ends."""
    now = time.monotonic()
    ends: float = getattr(app.ctx, "work_ends", now + _LAST_MOMENTS)
    app.ctx.work_ends = ends
    return max(0.0, ends - now)
