"""Which requests are WeChat's, and what they say: signature, age, size, encryption, XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from horgos.channels.messaging.state import Refusal
from horgos.channels.messaging.webhook import Refused
from horgos.channels.wechat.aes import SafeMode, Unreadable
from horgos.channels.wechat.incoming import Incoming, incoming
from horgos.channels.wechat.signature import Signer
from horgos.channels.wechat.xml import NoMessage, read

MAX_BODY = 64 * 1024
"""Bytes of a request; WeChat's own are a few kilobytes at most."""
Query = Mapping[str, str]


@dataclass(frozen=True)
class Door:
    """Lets in what WeChat signed just now.

    Attributes:
        signer: Knows WeChat's signature.
        safe: Set: only encrypted messages are taken.
    """

    signer: Signer
    safe: SafeMode | None

    def echo(self, query: Query) -> str:
        """The answer to WeChat's question whether this address is the account's.

        Raises:
            Refused: Somebody else asks.
        """
        self._require(query, "signature")
        return query.get("echostr", "")

    def message(self, query: Query, body: bytes) -> Incoming:
        """The message of a request.

        Raises:
            Refused: It is not WeChat's, too old, or cannot be read.
        """
        elements = self._plain(query, body) if self.safe is None else self._opened(query, body)
        found = incoming(elements)
        if found is None:
            raise Refused(Refusal.MALFORMED)
        return found

    def _plain(self, query: Query, body: bytes) -> dict[str, str]:
        self._require(query, "signature")
        return _read(body)

    def _opened(self, query: Query, body: bytes) -> dict[str, str]:
        assert self.safe is not None
        # What is not encrypted anybody could have put under a signature seen elsewhere.
        if query.get("encrypt_type") != "aes":
            raise Refused(Refusal.FORGED)
        encrypted = _read(body).get("Encrypt", "")
        self._require(query, "msg_signature", encrypted)
        try:
            return _read(self.safe.decrypt(encrypted).encode())
        except Unreadable:
            raise Refused(Refusal.MALFORMED) from None

    def _require(self, query: Query, name: str, *parts: str) -> None:
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        if not self.signer.is_genuine(query.get(name, ""), timestamp, nonce, *parts):
            raise Refused(Refusal.FORGED)
        if not self.signer.is_fresh(timestamp):
            raise Refused(Refusal.REPLAYED)


def _read(body: bytes) -> dict[str, str]:
    try:
        return read(body)
    except NoMessage:
        raise Refused(Refusal.MALFORMED) from None
