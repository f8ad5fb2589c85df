"""What is arranged with Telegram at the start; the guide does not wait for it."""

from __future__ import annotations

import asyncio
import logging

import telegram
from telegram.constants import UpdateType
from telegram.error import InvalidToken, TelegramError

from horgos.answers.guide import Guide
from horgos.channels.messaging.words import Words
from horgos.channels.telegram.calling import LONGEST_PAUSE, Caller, Unreachable, described
from horgos.channels.telegram.incoming import Bot
from horgos.channels.telegram.profile import describe
from horgos.channels.telegram.settings import Credentials, Mode

logger = logging.getLogger(__name__)

UPDATES = (UpdateType.MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)
"""The kinds of update that are wanted."""
_ASK_AGAIN = 600.0
"""Seconds after which a token that was refused is tried again."""


async def arrange(
    bot: telegram.Bot,
    caller: Caller,
    own: Bot,
    credentials: Credentials,
    guide: Guide,
    words: Words,
) -> None:
    """Learn the bot's name, set the webhook and the profile; tries until all of it is done."""
    while True:
        try:
            own.username = (await caller.repeat(bot.get_me)).username
            if credentials.mode is Mode.WEBHOOK and credentials.webhook:
                await _set_webhook(bot, caller, credentials)
            await describe(bot, caller, guide, words)
            return
        except InvalidToken:
            logger.error("Telegram does not accept TELEGRAM_TOKEN")
            await asyncio.sleep(_ASK_AGAIN)
        except Unreachable:
            await asyncio.sleep(LONGEST_PAUSE)
        except TelegramError as fault:
            logger.error("Telegram refuses how the bot is set up: %s", described(fault))
            return


async def _set_webhook(bot: telegram.Bot, caller: Caller, credentials: Credentials) -> None:
    await caller.repeat(
        lambda: bot.set_webhook(
            credentials.webhook,
            secret_token=credentials.secret,
            allowed_updates=UPDATES,
        )
    )
