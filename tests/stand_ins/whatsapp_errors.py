"""Meta's errors as the Graph API answers them ("Error codes", "Graph API: Handle errors")."""

from __future__ import annotations

from typing import Any

from aiohttp import web

NAMES = {
    1: "API Unknown",
    2: "API Service",
    4: "API Too Many Calls",
    10: "Permission Denied",
    33: "Parameter value is not valid",
    100: "Invalid parameter",
    131000: "Something went wrong",
    131008: "Required parameter is missing",
    131009: "Parameter value is not valid",
    131016: "Service unavailable",
    131026: "Message undeliverable",
    131031: "Account has been locked",
    131047: "Re-engagement message",
    131051: "Unsupported message type",
    131056: "Pair rate limit hit",
    130429: "Rate limit hit",
    190: "Access token has expired",
    368: "Temporarily blocked for policies violations",
    80007: "Rate limit issues",
}
STATUS = {
    1: 400, 2: 503, 4: 429, 10: 403, 190: 401, 368: 403, 131000: 500, 131016: 500, 131031: 403,
    131056: 400, 130429: 429, 80007: 429,
}  # fmt: skip
"""HTTP statuses of "Error codes"; all others are 400."""


class Refusal(Exception):
    """An error that Meta answers."""

    def __init__(self, code: int, details: str = "", status: int | None = None) -> None:
        super().__init__(f"{code} {details}")
        self.code, self.details = code, details or NAMES[code]
        self.status = status or STATUS.get(code, 400)

    def body(self) -> dict[str, Any]:
        """As the Graph API words it; Meta's own details may hold the person's number."""
        return {
            "error": {
                "message": f"(#{self.code}) {NAMES[self.code]}",
                "type": "OAuthException",
                "code": self.code,
                "error_subcode": 2494055,
                "error_data": {"messaging_product": "whatsapp", "details": self.details},
                "fbtrace_id": "Az8or2yhqkZfEZ-_4Qn_Bam",
            }
        }

    def response(self) -> web.Response:
        return web.json_response(self.body(), status=self.status)
