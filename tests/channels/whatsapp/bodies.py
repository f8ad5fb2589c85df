"""Every kind of body, as Meta brings it, and what the guide does about it.

Shapes as in developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference.
"""

# ruff: noqa: E501 (a table: one kind a line)
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.channels.contract.whatsapp import WhatsAppDriver
from tests.stand_ins.whatsapp import ACCOUNT_ID, batch, contact

QUESTION = "How much can I bring back duty-free?"
KAZAKH = "Бажсыз қанша тауар алып шығуға болады?"
NOTHING = "nothing"
ANSWER = "answer"
TYPED = "typed"
"""Answered as what it is, words; nothing is pressed by it."""
Body = dict[str, Any]
Build = Callable[[WhatsAppDriver, str], Body]

_FILE = {"id": "1", "mime_type": "image/jpeg", "sha256": "x"}
_TEXT = {"type": "text", "text": {"body": QUESTION}}
_CONTEXT = {"from": "15550783881", "id": "wamid.HBgGuide1"}
_ERROR = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}
_ADVERT = {
    "source_url": "https://fb.me/x",
    "source_id": "1",
    "source_type": "ad",
    "headline": "Horgos",
    "body": "Come",
    "media_type": "image",
    "image_url": "https://x/y.jpg",
}


@dataclass(frozen=True)
class Case:
    """One kind of body.

    Attributes:
        name: What it is.
        build: Makes it, for somebody new.
        expected: ``ANSWER`` (to ``QUESTION``), ``NOTHING``, ``TYPED``, an act of the guide (``greet``) or a
            key of the messaging apps' words (``voice``).
        form: The written form of the reply.
        where: Whose screen it comes to, from the person's number.
        malformed: How many parts are counted as such.
        replayed: How many messages are counted as such.
    """

    name: str
    build: Build
    expected: str
    form: str = "en-Latn"
    where: Callable[[str], str] = str
    malformed: int = 0
    replayed: int = 0


def _group_of(person: str) -> str:
    return f"Y2FwaV9ncm91cDo{person}"


def _hidden(person: str) -> str:
    return f"KZ.{person}abc"


def _one(**content: Any) -> Build:
    return lambda driver, person: driver.batch(driver.message(person, **content))


def _pressed(kind: str, identity: str, title: str) -> Build:
    return _one(
        type="interactive",
        interactive={"type": kind, kind: {"id": identity, "title": title}},
        context=_CONTEXT,
    )


def _quick(payload: str | None, text: str) -> Build:
    button = {"text": text} if payload is None else {"text": text, "payload": payload}
    return _one(type="button", button=button, context=_CONTEXT)


def _bare(**changes: Any) -> Build:
    """A text with fields changed; those that are None are left out."""

    def build(driver: WhatsAppDriver, person: str) -> Body:
        message = {**driver.message(person, **_TEXT), **changes}
        return batch(messages=[{k: v for k, v in message.items() if v is not None}])

    return build


def _value(**changes: Any) -> Build:
    def build(driver: WhatsAppDriver, person: str) -> Body:
        body = driver.batch(driver.message(person, **_TEXT))
        body["entry"][0]["changes"][0]["value"] |= changes
        return body

    return build


def _field(name: str) -> Build:
    def build(driver: WhatsAppDriver, person: str) -> Body:
        body = driver.batch(driver.message(person, **_TEXT))
        body["entry"][0]["changes"][0]["field"] = name
        return body

    return build


def _status(**status: Any) -> Build:
    def build(driver: WhatsAppDriver, person: str) -> Body:
        whole = {
            "id": f"wamid.HBgTold{person}",
            "timestamp": "1795780000",
            "recipient_id": person,
            **status,
        }
        return batch(statuses=[whole], contacts=[contact(person)])

    return build


def _without_number(driver: WhatsAppDriver, person: str) -> Body:
    """Somebody who hides the number behind a username."""
    user = _hidden(person)
    message = {**driver.message(person, **_TEXT), "from_user_id": user}
    del message["from"]
    driver.server.wrote[user] = time.time()
    contact = {"profile": {"name": "A", "username": "@a"}, "user_id": user}
    return batch(messages=[message], contacts=[contact])


def _without_number_in_the_contact(driver: WhatsAppDriver, person: str) -> Body:
    body = _without_number(driver, person)
    del body["entry"][0]["changes"][0]["value"]["messages"][0]["from_user_id"]
    return body


def _aged(seconds: int) -> Build:
    def build(driver: WhatsAppDriver, person: str) -> Body:
        message = driver.message(person, **_TEXT)
        return driver.batch({**message, "timestamp": str(int(message["timestamp"]) - seconds)})

    return build


def _in_group(**content: Any) -> Build:
    return lambda driver, person: driver.batch(
        driver.message(person, group_id=_group_of(person), **content)
    )


def _twice(driver: WhatsAppDriver, person: str) -> Body:
    message = driver.message(person, **_TEXT)
    return driver.batch(message, message)


