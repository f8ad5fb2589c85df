"""What a person gets for what they did: the guide's reply, a greeting, a kind sentence."""

from __future__ import annotations

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from horgos.answers.answer import Answer, Button
from horgos.answers.guide import Guide
from horgos.channels.gate import Arrival, Gate, OnNewMessage
from horgos.channels.messaging.last_forms import LastForms
from horgos.channels.messaging.message import Kind, Message
from horgos.channels.messaging.outgoing import Outgoing, outgoing
from horgos.channels.messaging.words import Words
from horgos.channels.parsed import parsed
from horgos.language.choice import Hints, reply_form
from horgos.language.forms import WrittenForm

_LANGUAGES = "language"
"""Id of the button that offers the languages."""


class Answering:
    """Answers one message after the other of each person; the caller keeps the order."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        on_new_message: OnNewMessage,
        channel: str,
        usual: WrittenForm | None = None,
    ) -> None:
        """Set who answers.

        Args:
            guide: Greets, and names what can be asked.
            words: Sentences of the messaging apps.
            on_new_message: Rasa.
            channel: Name of the channel.
            usual: The written form of people nothing is known of; the guide's own if not given.
        """
        self._guide, self._words, self._on_new_message = guide, words, on_new_message
        self._channel = channel
        self._gate = Gate(guide)
        self._last_forms = LastForms(usual or guide.forms.default)

    async def answer(self, message: Message) -> Outgoing:
        """The reply; without texts only for somebody who has left."""
        kind = message.kind
        if kind is Kind.TEXT:
            return await self._asked(message, message.content, None)
        if kind is Kind.PRESS:
            return await self._asked(message, "", message.content)
        if kind is Kind.LANGUAGES:
            return await self._asked(message, "", _LANGUAGES)
        if kind is Kind.GREET:
            return await self._greeted(message)
        if kind is Kind.HELP:
            return self._said("help", message)
        if kind.is_medium:
            return self._declined(message)
        return await self._forgotten(message)

    def flood(self, message: Message) -> Outgoing:
        """That messages came faster than they could be answered."""
        return self._plain("flood", message)

    def wait(self, message: Message) -> Outgoing:
        """That the answer takes longer, in the form it will be in."""
        form = self._form(message)
        if message.kind is Kind.TEXT:
            hints = Hints(conversation=form.code)
            form = self._guide.forms[reply_form(message.content, hints, self._guide.forms).form]
        return Outgoing((self._words.say("wait", form),), (), form)

    def trouble(self, message: Message) -> Outgoing:
        """That there is no answer now."""
        return self._said("trouble", message)

    async def _asked(self, message: Message, text: str, button: str | None) -> Outgoing:
        hint = message.hint
        claims = {"language": hint.language, "script": hint.script} if hint else {}
        arrival = Arrival(message.sender, text, claims, self._channel, button)
        reply = outgoing(await self._gate.ask(arrival, self._on_new_message), self._guide.forms)
        self._last_forms.note(message.sender, reply.form)
        return reply

    async def _greeted(self, message: Message) -> Outgoing:
        if message.content in self._guide.forms:
            # Nobody reads that the language is chosen: the greeting is in it.
            await self._asked(message, "", f"language:{message.content}")
        return self._said("greet", message)

    async def _forgotten(self, message: Message) -> Outgoing:
        """What was said counts no more when they come back."""
        goodbye = self._plain("stopped", message)
        restart = UserMessage(
            "",
            CollectingOutputChannel(),
            message.sender,
            parse_data=parsed("restart"),
            input_channel=self._channel,
        )
        await self._on_new_message(restart)
        self._last_forms.forget(message.sender)
        if message.kind is Kind.LEAVE:
            return Outgoing((), (), goodbye.form)
        return goodbye

    def _declined(self, message: Message) -> Outgoing:
        """A kind sentence, and the topics that could be asked instead."""
        form = self._form(message)
        text = self._words.say(message.kind.value, form)
        return Outgoing((text,), self._buttons("help", form), form)

    def _said(self, act: str, message: Message) -> Outgoing:
        form = self._form(message)
        answer: Answer = self._guide.say(act, form)
        return Outgoing(answer.messages, answer.buttons, form)

    def _plain(self, key: str, message: Message) -> Outgoing:
        form = self._form(message)
        return Outgoing((self._words.say(key, form),), (), form)

    def _buttons(self, act: str, form: WrittenForm) -> tuple[Button, ...]:
        return self._guide.say(act, form).buttons

    def _form(self, message: Message) -> WrittenForm:
        return self._last_forms.of(message.sender, message.hint)
