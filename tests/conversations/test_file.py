"""The file is its owner's alone, and becomes smaller when conversations are deleted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from horgos.conversations.file import open_file
from tests.conversations.storing import add, ours, start, turn


def rights(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def all_files(folder: Path) -> dict[str, str]:
    return {path.name: rights(path) for path in folder.iterdir()}


PRIVATE = {
    "conversations.db": "0o600",
    "conversations.db-wal": "0o600",
    "conversations.db-shm": "0o600",
}


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    store = ours(tmp_path / "conversations.db")
    add(store, "a", start() + turn())
    assert all_files(tmp_path) == PRIVATE


def test_a_file_that_was_open_to_others_is_closed_with_those_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "conversations.db"
    before = ours(path)
    add(before, "a", start() + turn())
    for file in tmp_path.iterdir():
        file.chmod(0o644)
    after = ours(path)
    add(after, "b", start() + turn())
    assert all_files(tmp_path) == PRIVATE


def test_a_file_begun_without_the_means_to_shrink_gets_them_and_keeps_its_rows(
    tmp_path: Path,
) -> None:
    path = tmp_path / "conversations.db"
    with sqlite3.connect(path) as old:
        old.executescript("PRAGMA journal_mode = WAL; CREATE TABLE notes (text)")
        old.execute("INSERT INTO notes VALUES ('kept')")
    database = open_file(path)
    assert database.execute("PRAGMA auto_vacuum").fetchall() == [(2,)]
    assert database.execute("SELECT text FROM notes").fetchall() == [("kept",)]


def test_a_file_in_use_is_opened_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "conversations.db"
    monkeypatch.setattr("horgos.conversations.file._BUSY_SECONDS", 0.05)
    open_file(path).close()
    with sqlite3.connect(path, isolation_level=None) as other:
        other.executescript("PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = NONE; VACUUM")
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO events (sender_id, type_name) VALUES ('a', 'user')")
        database = open_file(path)
        assert database.execute("SELECT COUNT(*) FROM events").fetchall() == [(0,)]
        assert "cannot shrink" in caplog.text
        other.execute("ROLLBACK")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        open_file(tmp_path / "nowhere" / "conversations.db")
