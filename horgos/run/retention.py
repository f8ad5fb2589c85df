"""What visitors said is deleted when it is old: once at the start, then once a day."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from horgos.conversations.database import Database
from horgos.conversations.deleting import Deleted, delete_old, delete_one
from horgos.conversations.place import opened
from horgos.language.yaml_files import DataFileError
from horgos.run.environment import child_environment
from horgos.run.failure import Failure
from horgos.run.settings import Settings

_DAY = timedelta(days=1).total_seconds()


def delete_older(age: timedelta, settings: Settings, environment: Mapping[str, str]) -> Deleted:
    """Delete what was said longer ago than this, wherever the guide keeps it.

    Raises:
        Failure: The store cannot be used.
    """
    before = datetime.now(timezone.utc) - age
    with _store(settings, environment) as database:
        return delete_old(database, before)


def delete_conversation(sender: str, settings: Settings, environment: Mapping[str, str]) -> Deleted:
    """Delete a conversation, wherever the guide keeps it.

    Raises:
        Failure: The store cannot be used.
    """
    with _store(settings, environment) as database:
        return delete_one(database, sender)


@contextmanager
def _store(settings: Settings, environment: Mapping[str, str]) -> Iterator[Database]:
    try:
        with opened(settings.endpoints, child_environment(settings, environment)) as database:
            yield database
    except DataFileError as fault:
        raise Failure(str(fault)) from None


@contextmanager
def forgetting(
    settings: Settings, environment: Mapping[str, str], every: float = _DAY
) -> Iterator[None]:
    """Delete what is older than ``HORGOS_KEEP_DAYS`` again and again while the block runs.

    It happens in a thread of the launcher: the guide answers meanwhile, and an end that is asked
    for waits for nothing; the store undoes what is half done.

    Args:
        settings: With the days, and where conversations are.
        environment: The launcher's own.
        every: Seconds between two times.
    """
    if settings.keep_days is None:
        yield
        return
    age, over = timedelta(days=settings.keep_days), threading.Event()

    def keep_on() -> None:
        _forget(age, settings, environment)
        while not over.wait(every):
            _forget(age, settings, environment)

    threading.Thread(target=keep_on, name="retention", daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _forget(age: timedelta, settings: Settings, environment: Mapping[str, str]) -> None:
    try:
        deleted = delete_older(age, settings, environment)
    except Failure as failure:
        print(f"Old conversations were not deleted: {failure}", file=sys.stderr, flush=True)
        return
    if deleted.events:
        print(f"Deleted, older than {age.days} days: {deleted}", flush=True)
