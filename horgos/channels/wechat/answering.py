"""What a person gets, with choices to number instead of buttons to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from horgos.channels.messaging.answering import Answering
from horgos.channels.messaging.hints import form_of_scene
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.messaging.outgoing import Outgoing
from horgos.channels.messaging.words import Words
from horgos.channels.wechat import incoming
from horgos.channels.wechat.choices import Choices
from horgos.channels.wechat.incoming import Incoming
from horgos.language.detection import detect
from horgos.language.forms import Forms, WrittenForm

USUAL = "zh-Hans"
"""The written form of people nothing is known of; what they write decides from then on."""
_KIND_OF = {
    incoming.Kind.TEXT: Kind.TEXT,
    incoming.Kind.PRESS: Kind.PRESS,
    incoming.Kind.ARRIVE: Kind.GREET,
    incoming.Kind.LEAVE: Kind.LEAVE,
}
_MEDIUM = {
    "voice": Kind.VOICE,
    "image": Kind.PHOTO,
    "location": Kind.LOCATION,
    "file": Kind.DOCUMENT,
}


@dataclass(frozen=True)
class Said:
    """A reply before it is cut to measure.

    Attributes:
        texts: In order.
        choices: Lines of the numbered choices, and how to choose; empty when there are none.
    """

    texts: tuple[str, ...]
    choices: tuple[str, ...] = ()


class Listing:
    """Puts numbers to what may be pressed, and takes numbers for presses."""

    def __init__(self, answering: Answering, words: Words, forms: Forms) -> None:
        """Set who answers, in which words and forms."""
        self._answering, self._words, self._forms = answering, words, forms
        self._choices = Choices()

    def message(self, sender: str, found: Incoming) -> Message:
        """What somebody did, as all apps have it in common; a number is still a text."""
        kind, content = _KIND_OF.get(found.kind), found.content
        if found.kind is incoming.Kind.ARRIVE:
            form = form_of_scene(content, self._forms)
            content = form.code if form else ""
        if kind is None:
            kind = _MEDIUM.get(content, Kind.UNSUPPORTED)
        return Message(sender, found.identity, kind, content, self._hint(kind, content))

    async def answer(self, message: Message) -> Said:
        """The reply; without texts for somebody who left. Call it in the order of messages."""
        if message.kind is Kind.LEAVE:
            self._choices.forget(message.sender)
        return self._listed(message, await self._answering.answer(self._chosen(message)))

    def wait(self, message: Message) -> Said:
        """That the answer takes longer."""
        return Said(self._answering.wait(message).texts)

    def flood(self, message: Message) -> Said:
        """That messages came faster than they could be answered."""
        return Said(self._answering.flood(message).texts)

    def trouble(self, message: Message) -> Said:
        """That there is no answer now."""
        return self._listed(message, self._answering.trouble(message))

    def _hint(self, kind: Kind, content: str) -> WrittenForm | None:
        """The usual form, unless the letters cannot be of its language."""
        usual = self._forms[USUAL]
        script = detect(content).script if kind is Kind.TEXT else None
        fits = script is None or self._forms.is_typed_in(usual.language, script)
        return usual if fits else None

    def _chosen(self, message: Message) -> Message:
        """The press a number stands for; only now is it known which list was the last."""
        if message.kind is not Kind.TEXT:
            return message
        button = self._choices.pressed(message.sender, message.content)
        if button is None:
            return message
        return Message(message.sender, message.identity, Kind.PRESS, button, message.hint)

    def _listed(self, message: Message, reply: Outgoing) -> Said:
        if not reply.buttons:
            return Said(reply.texts)
        lines: Sequence[str] = self._choices.show(message.sender, reply.buttons)
        return Said(reply.texts, (*lines, self._words.say("choose_number", reply.form)))
