"""Which store is meant, by ``endpoints.yml`` and the environment."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.engine.url import URL

from horgos.conversations.file_database import FileDatabase
from horgos.conversations.place import opened
from horgos.conversations.server_database import connect
from horgos.language.yaml_files import DataFileError
from tests.conversations.storing import ROOT, add, ours, start

OURS = "horgos.conversations.store.SqliteConversations"


def endpoints(folder: Path, text: str) -> Path:
    path = folder / "endpoints.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_projects_own_endpoints_lead_to_the_file_of_the_running_guide(tmp_path: Path) -> None:
    add(ours(tmp_path / "conversations.db"), "a", start())
    with opened(ROOT / "endpoints.yml", {"HORGOS_VAR": str(tmp_path)}) as database:
        assert isinstance(database, FileDatabase)
        assert database.rows("SELECT COUNT(*) FROM events", {}) == [(len(start()),)]


@pytest.mark.parametrize("kind", ["SQL", "horgos.shared.conversations.SharedConversations"])
def test_a_sql_store_is_found_with_its_variables(tmp_path: Path, kind: str) -> None:
    with sqlite3.connect(tmp_path / "own.db") as made:
        made.execute("CREATE TABLE events (sender_id)")
    given = f"type: {kind}, dialect: sqlite, db: '${{PLACE}}/own.db'"
    file = endpoints(tmp_path, f"tracker_store: {{{given}}}")
    with opened(file, {"PLACE": str(tmp_path)}) as database:
        assert database.rows("SELECT COUNT(*) FROM events", {}) == [(0,)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "tracker_store: a mapping is expected"),
        (
            f"tracker_store: {{type: {OURS}, db: '${{NOT_SET}}/x.db'}}",
            "set NOT_SET: ${NOT_SET}/x.db",
        ),
        (f"tracker_store: {{type: {OURS}, db: missing.db}}", "missing.db: nobody has written yet"),
        (f"tracker_store: {{type: {OURS}, db: endpoints.yml}}", "file is not a database"),
        ("tracker_store: {type: mongod}", "type: mongod: conversations are deleted from"),
        ("tracker_store: {type: SQL, dialect: sqlite, db: nowhere/x.db}", "unable to open"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    file = endpoints(tmp_path, text)
    with pytest.raises(DataFileError) as caught, opened(file, {}) as database:
        database.rows("SELECT * FROM events", {})
    assert str(caught.value).startswith(f"{file}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ({"url": "postgresql://u:p@db.example/guide"}, "postgresql://u:p@db.example/guide"),
        ({"url": "db.example:5433"}, "postgresql://u:p@db.example:5433/guide"),
        ({"url": "db.example", "port": "5433"}, "postgresql://u:p@db.example:5433/guide"),
        ({"url": "db.example"}, "postgresql://u:p@db.example/guide"),
    ],
)
def test_the_address_of_a_server_is_put_together_as_rasa_does(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], address: str
) -> None:
    asked: list[tuple[str | URL, dict[str, str]]] = []

    def note(url: str | URL, connect_args: dict[str, str]) -> None:
        asked.append((url, connect_args))

    monkeypatch.setattr("sqlalchemy.create_engine", note)
    whole = {"dialect": "postgresql", "username": "u", "password": "p", "db": "guide", **settings}
    connect(whole, {"POSTGRESQL_SCHEMA": "visitors"})
    ((url, arguments),) = asked
    shown = url if isinstance(url, str) else url.render_as_string(hide_password=False)
    assert shown == address
    assert arguments == {"options": "-csearch_path=visitors"}
