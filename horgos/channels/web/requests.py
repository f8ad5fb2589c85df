"""The bodies of requests as values."""

from __future__ import annotations

import json
import unicodedata
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, Extra, StrictStr, ValidationError, constr, root_validator

from horgos.channels.web.errors import ErrorCode, Refused

MAX_TEXT = 500
"""Characters of a typed text: code points of its NFC form."""

# Types made by calls: pydantic 1.10 has no other way to say it once.
MessageId = constr(strict=True, regex=r"^[A-Za-z0-9_-]{8,64}\Z")
FormCode = constr(strict=True, regex=r"^[a-z]{2,3}-[A-Z][a-z]{3}\Z")
TabletName = constr(strict=True, regex=r"^[a-z0-9-]{1,40}\Z")
Version = constr(strict=True, max_length=40)


class Body(BaseModel):
    """What all bodies have in common: nothing in them goes unread."""

    class Config:
        """pydantic's settings."""

        extra = Extra.forbid
        frozen = True

    @root_validator(pre=True)
    def _no_null(cls, values: dict[str, Any]) -> dict[str, Any]:
        # What is not there is left out: a null would be a second way to say so.
        if any(value is None for value in values.values()):
            raise ValueError("null is no value; leave the field out")
        return values


class SessionBody(Body):
    """``POST /session``.

    Attributes:
        place: Where the visitor stands.
        form: Written form of the page; a hint, ignored when the guide does not write it.
    """

    place: Literal["web", "kiosk"]
    form: FormCode | None  # type: ignore[valid-type]


class MessageBody(Body):
    """``POST /message``: a typed text or a pressed button.

    Attributes:
        id: The client's name for this question; the same again is the same question.
        text: What was typed.
        button: Id of the button that was pressed.
        form: As in ``SessionBody``.
    """

    id: MessageId  # type: ignore[valid-type]
    text: StrictStr | None
    button: StrictStr | None
    form: FormCode | None  # type: ignore[valid-type]

    @root_validator(skip_on_failure=True)
    def _one_of_both(cls, values: dict[str, Any]) -> dict[str, Any]:
        if (values["text"] is None) == (values["button"] is None):
            raise ValueError("needs either text or button")
        return values


class PingBody(Body):
    """``POST /ping``: a tablet says that it lives.

    Attributes:
        tablet: Its name.
        screen: What it shows.
        version: Of the page it runs.
    """

    tablet: TabletName  # type: ignore[valid-type]
    screen: Literal["attract", "topics", "chat", "offline"]
    version: Version  # type: ignore[valid-type]


AnyBody = TypeVar("AnyBody", bound=Body)


def read_body(kind: type[AnyBody], raw: bytes) -> AnyBody:
    """A body of this kind.

    Raises:
        Refused: It is not JSON, or does not fit; the message names fields of ours only.
    """
    try:
        data = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refused(ErrorCode.BAD_REQUEST, "The body is not JSON in UTF-8.") from None
    if not isinstance(data, dict):
        raise Refused(ErrorCode.BAD_REQUEST, "The body is not a JSON object.")
    try:
        return kind.parse_obj(data)
    except ValidationError as fault:
        raise Refused(ErrorCode.BAD_REQUEST, _what_is_wrong(kind, fault)) from None


def check_length(text: str) -> None:
    """Go on when a typed text is short enough.

    Raises:
        Refused: It is longer than ``MAX_TEXT``.
    """
    if len(unicodedata.normalize("NFC", text)) > MAX_TEXT:
        raise Refused(ErrorCode.TEXT_TOO_LONG)


def _what_is_wrong(kind: type[Body], fault: ValidationError) -> str:
    wrong = []
    for error in fault.errors():
        name = str(error["loc"][0])
        if name in kind.__fields__:
            wrong.append(f"{name}: {error['msg']}")
        elif name == "__root__":
            wrong.append(error["msg"])
        else:
            wrong.append("there is a field too many")
    return f"The body does not fit: {'; '.join(wrong)}."
