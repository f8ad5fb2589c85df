"""What the bot's profile shows: commands and descriptions in the four languages."""

from __future__ import annotations

import telegram

from horgos.answers.guide import Guide
from horgos.channels.messaging.words import COMMANDS, Words
from horgos.channels.telegram.calling import Caller
from horgos.language.forms import WrittenForm


async def describe(bot: telegram.Bot, caller: Caller, guide: Guide, words: Words) -> None:
    """Set the profile, for people of each language and, in the usual one, for all others.

    Raises:
        TelegramError: Telegram refuses it.
        Unreachable: Telegram could not be reached.
    """
    for language in ("", *guide.forms.languages):
        form = guide.forms.main(language) if language else guide.forms.default
        await _describe(bot, caller, words, form, language or None)


async def _describe(
    bot: telegram.Bot, caller: Caller, words: Words, form: WrittenForm, language: str | None
) -> None:
    commands = [(name, words.command(name, form)) for name in COMMANDS]
    long, short = words.bot("description", form), words.bot("short_description", form)
    await caller.repeat(lambda: bot.set_my_commands(commands, language_code=language))
    await caller.repeat(lambda: bot.set_my_description(long, language_code=language))
    await caller.repeat(lambda: bot.set_my_short_description(short, language_code=language))
