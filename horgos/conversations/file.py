"""The SQLite file: open to its owner alone, and able to give space back in small steps."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

logger = logging.getLogger(__name__)

_BUSY_SECONDS = 10.0
_OURS_ALONE = 0o600
_SIDE_FILES = ("-wal", "-shm")
"""What SQLite keeps beside a file with a write-ahead log; it makes them with the file's rights."""
_INCREMENTAL = 2
"""What ``PRAGMA auto_vacuum`` says of a file that can shrink in steps."""
_PREPARE = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS events (
    id INTEGER NOT NULL PRIMARY KEY,
    sender_id VARCHAR(255) NOT NULL,
    type_name VARCHAR(255) NOT NULL,
    timestamp FLOAT,
    intent_name VARCHAR(255),
    action_name VARCHAR(255),
    data TEXT
);
CREATE INDEX IF NOT EXISTS ix_events_sender_id ON events (sender_id);
"""


def open_file(path: Path) -> sqlite3.Connection:
    """Open the file of conversations, or begin one.

    Raises:
        OSError: Its folder is missing, or the file is somebody else's.
        sqlite3.Error: It cannot be opened, or is no database.
    """
    _keep_to_ourselves(path)
    database = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
    database.executescript(_PREPARE)
    _let_it_shrink(database, path)
    return database


def _keep_to_ourselves(path: Path) -> None:
    path.touch(mode=_OURS_ALONE)
    for file in (path, *(path.with_name(path.name + end) for end in _SIDE_FILES)):
        if file.exists() and file.stat().st_mode & 0o077:
            file.chmod(_OURS_ALONE)


def _let_it_shrink(database: sqlite3.Connection, path: Path) -> None:
    """Rewrite, once, a file that was begun without the means to give space back."""
    ((kind,),) = database.execute("PRAGMA auto_vacuum")
    if kind == _INCREMENTAL:
        return
    try:
        database.execute("VACUUM")
    except sqlite3.OperationalError as fault:
        # A full disk, or another program at work: conversations can be kept all the same.
        logger.warning("%s cannot shrink when conversations are deleted: %s", path, fault)
