"""What the channel says no to: stable codes, each with its HTTP status."""

from __future__ import annotations

from enum import Enum


class ErrorCode(Enum):
    """A code clients rely on; its status never changes.

    The member's value is the code, the status, and a sentence for developers that holds
    nothing of the request.
    """

    BAD_REQUEST = ("bad_request", 400, "The body does not fit this address.")
    SESSION_MISSING = (
        "session_missing",
        401,
        "Begin a session, and send its token as 'Authorization: Bearer <token>'.",
    )
    SESSION_INVALID = (
        "session_invalid",
        401,
        "This is no session of this guide; begin another.",
    )
    SESSION_EXPIRED = ("session_expired", 401, "The session is over; begin another.")
    ORIGIN_NOT_ALLOWED = (
        "origin_not_allowed",
        403,
        "Pages of this origin may not use the guide; 'origins' in credentials.yml lists those"
        " that may.",
    )
    NOT_FOUND = ("not_found", 404, "There is nothing at this address.")
    METHOD_NOT_ALLOWED = ("method_not_allowed", 405, "Use a method that 'Allow' names.")
    BUTTON_NOT_OFFERED = (
        "button_not_offered",
        409,
        "No reply of this session offered this button.",
    )
    TOO_LARGE = ("too_large", 413, "The body is larger than 16384 bytes.")
    NOT_JSON = ("not_json", 415, "Send JSON, with 'Content-Type: application/json'.")
    TEXT_TOO_LONG = ("text_too_long", 422, "The text is longer than 500 characters.")
    RATE_LIMITED = (
        "rate_limited",
        429,
        "Too many requests; 'Retry-After' says in how many seconds one more is allowed.",
    )
    UNAVAILABLE = (
        "unavailable",
        503,
        "The guide cannot answer now; 'Retry-After' says when to ask again.",
    )

    def __init__(self, code: str, status: int, message: str) -> None:
        self.code = code
        self.status = status
        self.message = message


class Refused(Exception):
    """A request that is not served; becomes an error response.

    Attributes:
        error: Why.
        message: A sentence for developers; it repeats nothing of what was sent.
        retry_after: Whole seconds after which to try again; None when that is no use.
    """

    def __init__(
        self, error: ErrorCode, message: str | None = None, retry_after: int | None = None
    ) -> None:
        super().__init__(error.code)
        self.error = error
        self.message = message or error.message
        self.retry_after = retry_after

    def as_json(self) -> dict[str, dict[str, str]]:
        """The body of the response."""
        return {"error": {"code": self.error.code, "message": self.message}}
