"""Where the running configuration keeps conversations: ``tracker_store`` of ``endpoints.yml``."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from horgos.conversations.database import Database
from horgos.language.yaml_files import DataFileError, mapping_at

_FILE = "horgos.conversations.store.SqliteConversations"
_SERVERS = ("sql", "horgos.shared.conversations.sharedconversations")
"""Rasa's own name of its SQL store, and ours that several guides share, in small letters."""
_KEY = "tracker_store"
_NOTHING = ("", "null", "~")
_VARIABLE = re.compile(r"\$\{(\w+)\}")


@contextmanager
def opened(endpoints: Path, environment: Mapping[str, str]) -> Iterator[Database]:
    """The store that the guide started with these settings uses.

    Args:
        endpoints: The project's ``endpoints.yml``.
        environment: What its ``${NAME}`` stand for.

    Raises:
        DataFileError: The file, or what it says of the store, cannot be used; also when the store
            refuses something later on.
    """
    try:
        database = _open(endpoints, environment)
    except (OSError, sqlite3.Error) as fault:
        raise DataFileError(f"{endpoints}: {_KEY}: {fault}") from None
    try:
        yield database
    except database.faults as fault:
        # SQLAlchemy wraps what the database said in words of its own.
        said = " ".join(str(getattr(fault, "orig", fault)).split())
        raise DataFileError(f"{endpoints}: {_KEY}: {said}") from None
    finally:
        database.close()


def _open(endpoints: Path, environment: Mapping[str, str]) -> Database:
    settings = _settings(endpoints, environment)
    kind = settings.get("type", "")
    if kind == _FILE:
        from horgos.conversations.file_database import FileDatabase

        return FileDatabase(endpoints.parent / settings.get("db", "conversations.db"))
    if kind.lower() in _SERVERS:
        from horgos.conversations.server_database import connect

        return connect(settings, environment)
    raise DataFileError(
        f"{endpoints}: {_KEY}: type: {kind}: conversations are deleted from {_FILE} and from SQL:"
        " write one of these, or use that store's own tools"
    )


def _settings(endpoints: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """What stands under ``tracker_store``, with the variables that it names."""
    try:
        # As plain texts: once Rasa is imported, it fills in variables of its own process.
        loaded = YAML(typ="base").load(endpoints.read_text(encoding="utf-8"))
    except (OSError, YAMLError) as fault:
        raise DataFileError(f"{endpoints}: {fault}") from None
    given = mapping_at(endpoints, loaded if isinstance(loaded, dict) else {}, _KEY)
    return {
        key: _filled(value, environment, endpoints)
        for key, value in given.items()
        if value not in _NOTHING
    }


def _filled(value: Any, environment: Mapping[str, str], endpoints: Path) -> Any:
    def meant(name: re.Match[str]) -> str:
        try:
            return environment[name[1]]
        except KeyError:
            raise DataFileError(f"{endpoints}: {_KEY}: set {name[1]}: {value}") from None

    return _VARIABLE.sub(meant, value) if isinstance(value, str) else value
