"""Log files of the children: the lines that matter, each made one short line."""

from __future__ import annotations

import json
import os
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

_TOO_BIG = 10_000_000
_WIDTH = 300
_REMEMBERED = 200
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_LEVEL = re.compile(
    r"^\d{4}-\d\d-\d\d[ T][\d:.,]+\s+(?P<level>WARNING|ERROR|CRITICAL)\s+\S+\s+- (?P<text>.*)$"
)
_PROGRESS_BAR = re.compile(r"\d+(it|%\|)|\bit/s\b")


def start_log(path: Path) -> None:
    """Put a log that has grown large aside as ``<name>.1``; there is one old one at most."""
    if path.exists() and path.stat().st_size > _TOO_BIG:
        path.replace(path.with_name(path.name + ".1"))


class LogTail:
    """Follows a log file from its present end and picks out warnings and errors."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._position = path.stat().st_size if path.exists() else 0
        self._started_at = self._position
        self._rest = b""
        self._shown: deque[str] = deque(maxlen=_REMEMBERED)

    def complaints(self) -> Iterator[str]:
        """New warnings and errors as "WARNING what"; one of those told last is not told again."""
        for line in self._new_lines():
            told = complaint(line)
            if told and told not in self._shown:
                self._shown.append(told)
                yield told

    def last_words(self, count: int) -> list[str]:
        """The last lines since the start that say something and have not been told already."""
        if not self._path.exists():
            return []
        with self._path.open("rb") as file:
            file.seek(max(self._started_at, self._path.stat().st_size - 100_000))
            lines = map(plain, re.split(rb"[\r\n]+", file.read()))
        telling = [line for line in lines if line.strip() and not _PROGRESS_BAR.search(line)]
        untold = [line for line in telling[-count:] if complaint(line) not in self._shown]
        return [_cut(line.strip()) for line in untold]

    def _new_lines(self) -> Iterator[str]:
        if not self._path.exists():
            return
        with self._path.open("rb") as file:
            if file.seek(0, os.SEEK_END) < self._position:
                # Emptied by logrotate.
                self._position = self._started_at = 0
            file.seek(self._position)
            new = file.read()
        self._position += len(new)
        *whole, self._rest = (self._rest + new).split(b"\n")
        yield from map(plain, whole)


def plain(line: bytes) -> str:
    """Text of a log line, without terminal colours."""
    return _ESCAPES.sub("", line.decode("utf-8", "replace"))


def complaint(line: str) -> str | None:
    """A warning or an error as one short line; None for any other line."""
    found = _LEVEL.match(line)
    if not found:
        return None
    return _cut(f"{found['level']} {_sentence(found['text'])}")


def _sentence(text: str) -> str:
    """What a line says; Rasa writes some as JSON when it does not write to a terminal."""
    if not text.startswith("{"):
        return text
    try:
        told = json.loads(text)
    except ValueError:
        return text
    return str(told.get("event_info") or told.get("event") or text)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
