"""The database of Rasa's own SQL store as deleting sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import URL
from sqlalchemy.exc import SQLAlchemyError

from horgos.conversations.database import Values


def connect(settings: Mapping[str, Any], environment: Mapping[str, str]) -> ServerDatabase:
    """The database that Rasa's store uses with these settings; asked for nothing yet.

    Args:
        settings: What stands under ``tracker_store``.
        environment: ``POSTGRESQL_SCHEMA`` names the schema, if it is not the usual one.
    """
    schema = environment.get("POSTGRESQL_SCHEMA")
    address = _address(settings)
    is_postgres = str(address).startswith("postgresql")
    options = {"options": f"-csearch_path={schema}"} if schema and is_postgres else {}
    return ServerDatabase(sqlalchemy.create_engine(address, connect_args=options))


def _address(settings: Mapping[str, Any]) -> str | URL:
    """As Rasa puts it together: ``url`` is a host, with its port or not, or all of it."""
    host, port = settings.get("url"), settings.get("port")
    if host and "://" in host:
        return str(host)
    if host and ":" in host:
        host, _, port = host.rpartition(":")
    return URL.create(
        settings.get("dialect", "sqlite"),
        settings.get("username"),
        settings.get("password"),
        host,
        int(port) if port else None,
        settings.get("db", "rasa.db"),
        settings.get("query") or {},
    )


class ServerDatabase:
    """The database of Rasa's own SQL store."""

    faults: tuple[type[Exception], ...] = (SQLAlchemyError,)

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, query: str, values: Values) -> Sequence[tuple[Any, ...]]:
        """See ``Database``."""
        with self._engine.connect() as connection:
            found = connection.execute(sqlalchemy.text(query), dict(values))
            return [tuple(row) for row in found]

    def change(self, statement: str, values: Sequence[Values]) -> list[int]:
        """See ``Database``."""
        text = sqlalchemy.text(statement)
        with self._engine.begin() as connection:
            return [connection.execute(text, dict(value)).rowcount for value in values]

    def give_back(self) -> None:
        """See ``Database``; a server does so by itself."""

    def close(self) -> None:
        """See ``Database``."""
        self._engine.dispose()
