"""``GET /health``: whether a message would be answered, and what is wrong if not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from horgos.channels.gate import OnNewMessage
from horgos.channels.messaging.state import ChannelState, states_of
from horgos.facts.store import FactStore
from horgos.project import this_project

_PATIENCE = 2.0


@dataclass(frozen=True)
class Health:
    """What ``/health`` tells.

    Attributes:
        model: Whether a model is loaded.
        actions: Whether the action server answers.
        facts_issues: What is wrong with the facts file; the last good one goes on answering.
        channels: How the messaging channels are; none of them makes the guide unavailable.
    """

    model: bool
    actions: bool
    facts_issues: tuple[str, ...]
    channels: Mapping[str, ChannelState] = field(default_factory=dict)

    @property
    def answers(self) -> bool:
        """Whether a message would be answered."""
        return self.model and self.actions

    @property
    def status(self) -> str:
        """The one word of it, all that the world is told."""
        return "ok" if self.answers else "unavailable"

    @property
    def http_status(self) -> int:
        """The same for programs that read no bodies."""
        return 200 if self.answers else 503

    def as_json(self) -> dict[str, Any]:
        """The body of the response."""
        return {
            "status": self.status,
            "model": "loaded" if self.model else "no model is loaded",
            "actions": "ok" if self.actions else "the action server does not answer",
            "facts": {
                "status": "broken, the last good version answers" if self.facts_issues else "ok",
                "issues": list(self.facts_issues),
            },
            "channels": {name: state.as_json() for name, state in self.channels.items()},
        }


class HealthChannel(InputChannel):
    """Not a way to talk, but registered like one so that it shares the guide's port."""

    @classmethod
    def name(cls) -> str:
        """Name in ``credentials.yml``."""
        return "health"

    def url_prefix(self) -> str:
        """The root: the address is ``/health``."""
        return "/"

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The route."""
        routes = Blueprint("horgos_health")
        store = this_project().store

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            ctx = request.app.ctx
            found = await examine(ctx.agent, store, getattr(ctx, "input_channels", ()))
            return response.json(found.as_json(), status=found.http_status)

        return routes


async def examine(
    agent: Agent | None, store: FactStore, channels: Iterable[InputChannel] | None = None
) -> Health:
    """Look at everything a reply needs, and at the channels."""
    return Health(
        model=agent is not None and agent.is_ready(),
        actions=agent is not None and await _actions_answer(agent),
        facts_issues=tuple(map(str, store.issues)),
        channels=states_of(channels or ()),
    )


async def _actions_answer(agent: Agent) -> bool:
    if agent.action_endpoint is None:
        return False
    address = httpx.URL(agent.action_endpoint.url).copy_with(path="/health")
    # To read all authorities of the web takes 60 ms of everybody's time, and anybody may ask.
    secured = address.scheme == "https"
    try:
        async with httpx.AsyncClient(verify=secured, timeout=_PATIENCE, trust_env=False) as client:
            return (await client.get(address)).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
