"""The shapes of what Meta brings.

As developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
describes them; a field that is not needed here is not looked at.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Extra, Field, StrictInt, StrictStr

_NUMBER = r"[0-9]{5,20}\Z"
_USER = r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}\Z"
_ID = r"[!-~]{1,512}\Z"


class _Shape(BaseModel):
    """Fields that come along are left out."""

    class Config:
        """How values of all shapes are."""

        extra = Extra.ignore
        allow_mutation = False


class Metadata(_Shape):
    """Which business number it is about."""

    phone_number_id: StrictStr


class Value(_Shape):
    """What was told about one number; each thing in the lists is read by itself."""

    metadata: Metadata
    contacts: list[Any] = []
    messages: list[Any] = []
    statuses: list[Any] = []
    errors: list[Any] = []


class Contact(_Shape):
    """Whoever wrote one of the messages.

    Attributes:
        number: Their phone number; none for those who hide it behind a username.
        user: Their id for this business (BSUID).
    """

    number: StrictStr = Field("", alias="wa_id")
    user: StrictStr = Field("", alias="user_id")


class Envelope(_Shape):
    """A message without what is in it.

    Attributes:
        id: Meta's id of it (``wamid...``).
        kind: What it is.
        timestamp: When it was sent, in seconds since 1970.
        number: The sender's phone number; none for those who hide it behind a username.
        user: Their id for this business (BSUID), where Meta tells it.
        group: The group it was written in.
    """

    id: StrictStr = Field(regex=_ID)
    kind: StrictStr = Field(alias="type")
    timestamp: StrictStr = Field(regex=r"[0-9]{1,12}\Z")
    number: StrictStr | None = Field(None, alias="from", regex=_NUMBER)
    user: StrictStr | None = Field(None, alias="from_user_id", regex=_USER)
    group: StrictStr | None = Field(None, alias="group_id", regex=_ID)


class Text(_Shape):
    """Something that was typed."""

    body: StrictStr


class Captioned(_Shape):
    """A medium, perhaps with words below it."""

    caption: StrictStr = ""


class Choice(_Shape):
    """A button or a row of a list that was pressed."""

    id: StrictStr
    title: StrictStr


class Interactive(_Shape):
    """A press on an interactive message; other kinds (forms, calls) are not the guide's."""

    button_reply: Choice | None = None
    list_reply: Choice | None = None


class QuickReply(_Shape):
    """A press on a button of a template."""

    text: StrictStr
    payload: StrictStr = ""


class Error(_Shape):
    """Why something went wrong; Meta's words may name people and are not read."""

    code: StrictInt = 0


class Status(_Shape):
    """What became of a message of ours.

    Attributes:
        id: Meta's id of the message.
        state: ``sent``, ``delivered``, ``read`` or ``failed``.
        marker: What it was sent with, so that it is known again.
        errors: Why it failed.
    """

    id: StrictStr
    state: StrictStr = Field(alias="status")
    marker: StrictStr = Field("", alias="biz_opaque_callback_data")
    errors: list[Error] = []

    @property
    def code(self) -> int:
        """Why it failed; 0 when it did not, or nobody knows."""
        return self.errors[0].code if self.errors else 0
