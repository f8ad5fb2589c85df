"""WeChat's safe mode: AES-256-CBC around the message, its length and the account's id."""

from __future__ import annotations

import base64
import binascii
import os
import struct
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

_KEY_LETTERS = 43
_KEY_BYTES = 32
_RANDOM = 16
# WeChat pads to twice AES's own block.
_BLOCK_BITS = 32 * 8


class WrongKey(Exception):
    """The EncodingAESKey is none; the text says what it should be."""


class Unreadable(Exception):
    """What came is not encrypted with this key for this account."""


@dataclass(frozen=True)
class SafeMode:
    """Encrypts and decrypts for one account.

    Attributes:
        key: 32 bytes.
        app_id: The account's id, which closes every message.
    """

    key: bytes = field(repr=False)
    app_id: str

    @classmethod
    def of(cls, encoding_aes_key: str, app_id: str) -> SafeMode:
        """From the EncodingAESKey as the console shows it: 43 letters and digits.

        Raises:
            WrongKey: It is something else.
        """
        try:
            key = base64.b64decode(f"{encoding_aes_key}=", validate=True)
        except binascii.Error:
            key = b""
        if len(encoding_aes_key) != _KEY_LETTERS or len(key) != _KEY_BYTES:
            raise WrongKey(f"an EncodingAESKey has {_KEY_LETTERS} letters and digits")
        return cls(key, app_id)

    def encrypt(self, text: str, random: bytes | None = None) -> str:
        """Base64 of the encrypted text.

        Args:
            text: The XML of a reply.
            random: 16 bytes; fresh ones unless a test gives them.
        """
        message = text.encode()
        plain = b"".join(
            (
                random or os.urandom(_RANDOM),
                struct.pack(">I", len(message)),
                message,
                self.app_id.encode(),
            )
        )
        padder = PKCS7(_BLOCK_BITS).padder()
        encryptor = self._cipher().encryptor()
        padded = padder.update(plain) + padder.finalize()
        return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()

    def decrypt(self, encrypted: str) -> str:
        """The text within.

        Raises:
            Unreadable: It is damaged, made with another key, or meant for another account.
        """
        try:
            decryptor = self._cipher().decryptor()
            padded = (
                decryptor.update(base64.b64decode(encrypted, validate=True)) + decryptor.finalize()
            )
            unpadder = PKCS7(_BLOCK_BITS).unpadder()
            plain = unpadder.update(padded) + unpadder.finalize()
            (length,) = struct.unpack(">I", plain[_RANDOM : _RANDOM + 4])
            rest = plain[_RANDOM + 4 :]
            text, app_id = rest[:length].decode(), rest[length:].decode()
        except (ValueError, struct.error) as fault:
            raise Unreadable(str(fault)) from None
        if app_id != self.app_id:
            raise Unreadable("it is meant for another account")
        return text

    def _cipher(self) -> Cipher[CBC]:
        return Cipher(AES(self.key), CBC(self.key[:16]))