def _many_entries(driver: WhatsAppDriver, person: str) -> Body:
    """A status, somebody's thumb and the question, each in an entry of its own."""
    parts = [
        _status(status="read")(driver, person),
        driver.batch(
            driver.message(
                person, type="reaction", reaction={"message_id": "wamid.1", "emoji": "👍"}
            )
        ),
        driver.batch(driver.message(person, **_TEXT)),
    ]
    return {**parts[0], "entry": [part["entry"][0] for part in parts]}


def _many_changes(driver: WhatsAppDriver, person: str) -> Body:
    body = driver.batch(driver.message(person, **_TEXT))
    other = {"field": "account_update", "value": {"event": "VERIFIED_ACCOUNT"}}
    body["entry"][0]["changes"].insert(0, other)
    return body


def _spoilt_beside_good(driver: WhatsAppDriver, person: str) -> Body:
    good = driver.message(person, **_TEXT)
    body = driver.batch(good)
    body["entry"][0]["changes"][0]["value"]["messages"] = [None, {"from": person}, good, 7]
    return body


def _status_beside_message(driver: WhatsAppDriver, person: str) -> Body:
    body = _status(status="delivered")(driver, person)
    value = driver.batch(driver.message(person, **_TEXT))["entry"][0]["changes"][0]["value"]
    body["entry"][0]["changes"][0]["value"] |= value
    return body


