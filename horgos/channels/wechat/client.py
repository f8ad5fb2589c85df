"""Calls to WeChat: a token, and messages after the five seconds are over."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import Any

import httpx

from horgos.channels.wechat.token import TokenKeeper

OFFICIAL = "https://api.weixin.qq.com"
_PATIENCE = 10.0
# developers.weixin.qq.com, global return codes: the token is wrong, or over.
_SPOILED = (40001, 40014, 42001)


class WeChatError(Exception):
    """WeChat says no.

    Attributes:
        code: Its ``errcode``; 0 when the network failed before it could answer.
    """

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


@dataclass(frozen=True)
class Account:
    """The Official Account."""

    app_id: str
    secret: str = field(repr=False)


class WeChatClient:
    """Speaks with WeChat for one account."""

    def __init__(self, account: Account, address: str = OFFICIAL) -> None:
        """Set whom to speak for and with.

        Args:
            account: The account.
            address: Of the API; another one for a stand-in.
        """
        # Its lines at INFO name the address, where WeChat wants the access token.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._account = account
        self._http = httpx.AsyncClient(base_url=address, timeout=_PATIENCE, trust_env=False)
        self._keeper = TokenKeeper(self.new_token)

    async def new_token(self) -> tuple[str, int]:
        """A token and its seconds, from the call that does not spoil the one in use elsewhere.

        Raises:
            WeChatError: Account or secret are wrong, or WeChat cannot be reached.
        """
        given = await self._post(
            "/cgi-bin/stable_token",
            {
                "grant_type": "client_credential",
                "appid": self._account.app_id,
                "secret": self._account.secret,
            },
        )
        return str(given["access_token"]), int(given["expires_in"])

    async def push(self, open_id: str, text: str) -> None:
        """Send a text to somebody who wrote within 48 hours (the customer-service message).

        Raises:
            WeChatError: It is not taken: 45015 too late, 45047 too many, 48001 not allowed to
                this account.
        """
        message = {"touser": open_id, "msgtype": "text", "text": {"content": text}}
        for is_last in (False, True):
            token = await self._keeper.token()
            try:
                path = f"/cgi-bin/message/custom/send?access_token={token}"
                await self._post(path, message)
                return
            except WeChatError as fault:
                if is_last or fault.code not in _SPOILED:
                    raise
                self._keeper.spoiled(token)

    async def close(self) -> None:
        """End all connections."""
        await self._http.aclose()

    async def _post(self, path: str, content: dict[str, Any]) -> dict[str, Any]:
        # WeChat shows \\u escapes as they are.
        body = json.dumps(content, ensure_ascii=False).encode()
        try:
            response = await self._http.post(
                path, content=body, headers={"content-type": "application/json"}
            )
            given = response.json()
        except (httpx.HTTPError, ValueError) as fault:
            raise WeChatError(0, f"no answer: {type(fault).__name__}") from None
        if not isinstance(given, dict):
            raise WeChatError(0, "no answer that could be read")
        if given.get("errcode"):
            raise WeChatError(int(given["errcode"]), str(given.get("errmsg", "")))
        return given
