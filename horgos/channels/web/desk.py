"""What is done about a request of each kind, once it may be served."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timezone

from horgos.answers.guide import Guide
from horgos.channels.gate import Arrival, Gate, OnNewMessage
from horgos.channels.web import ndjson
from horgos.channels.web.kept import Kept
from horgos.channels.web.offered import Offered, from_the_start
from horgos.channels.web.rates import Rates, Windows
from horgos.channels.web.replies import BySession, Lines, Replies, Reply
from horgos.channels.web.requests import MessageBody, PingBody, SessionBody, check_length
from horgos.channels.web.sessions import LIFETIMES, Session, Sessions
from horgos.channels.web.settings import RateLimits
from horgos.channels.web.tablets import Ping, Tablets
from horgos.language.forms import Forms

CHANNEL = "web"
_LIFETIME = max(LIFETIMES.values()).total_seconds()


class Desk:
    """Begins sessions, answers messages, hears tablets; knows nothing of HTTP."""

    def __init__(
        self,
        guide: Guide,
        sessions: Sessions,
        limits: RateLimits,
        tablets: Tablets,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sessions = sessions
        self._tablets = tablets
        self._forms = guide.forms
        self._gate = Gate(guide)
        self._limits = limits
        self._rates = Rates(Windows(limits.longest, clock), clock)
        always = from_the_start(guide.topics, guide.forms)
        self._offered = Offered(always, Kept(set, _LIFETIME, clock=clock))
        self._replies = Replies(Kept(BySession, _LIFETIME, clock=clock))

    def begin(self, body: SessionBody, address: str) -> dict[str, object]:
        """A new session.

        Raises:
            Refused: The address began too many.
        """
        self._rates.require(self._limits.address_sessions, "address_sessions", address)
        return {
            "session": self._sessions.begin(body.place, body.form),
            "expires_in": int(LIFETIMES[body.place].total_seconds()),
            "buttons": list(self._offered.always),
        }

    def admit(self, authorization: str | None, address: str) -> Session:
        """The session of a message, which counts whatever is in it.

        Args:
            authorization: The header with its token.
            address: Who asks; guessing at tokens counts too.

        Raises:
            Refused: There is no such session, or it is one message too many.
        """
        self._rates.require(self._limits.address_messages, "address_messages", address)
        session = self._sessions.check(authorization)
        self._rates.require(self._limits.session_messages, "session_messages", session.id)
        return session

    def answer(self, body: MessageBody, session: Session, on_new_message: OnNewMessage) -> Reply:
        """The reply to a message; the same for the same id.

        Raises:
            Refused: The text is too long, the button was not offered, too much is in work.
        """
        if body.text is not None:
            check_length(body.text)
        if body.button is not None:
            self._offered.require(session.id, body.button)
        arrival = Arrival(
            sender=session.sender,
            text=body.text or "",
            claims=_claims(body.form or session.form, self._forms),
            channel=CHANNEL,
            button=body.button,
        )
        return self._replies.to(
            session.id, body.id, lambda: self._lines(arrival, session, on_new_message)
        )

    def hear(self, body: PingBody, address: str) -> None:
        """A tablet lives.

        Raises:
            Refused: Too many signs of life come from the address.
        """
        self._rates.require(self._limits.address_pings, "address_pings", address)
        now = datetime.now(timezone.utc)
        self._tablets.heard(Ping(body.tablet, body.screen, body.version, now))

    async def _lines(
        self, arrival: Arrival, session: Session, on_new_message: OnNewMessage
    ) -> Lines:
        async for element in self._gate.stream(arrival, on_new_message):
            for part in ndjson.parts(element):
                self._offered.offer(session.id, ndjson.offered(part))
                yield ndjson.line(part)
        yield ndjson.line(ndjson.END)


def _claims(form: str | None, forms: Forms) -> dict[str, str]:
    """What the gate is told of the page; nothing for a form the guide does not write."""
    if form is None or form not in forms:
        return {}
    return {"language": forms[form].language, "script": forms[form].script}
