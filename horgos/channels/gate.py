"""The gate: every message of every channel passes here, once, before Rasa sees it.

No visitor's text reaches Rasa's ``/intent{...}`` syntax, buttons are ids from an allow-list,
length is bounded, what a client says about itself is checked, and no message goes without a
reply.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import UserMessage

from horgos.answers.buttons import Pressed, read_button
from horgos.answers.guide import Guide
from horgos.channels.arrival import MAX_TEXT, Arrival, clean, without_commands
from horgos.channels.parsed import Parsed, parsed, parsed_button
from horgos.channels.speaking import Element, Mouth, OnNewMessage, speak
from horgos.language.choice import Hints, reply_form
from horgos.language.countries import COUNTRIES

__all__ = ["MAX_TEXT", "Arrival", "Element", "Gate", "OnNewMessage", "Reply", "clean"]

PATIENCE = 30.0
"""Seconds after which a visitor is told that there is no answer now."""
_REMEMBERED = 10_000

Reply = list[Element]


class Gate:
    """Lets messages in and replies out.

    Remembers the written form of the last reply of recent conversations, only to apologise in
    the right language when nothing else answers.
    """

    def __init__(self, guide: Guide, patience: float = PATIENCE) -> None:
        self._guide = guide
        self._patience = patience
        self._last_form: OrderedDict[str, str] = OrderedDict()

    async def ask(self, arrival: Arrival, on_new_message: OnNewMessage) -> Reply:
        """The reply to a message: never empty, never an exception."""
        return [element async for element in self.stream(arrival, on_new_message)]

    async def stream(
        self, arrival: Arrival, on_new_message: OnNewMessage
    ) -> AsyncIterator[Element]:
        """The reply to a message, each element when it is known: never empty, never an exception.

        It holds something to read and its provenance, if need be those of an apology. Elements
        wait until one of them can be read: what comes with an apology is the apology's.
        """
        heard = self._hear(arrival)
        mouth = Mouth()
        message = UserMessage(
            without_commands(heard.text)[:MAX_TEXT],
            mouth,
            arrival.sender,
            parse_data=self._parsed_here(heard),
            input_channel=arrival.channel,
            metadata=dict(heard.metadata),
        )
        held: Reply = []
        readable = accounted_for = False
        async for element in speak(message, mouth, on_new_message, self._patience):
            held.append(element)
            readable = readable or bool(str(element.get("text", "")).strip())
            if readable:
                accounted_for = accounted_for or any(map(_provenance, held))
                for ready in self._remembered(arrival.sender, held):
                    yield ready
                held = []
        if not (readable and accounted_for):
            for element in self._remembered(arrival.sender, self._apology(heard)):
                yield element

    def _hear(self, arrival: Arrival) -> _Heard:
        guide = self._guide
        text = clean(arrival.text or arrival.button or "")
        pressed = None
        if arrival.button is not None:
            pressed = read_button(clean(arrival.button), guide.topics, guide.forms)
        return _Heard(arrival.sender, text, pressed, self._trusted(arrival.claims))

    def _trusted(self, claims: Mapping[str, Any]) -> dict[str, Any]:
        """Of what the channel says, that which is known to exist."""
        language, script = claims.get("language"), claims.get("script")
        trusted: dict[str, Any] = {}
        forms = self._guide.forms
        if isinstance(language, str) and language in forms.languages:
            main = forms.main(language)
            form = forms.find(language, script) if isinstance(script, str) else None
            trusted["form"] = (form or main).code
        citizenship = claims.get("citizenship")
        if isinstance(citizenship, str) and citizenship in COUNTRIES:
            trusted["citizenship"] = citizenship
        return trusted

    def _parsed_here(self, heard: _Heard) -> Parsed | None:
        """Understanding of what needs none: buttons, empty and endless messages."""
        if heard.pressed is not None:
            return parsed_button(heard.pressed)
        if not without_commands(heard.text):
            return parsed("empty")
        if len(heard.text) > MAX_TEXT:
            return parsed("too_long", form=self._form(heard))
        return None

    def _form(self, heard: _Heard) -> str:
        """The written form to reply in when understanding is not asked."""
        last = self._last_form.get(heard.sender)
        hints = Hints(chosen=None, conversation=last, channel=heard.metadata.get("form"))
        typed = "" if heard.pressed else heard.text[:MAX_TEXT]
        return reply_form(typed, hints, self._guide.forms).form

    def _apology(self, heard: _Heard) -> Reply:
        answer = self._guide.say("trouble", self._guide.forms[self._form(heard)])
        recipient = {"recipient_id": heard.sender}
        buttons = [{"title": b.title, "payload": b.payload} for b in answer.buttons]
        return [
            {**recipient, "text": answer.messages[0], "buttons": buttons},
            {**recipient, "custom": {"answer": answer.provenance()}},
        ]

    def _remembered(self, sender: str, reply: Reply) -> Reply:
        """The same, with its written form kept in mind."""
        for said in filter(None, map(_provenance, reply)):
            self._last_form[sender] = f"{said['language']}-{said['script']}"
            self._last_form.move_to_end(sender)
        while len(self._last_form) > _REMEMBERED:
            self._last_form.popitem(last=False)
        return reply


@dataclass(frozen=True)
class _Heard:
    """A message as the gate took it.

    Attributes:
        sender: Who writes.
        text: What is written, cleaned.
        pressed: The button that was pressed; None for a typed text.
        metadata: What is believed of the channel's claims.
    """

    sender: str
    text: str
    pressed: Pressed | None
    metadata: Mapping[str, Any]


def _provenance(element: Element) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = (element.get("custom") or {}).get("answer")
    return found
