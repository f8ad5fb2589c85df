"""Vectors kept on disk between trainings: a new question costs one encoding, not all of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from horgos.nlu.encoder import Encoder, Vector

_MAKE = "CREATE TABLE IF NOT EXISTS vectors (text TEXT PRIMARY KEY, vector BLOB NOT NULL)"


class StoredVectors:
    """An encoder that looks a text up before it encodes it."""

    def __init__(self, encoder: Encoder, path: Path) -> None:
        """Open the store, or begin one.

        Args:
            encoder: Encodes what is not in the store.
            path: An SQLite file; its name must tell the encoder's weights apart.
        """
        self._encoder = encoder
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(_MAKE)
            rows = database.execute("SELECT text, vector FROM vectors").fetchall()
        self._known = {text: np.frombuffer(blob, dtype=np.float32) for text, blob in rows}

    def vector(self, text: str) -> Vector:
        """A unit vector of the text, shape (384,)."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._encoder.vector(text)
            self._keep(text, known)
        return known

    def _keep(self, text: str, vector: Vector) -> None:
        with closing(sqlite3.connect(self._path)) as database, database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                (text, vector.astype(np.float32).tobytes()),
            )
