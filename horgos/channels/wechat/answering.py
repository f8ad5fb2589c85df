"""What a person gets for what they did: the guide's reply, a greeting, a kind sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from horgos.answers.answer import Button
from horgos.answers.guide import Guide
from horgos.channels.gate import Arrival, Gate, OnNewMessage
from horgos.channels.messaging.last_forms import LastForms
from horgos.channels.messaging.outgoing import outgoing
from horgos.channels.messaging.words import Words
from horgos.channels.parsed import parsed
from horgos.channels.wechat.choices import Choices
from horgos.channels.wechat.incoming import Incoming, Kind
from horgos.channels.wechat.scene import form_of_scene
from horgos.language.choice import Hints, reply_form
from horgos.language.forms import WrittenForm

CHANNEL = "wechat"
USUAL = "zh-Hans"
"""The written form of people nothing is known of; what they write decides from then on."""
_WORD_OF = {"image": "photo", "voice": "voice", "location": "location", "file": "document"}


@dataclass(frozen=True)
class Said:
    """A reply before it is cut to measure.

    Attributes:
        texts: In order.
        choices: Lines of the numbered choices, and how to choose; empty when there are none.
    """

    texts: tuple[str, ...]
    choices: tuple[str, ...] = ()


NOTHING = Said(())
"""WeChat wants no reply to this."""


class Answering:
    """Answers one message after the other of each person; the caller keeps the order."""

    def __init__(self, guide: Guide, words: Words, on_new_message: OnNewMessage) -> None:
        """Set who answers.

        Args:
            guide: Greets, and names what can be asked.
            words: Sentences of the messaging apps.
            on_new_message: Rasa.
        """
        self._guide, self._words, self._ask = guide, words, on_new_message
        self._gate = Gate(guide)
        self._choices = Choices()
        self._last_forms = LastForms(guide.forms[USUAL])

    async def answer(self, sender: str, message: Incoming) -> Said:
        """The reply to a message; never an exception, empty only for what wants none."""
        content = message.content
        if message.kind is Kind.TEXT:
            button = self._choices.pressed(sender, content)
            return await self._asked(sender, "" if button else content, button)
        if message.kind is Kind.PRESS:
            return await self._asked(sender, "", content)
        if message.kind is Kind.ARRIVE:
            return await self._greeted(sender, content)
        if message.kind is Kind.MEDIA:
            return self._excused(sender, content)
        if message.kind is Kind.LEAVE:
            await self._forget(sender)
        return NOTHING

    def wait(self, sender: str, message: Incoming) -> Said:
        """That the answer takes longer, in the form it will be in."""
        form = self._last_forms.of(sender)
        if message.kind is Kind.TEXT:
            hints = Hints(conversation=form.code)
            code = reply_form(message.content, hints, self._guide.forms).form
            form = self._guide.forms[code]
        return Said((self._words.say("wait", form),))

    async def _asked(self, sender: str, text: str, button: str | None) -> Said:
        usual = self._guide.forms[USUAL]
        claims = {"language": usual.language, "script": usual.script}
        arrival = Arrival(sender, text, claims, CHANNEL, button)
        reply = outgoing(await self._gate.ask(arrival, self._ask), self._guide.forms)
        return self._said(sender, reply.texts, reply.buttons, reply.form)

    async def _greeted(self, sender: str, scene: str) -> Said:
        form = form_of_scene(scene, self._guide.forms)
        if form is not None:
            # Nobody reads that the language is chosen: the greeting is in it.
            await self._asked(sender, "", f"language:{form.code}")
        form = form or self._last_forms.of(sender)
        greeting = self._guide.say("greet", form)
        return self._said(sender, greeting.messages, greeting.buttons, form)

    def _excused(self, sender: str, medium: str) -> Said:
        form = self._last_forms.of(sender)
        text = self._words.say(_WORD_OF.get(medium, "unsupported"), form)
        return self._said(sender, (text,), self._guide.say("help", form).buttons, form)

    async def _forget(self, sender: str) -> None:
        """What was said counts no more when they come back."""
        self._choices.forget(sender)
        self._last_forms.forget(sender)
        restart = UserMessage(
            "",
            CollectingOutputChannel(),
            sender,
            parse_data=parsed("restart"),
            input_channel=CHANNEL,
        )
        await self._ask(restart)

    def _said(
        self,
        sender: str,
        texts: tuple[str, ...],
        buttons: tuple[Button, ...],
        form: WrittenForm,
    ) -> Said:
        self._last_forms.note(sender, form)
        said = Said(texts)
        if not buttons:
            return said
        hint = self._words.say("choose_number", form)
        return replace(said, choices=(*self._choices.show(sender, buttons), hint))
