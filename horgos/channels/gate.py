"""The gate: every message of every channel passes here, once, before Rasa sees it.

No visitor's text reaches Rasa's ``/intent{...}`` syntax, buttons are ids from an allow-list,
length is bounded, what a client says about itself is checked, and no message goes without a
reply.
"""

from __future__ import annotations

import asyncio
import logging
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale as BabelLocale
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from horgos.answers.buttons import Pressed, read_button
from horgos.answers.guide import Guide
from horgos.language.choice import Hints, reply_form

logger = logging.getLogger(__name__)

MAX_TEXT = 1000
"""Characters of a message that are still read; a long story fits, a pasted book does not."""
PATIENCE = 30.0
"""Seconds after which a visitor is told that there is no answer now."""
_REMEMBERED = 10_000

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]
Reply = list[dict[str, Any]]

_TERRITORIES = frozenset(str(code) for code in BabelLocale("en").territories if len(str(code)) == 2)
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Arrival:
    """A message as a channel hands it over.

    Attributes:
        sender: Who writes; the conversation's id.
        text: What is written, or the payload of a pressed button; empty for anything else.
        claims: What the channel says of the visitor (``language``, ``script``,
            ``citizenship``); not trusted.
        channel: Name of the channel.
    """

    sender: str
    text: str
    claims: Mapping[str, Any]
    channel: str


class Gate:
    """Lets messages in and replies out.

    Remembers the written form of the last reply of recent conversations, only to apologise in
    the right language when nothing else answers.
    """

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._last_form: OrderedDict[str, str] = OrderedDict()

    async def ask(self, arrival: Arrival, on_new_message: OnNewMessage) -> Reply:
        """The reply to a message: never empty, never an exception."""
        text = clean(arrival.text)
        metadata = self._trusted(arrival.claims)
        collector = CollectingOutputChannel()
        message = UserMessage(
            _without_commands(text)[:MAX_TEXT],
            collector,
            arrival.sender,
            parse_data=self._parsed_here(text, arrival, metadata),
            input_channel=arrival.channel,
            metadata=metadata,
        )
        try:
            await asyncio.wait_for(on_new_message(message), PATIENCE)
        except asyncio.TimeoutError:
            logger.error("No answer within %s seconds", PATIENCE)
        except Exception:
            logger.exception("A message could not be handled")
        reply = _said(collector.messages) or self._apology(text, arrival, metadata)
        self._remember(arrival.sender, reply)
        return reply

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
        if isinstance(citizenship, str) and citizenship in _TERRITORIES:
            trusted["citizenship"] = citizenship
        return trusted

    def _parsed_here(
        self, text: str, arrival: Arrival, metadata: dict[str, Any]
    ) -> dict[str, Any] | None:
        """Understanding of what needs none: buttons, empty and endless messages."""
        pressed = read_button(text, self._guide.topics, self._guide.forms)
        if pressed is not None:
            return _parsed_button(pressed)
        if not _without_commands(text):
            return _parsed("empty")
        if len(text) > MAX_TEXT:
            return _parsed("too_long", form=self._form(text[:MAX_TEXT], arrival, metadata))
        return None

    def _form(self, text: str, arrival: Arrival, metadata: Mapping[str, Any]) -> str:
        """The written form to reply in when understanding is not asked."""
        last = self._last_form.get(arrival.sender)
        hints = Hints(chosen=None, conversation=last, channel=metadata.get("form"))
        return reply_form(text, hints, self._guide.forms).form

    def _apology(self, text: str, arrival: Arrival, metadata: Mapping[str, Any]) -> Reply:
        form = self._guide.forms[self._form(text[:MAX_TEXT], arrival, metadata)]
        answer = self._guide.say("trouble", form)
        recipient = {"recipient_id": arrival.sender}
        buttons = [{"title": b.title, "payload": b.payload} for b in answer.buttons]
        return [
            {**recipient, "text": answer.messages[0], "buttons": buttons},
            {**recipient, "custom": {"answer": answer.provenance()}},
        ]

    def _remember(self, sender: str, reply: Reply) -> None:
        for element in reply:
            said = element.get("custom", {}).get("answer")
            if said:
                self._last_form[sender] = f"{said['language']}-{said['script']}"
                self._last_form.move_to_end(sender)
        while len(self._last_form) > _REMEMBERED:
            self._last_form.popitem(last=False)


def clean(text: str) -> str:
    """The text without control characters and with single blanks; line breaks stay.

    Direction marks and zero-width joiners go too: they carry nothing a question needs and can
    disguise one text as another.
    """
    kept = (
        letter if letter == "\n" or not unicodedata.category(letter).startswith("C") else " "
        for letter in unicodedata.normalize("NFC", text[: MAX_TEXT * 4])
    )
    return _BLANKS.sub(" ", "".join(kept)).strip()


def _without_commands(text: str) -> str:
    """The text without leading slashes: Rasa would obey ``/restart`` and ``/intent{...}``."""
    return text.lstrip("/ \n")


def _parsed(intent: str, **more: Any) -> dict[str, Any]:
    return {
        "text": "",
        "intent": {"name": intent, "confidence": 1.0},
        "intent_ranking": [],
        "entities": [],
        "intents": [intent],
        **more,
    }


def _parsed_button(pressed: Pressed) -> dict[str, Any]:
    if pressed.form is not None:
        return _parsed("choose_language", form=pressed.form, form_requested=True, form_picked=True)
    if pressed.topic is None:
        return _parsed("choose_language")
    if pressed.citizenship is None:
        return _parsed(pressed.topic)
    value = {"type": "citizenship", "country": pressed.citizenship}
    entity = {"entity": "citizenship", "start": 0, "end": 0, "value": value}
    return _parsed(pressed.topic, entities=[entity])


def _said(messages: Reply) -> Reply:
    """The messages, if a visitor can read at least one of them."""
    return messages if any(str(m.get("text", "")).strip() for m in messages) else []
