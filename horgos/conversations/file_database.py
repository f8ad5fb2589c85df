"""The SQLite file as deleting sees it, with the guide at work in it or not."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from horgos.conversations.database import Values
from horgos.conversations.file import open_file

_PAGES_AT_ONCE = 250
_PAUSE = 0.02
"""Seconds in which the guide, at work in the same file, gets its turn."""


class FileDatabase:
    """The SQLite file; the guide may be at work in it."""

    faults: tuple[type[Exception], ...] = (sqlite3.Error,)

    def __init__(self, path: Path) -> None:
        """Open it; deleting begins no file.

        Raises:
            OSError: There is none, or it is somebody else's.
            sqlite3.Error: It cannot be opened, or is no database.
        """
        if not path.exists():
            raise FileNotFoundError(f"no file {path}: nobody has written yet, or set HORGOS_VAR")
        self._connection = open_file(path)
        # What is deleted is overwritten, so that it cannot be found in the file any more.
        self._connection.execute("PRAGMA secure_delete = ON")

    def rows(self, query: str, values: Values) -> Sequence[tuple[Any, ...]]:
        """See ``Database``."""
        return self._connection.execute(query, values).fetchall()

    def change(self, statement: str, values: Sequence[Values]) -> list[int]:
        """See ``Database``."""
        with self._connection as connection:
            changed = [connection.execute(statement, value).rowcount for value in values]
        time.sleep(_PAUSE)
        return changed

    def give_back(self) -> None:
        """See ``Database``; in small steps, so that the guide never waits long."""
        left = self._unused_pages()
        while left:
            self._connection.execute(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})").fetchall()
            before, left = left, self._unused_pages()
            if left >= before:
                break
            time.sleep(_PAUSE)
        # The log file beside it still holds what was deleted.
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """See ``Database``."""
        self._connection.close()

    def _unused_pages(self) -> int:
        ((pages,),) = self._connection.execute("PRAGMA freelist_count")
        return int(pages)
