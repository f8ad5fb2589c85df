"""Every kind of update, as Telegram sends it, and what the guide does about it.

Shapes as in https://core.telegram.org/bots/api ("Update" and what it holds).
"""

# ruff: noqa: E501 (a table: one kind a line)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.channels.contract.telegram import TelegramDriver
from tests.stand_ins.telegram import BOT_ID, USERNAME

QUESTION = "How much can I bring back duty-free?"
NOTHING = "nothing"
ANSWER = "answer"
Update = dict[str, Any]
Build = Callable[[TelegramDriver, str], Update]

_FILE = {"file_id": "f", "file_unique_id": "u"}
_VIDEO = {**_FILE, "width": 9, "height": 9, "duration": 2}
_PHOTO = [{**_FILE, "width": 9, "height": 9}]
_POINT = {"latitude": 44.2, "longitude": 80.4}
_POLL = {
    "id": "5", "question": "Q",
    "options": [{"text": "A", "voter_count": 0, "persistent_id": "a"}], "allows_revoting": True,
    "members_only": False,
    "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
    "allows_multiple_answers": False,
}  # fmt: skip
_GAME = {"title": "G", "description": "d", "photo": _PHOTO}
_BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Guide", "username": USERNAME}


@dataclass(frozen=True)
class Case:
    """One kind of update.

    Attributes:
        name: What it is.
        build: Makes it, for somebody new.
        expected: ``ANSWER`` (to ``QUESTION``), ``NOTHING``, an act of the guide (``greet``) or a
            key of the messaging apps' words (``voice``).
        form: The written form of the reply.
    """

    name: str
    build: Build
    expected: str
    form: str = "en-Latn"


def _private(**content: Any) -> Build:
    return lambda driver, person: {"message": driver.message(person, **content)}


def _speaking(language: str, **content: Any) -> Build:
    def build(driver: TelegramDriver, person: str) -> Update:
        message = driver.message(person, **content)
        return {"message": {**message, "from": {**message["from"], "language_code": language}}}

    return build


def _as(kind: str, **content: Any) -> Build:
    """A message that comes as another kind of update."""
    return lambda driver, person: {kind: driver.message(person, **content)}


def _by(user: Update, **content: Any) -> Build:
    return lambda driver, person: {"message": {**driver.message(person, **content), "from": user}}


def _plain(**update: Any) -> Build:
    return lambda driver, person: update


def _group(**content: Any) -> Build:
    def build(driver: TelegramDriver, person: str) -> Update:
        driver.server.known.add(-int(person))
        chat = {"id": -int(person), "type": "supergroup", "title": "Trip"}
        return {"message": {**driver.message(person, **content), "chat": chat}}

    return build


def _mention(text: str, name: str = USERNAME, key: str = "text") -> dict[str, Any]:
    whole = f"@{name} {text}".strip()
    entities = "entities" if key == "text" else "caption_entities"
    return {key: whole, entities: [{"type": "mention", "offset": 0, "length": len(name) + 1}]}


def _command(text: str) -> dict[str, Any]:
    length = len(text.split()[0])
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}]}


def _reply_to(user: Update) -> dict[str, Any]:
    chat = {"id": -1, "type": "supergroup", "title": "Trip"}
    replied = {"message_id": 3, "date": 1795780000, "chat": chat, "from": user, "text": "?"}
    return {"reply_to_message": replied}


def _press(data: str | None, **changes: Any) -> Build:
    def build(driver: TelegramDriver, person: str) -> Update:
        query = {**driver.query(person, data or "", 404), **changes}
        kept = {key: value for key, value in query.items() if value not in (None, "")}
        return {"callback_query": kept}

    return build


def _press_on_old(driver: TelegramDriver, person: str) -> Update:
    query = driver.query(person, "ask:duty_free", 5)
    chat = {"id": int(person), "type": "private"}
    return {"callback_query": {**query, "message": {"chat": chat, "message_id": 5, "date": 0}}}


def _membership(kind: str, status: str) -> Build:
    def build(driver: TelegramDriver, person: str) -> Update:
        message = driver.message(person)
        member = {"user": _BOT, "status": status, "until_date": 0}
        return {
            kind: {
                "chat": message["chat"],
                "from": message["from"],
                "date": 1795780000,
                "old_chat_member": {"user": _BOT, "status": "member"},
                "new_chat_member": member,
            }
        }

    return build