CASES = (
    Case("text", _one(**_TEXT), ANSWER),
    Case("text in Kazakh", _one(type="text", text={"body": KAZAKH}), "kk answer", "kk-Cyrl"),
    Case("text with fields of later versions", _one(**_TEXT, new_thing={"a": 1}), ANSWER),
    Case("text in reply to the guide", _one(**_TEXT, context=_CONTEXT), ANSWER),
    Case("forwarded text", _one(**_TEXT, context={"forwarded": True, "frequently_forwarded": True}), ANSWER),
    Case("text from an advert", _one(**_TEXT, referral=_ADVERT), ANSWER),
    Case("text about a product", _one(**_TEXT, context={**_CONTEXT, "referred_product": {"catalog_id": "1", "product_retailer_id": "2"}}), ANSWER),
    Case("text of somebody without a number", _without_number, ANSWER, where=_hidden),
    Case("text of somebody without a number, told by the contact", _without_number_in_the_contact, ANSWER, where=_hidden),
    Case("text without its contact", _bare(), ANSWER),
    Case("text of a day ago, nearly", _aged(86_000), ANSWER),
    Case("text from before the window", _aged(90_000), NOTHING, replayed=1),
    Case("text without words", _one(type="text", text={"body": "  "}), "empty"),
    Case("text without a body", _one(type="text", text={}), "unsupported"),
    Case("text that is a button's id", _one(type="text", text={"body": "language:ru-Cyrl"}), TYPED),
    Case("text that is Rasa's command", _one(type="text", text={"body": "/restart"}), TYPED),
    Case("pressed button", _pressed("button_reply", "ask:duty_free", "Duty-free limits"), ANSWER),
    Case("pressed language", _pressed("button_reply", "language:kk-Arab", "قازاقشا"), "choose_language", "kk-Arab"),
    Case("pressed row of a list", _pressed("list_reply", "ask:duty_free", "Duty-free limits"), ANSWER),
    Case("pressed row with a description", _one(type="interactive", interactive={"type": "list_reply", "list_reply": {"id": "language", "title": "Another language", "description": "d"}}), "which_language"),
    Case("pressed button of another version", _pressed("button_reply", "ask:parking", QUESTION), ANSWER),
    Case("pressed command of Rasa", _pressed("button_reply", "/restart", QUESTION), ANSWER),
    Case("pressed button of a template", _quick("ask:duty_free", "Duty-free limits"), ANSWER),
    Case("pressed button of a template that is not ours", _quick("promo-7", QUESTION), ANSWER),
    Case("pressed button of a template without payload", _quick(None, QUESTION), ANSWER),
    Case("button without words", _one(type="button", button={"payload": 5}), "unsupported"),
    Case("sent form", _one(type="interactive", interactive={"type": "nfm_reply", "nfm_reply": {"response_json": "{}", "name": "flow", "body": "Sent"}}), "unsupported"),
    Case("permission to call", _one(type="interactive", interactive={"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}), "unsupported"),
    Case("interactive that says nothing", _one(type="interactive", interactive=[]), "unsupported"),
    Case("voice message", _one(type="audio", audio={**_FILE, "voice": True}), "voice"),
    Case("music", _one(type="audio", audio=_FILE), "voice"),
    Case("voice as it once was called", _one(type="voice", voice=_FILE), "voice"),
    Case("picture", _one(type="image", image=_FILE), "photo"),
    Case("picture with words", _one(type="image", image={**_FILE, "caption": QUESTION}), ANSWER),
    Case("picture with blanks below", _one(type="image", image={**_FILE, "caption": " "}), "photo"),
    Case("picture that cannot be read", _one(type="image", image={"caption": 5}), "photo"),
    Case("video", _one(type="video", video=_FILE), "photo"),
    Case("video with words", _one(type="video", video={**_FILE, "caption": QUESTION}), ANSWER),
    Case("sticker", _one(type="sticker", sticker={**_FILE, "animated": False}), "sticker"),
    Case("document", _one(type="document", document={**_FILE, "filename": "visa.pdf"}), "document"),
    Case("document with words", _one(type="document", document={**_FILE, "caption": QUESTION}), ANSWER),
    Case("location", _one(type="location", location={"latitude": 44.2, "longitude": 80.4, "name": "Horgos"}), "location"),
    Case("contact cards", _one(type="contacts", contacts=[{"name": {"formatted_name": "B"}, "phones": [{"phone": "+7"}]}]), "unsupported"),
    Case("order", _one(type="order", order={"catalog_id": "1", "product_items": []}), "unsupported"),
    Case("ephemeral", _one(type="ephemeral", errors=[_ERROR]), "unsupported"),
    Case("unsupported", _one(type="unsupported", errors=[_ERROR]), "unsupported"),
    Case("unsupported poll", _one(type="unsupported", unsupported={"type": "poll"}, errors=[_ERROR]), "unsupported"),
    Case("kind of a later version", _one(type="hologram", hologram={"id": 1}), "unsupported"),
    Case("first look at the chat", _one(type="request_welcome"), "greet"),
    Case("reaction", _one(type="reaction", reaction={"message_id": "wamid.1", "emoji": "👍"}), NOTHING),
    Case("reaction taken back", _one(type="reaction", reaction={"message_id": "wamid.1"}), NOTHING),
    Case("changed number", _one(type="system", system={"body": "A changed", "wa_id": "77010000000", "type": "user_changed_number"}), NOTHING),
    Case("changed text", _one(type="edit", edit={"original_message_id": "wamid.1", "message": {"id": "wamid.1", **_TEXT}}), NOTHING),
    Case("deleted text", _one(type="revoke", revoke={"original_message_id": "wamid.1"}), NOTHING),
    Case("text in a group", _in_group(**_TEXT), "unsupported", where=_group_of),
    Case("picture in a group", _in_group(type="image", image=_FILE), "unsupported", where=_group_of),
    Case("reaction in a group", _in_group(type="reaction", reaction={"message_id": "wamid.1", "emoji": "👍"}), NOTHING, where=_group_of),
    Case("the same message twice in one body", _twice, ANSWER),
    Case("many entries", _many_entries, ANSWER),
    Case("many changes", _many_changes, ANSWER),
    Case("good beside spoilt", _spoilt_beside_good, ANSWER, malformed=3),
    Case("status beside a message", _status_beside_message, ANSWER),
    Case("status sent", _status(status="sent", conversation={"id": "1", "origin": {"type": "service"}}), NOTHING),
    Case("status delivered", _status(status="delivered", pricing={"billable": True, "pricing_model": "PMP", "category": "service"}), NOTHING),
    Case("status read", _status(status="read"), NOTHING),
    Case("status played", _status(status="played"), NOTHING),
    Case("status failed", _status(status="failed", errors=[_ERROR]), NOTHING),
    Case("status failed without a reason", _status(status="failed"), NOTHING),
    Case("status of a later version", _status(status="dreamt", errors=[]), NOTHING),
    Case("status without a state", _status(), NOTHING, malformed=1),
    Case("status with a strange error", _status(status="failed", errors=["x"]), NOTHING, malformed=1),
    Case("error without a message", lambda d, p: batch(errors=[{"code": 130429, "title": "Rate limit hit"}, 5]), NOTHING),
    Case("text for another number", _value(metadata={"display_phone_number": "1", "phone_number_id": "999999"}), NOTHING),
    Case("value without its number", _value(metadata={}), NOTHING, malformed=1),
    Case("messages that are no list", _value(messages={"a": 1}), NOTHING, malformed=1),
    Case("other webhook field", _field("message_template_status_update"), NOTHING),
    Case("echo of a message of ours", _field("smb_message_echoes"), NOTHING),
    Case("entries of nothing", lambda d, p: {"object": "whatsapp_business_account", "entry": []}, NOTHING),
    Case("entries that are no list", lambda d, p: {"object": "whatsapp_business_account", "entry": {"id": ACCOUNT_ID}}, NOTHING),
    Case("text without an id", _bare(id=None), NOTHING, malformed=1),
    Case("text without a time", _bare(timestamp=None), NOTHING, malformed=1),
    Case("text of a time that is none", _bare(timestamp="1e400"), NOTHING, malformed=1),
    Case("text of nobody", _bare(**{"from": None}), NOTHING, malformed=1),
    Case("text of somebody with a strange number", _bare(**{"from": "+7 701"}), NOTHING, malformed=1),
)  # fmt: skip