_ORIGIN = {"type": "hidden_user", "sender_user_name": "x", "date": 1795780000}
_STRANGER = {"id": 77, "is_bot": False, "first_name": "Wang"}
_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}

CASES = (
    Case("text", _private(text=QUESTION), ANSWER),
    Case("text with fields of later versions", _private(text=QUESTION, new_thing={"a": 1}), ANSWER),
    Case("text in bold", _private(text=QUESTION, entities=[{"type": "bold", "offset": 0, "length": 3}]), ANSWER),
    Case("forwarded text", _private(text=QUESTION, forward_origin=_ORIGIN), ANSWER),
    Case("text in reply to the guide", _private(text=QUESTION, **_reply_to(_BOT)), ANSWER),
    Case("text in Kazakh from a Russian app", _speaking("ru", text="Бажсыз қанша тауар алып шығуға болады?"), "kk answer", "kk-Cyrl"),
    Case("slash and blank", _private(text=f"/ {QUESTION}"), ANSWER),
    Case("/start", _private(**_command("/start")), "greet"),
    Case("/start in a Kazakh app", _speaking("kk", **_command("/start")), "greet", "kk-Cyrl"),
    Case("/start in a Taiwanese app", _speaking("zh-hant", **_command("/start")), "greet", "zh-Hant"),
    Case("/start in a German app", _speaking("de", **_command("/start")), "greet"),
    Case("/start from the tablet, Kazakh", _speaking("ru", **_command("/start kiosk_kk")), "greet", "kk-Cyrl"),
    Case("/start from the tablet, Arabic letters", _private(**_command("/start kiosk_kk-Arab")), "greet", "kk-Arab"),
    Case("/start from anywhere else", _private(**_command("/start leaflet")), "greet"),
    Case("/language", _speaking("zh-hans", **_command("/language")), "which_language", "zh-Hans"),
    Case("/help", _speaking("ru", **_command("/help")), "help", "ru-Cyrl"),
    Case("/HELP@bot", _private(**_command(f"/HELP@{USERNAME}")), "help"),
    Case("/stop", _speaking("kk", **_command("/stop")), "stopped", "kk-Cyrl"),
    Case("/restart, Rasa's own", _private(**_command("/restart")), "help"),
    Case("voice", _private(voice={**_FILE, "duration": 2}), "voice"),
    Case("voice with words", _private(voice={**_FILE, "duration": 2}, caption=QUESTION), ANSWER),
    Case("music", _private(audio={**_FILE, "duration": 2}), "voice"),
    Case("round video", _private(video_note={**_FILE, "length": 9, "duration": 2}), "voice"),
    Case("photo", _private(photo=_PHOTO), "photo"),
    Case("photo with words", _private(photo=_PHOTO, caption=QUESTION), ANSWER),
    Case("album", _private(photo=_PHOTO, media_group_id="9", caption=QUESTION), ANSWER),
    Case("video", _private(video=_VIDEO), "photo"),
    Case("animation", _private(animation=_VIDEO, document=_FILE), "photo"),
    Case("sticker", _speaking("kk", sticker={**_FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}), "sticker", "kk-Cyrl"),
    Case("location", _private(location=_POINT), "location"),
    Case("live location", _private(location={**_POINT, "live_period": 900}), "location"),
    Case("venue", _private(venue={"location": _POINT, "title": "T", "address": "A"}, location=_POINT), "location"),
    Case("document", _speaking("zh", document=_FILE), "document", "zh-Hans"),
    Case("document with words", _private(document=_FILE, caption=QUESTION), ANSWER),
    Case("contact", _private(contact={"phone_number": "1", "first_name": "A"}), "unsupported"),
    Case("dice", _private(dice={"emoji": "🎲", "value": 3}), "unsupported"),
    Case("poll", _private(poll=_POLL), "unsupported"),
    Case("poll of an earlier version", _private(poll={"id": "5", "question": "Q"}), "unsupported"),
    Case("game", _private(game=_GAME), "unsupported"),
    Case("pinned notice", _private(pinned_message={"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}), NOTHING),
    Case("timer notice", _private(message_auto_delete_timer_changed={"message_auto_delete_time": 9}), NOTHING),
    Case("text of another bot", _by({"id": 5, "is_bot": True, "first_name": "B"}, text=QUESTION), NOTHING),
    Case("edited text", _as("edited_message", text=QUESTION, edit_date=1795780001), NOTHING),
    Case("edited caption", _as("edited_message", photo=_PHOTO, caption=QUESTION, edit_date=1795780001), NOTHING),
    Case("moved live location", _as("edited_message", location=_POINT, edit_date=1795780001), NOTHING),
    Case("post in a channel", _as("channel_post", text=QUESTION), NOTHING),
    Case("edited post", _as("edited_channel_post", text=QUESTION), NOTHING),
    Case("business message", _as("business_message", text=QUESTION), NOTHING),
    Case("pressed button", _press("ask:duty_free"), ANSWER),
    Case("pressed language", _press("language:kk-Arab"), "choose_language", "kk-Arab"),
    Case("pressed button of another version", _press("ask:parking"), "help"),
    Case("pressed command of Rasa", _press("/restart"), "help"),
    Case("pressed on an old message", _press_on_old, ANSWER),
    Case("pressed below an inline result", _press("ask:duty_free", message=None, inline_message_id="i"), NOTHING),
    Case("pressed by nobody", _press("ask:duty_free", **{"from": None}), NOTHING),
    Case("pressed a game", _press(None, game_short_name="g"), NOTHING),
    Case("inline question", _plain(inline_query={"id": "1", "from": _STRANGER, "query": QUESTION, "offset": ""}), NOTHING),
    Case("chosen inline result", _plain(chosen_inline_result={"result_id": "1", "from": _STRANGER, "query": "q"}), NOTHING),
    Case("blocked the bot", _membership("my_chat_member", "kicked"), NOTHING),
    Case("unblocked the bot", _membership("my_chat_member", "member"), NOTHING),
    Case("somebody joined", _membership("chat_member", "member"), NOTHING),
    Case("poll closed", _plain(poll=_POLL), NOTHING),
    Case("vote", _plain(poll_answer={"poll_id": "5", "user": _STRANGER, "option_ids": [0], "option_persistent_ids": ["a"]}), NOTHING),
    Case("reaction", lambda d, p: {"message_reaction": {"chat": d.message(p)["chat"], "message_id": 1, "user": d.user(p), "date": 1795780000, "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}, NOTHING),
    Case("asks to join", lambda d, p: {"chat_join_request": {"chat": d.message(p)["chat"], "from": d.user(p), "user_chat_id": 1, "date": 1795780000}}, NOTHING),
    Case("before paying", _plain(pre_checkout_query={"id": "1", "from": _STRANGER, "currency": "KZT", "total_amount": 1, "invoice_payload": "x"}), NOTHING),
    Case("kind of a later version", _plain(hologram={"id": 1}), NOTHING),
    Case("message without its chat", _plain(message={"message_id": 1, "date": 1, "from": _STRANGER, "text": QUESTION}), NOTHING),
    Case("group: talk among people", _group(text=QUESTION), NOTHING),
    Case("group: mention", _group(**_mention(QUESTION)), ANSWER),
    Case("group: mention in small letters", _group(**_mention(QUESTION, USERNAME.lower())), ANSWER),
    Case("group: mention of another", _group(**_mention(QUESTION, "OtherBot")), NOTHING),
    Case("group: mention by link", _group(text=f"Guide {QUESTION}", entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": _BOT}]), ANSWER),
    Case("group: only the name", _group(**_mention("")), "greet"),
    Case("group: name below a photo", _group(photo=_PHOTO, **_mention(QUESTION, key="caption")), ANSWER),
    Case("group: reply to the guide", _group(text=QUESTION, **_reply_to(_BOT)), ANSWER),
    Case("group: reply to somebody", _group(text=QUESTION, **_reply_to(_STRANGER)), NOTHING),
    Case("group: sticker to the guide", _group(sticker={**_FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}, **_reply_to(_BOT)), "sticker"),
    Case("group: voice among people", _group(voice={**_FILE, "duration": 2}), NOTHING),
    Case("group: command with the name", _group(**_command(f"/help@{USERNAME}")), "help"),
    Case("group: command without a name", _group(**_command("/help")), NOTHING),
    Case("group: command of another bot", _group(**_command("/help@OtherBot")), NOTHING),
    Case("group: in a topic of a forum", _group(message_thread_id=12, is_topic_message=True, **_mention(QUESTION)), ANSWER),
    Case("group: the guide was added", _group(new_chat_members=[_BOT]), NOTHING),
    Case("group: became a supergroup", _group(migrate_from_chat_id=-5), NOTHING),
    Case("group: administrator without a name", lambda d, p: {"message": {**_group(**_mention(QUESTION))(d, p)["message"], "from": _ADMIN}}, NOTHING),
)  # fmt: skip
