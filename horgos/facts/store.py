"""The facts in use: a saved edit is live at the next question, a broken one changes nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from horgos.facts.issues import Issue
from horgos.facts.loader import FactsError, load_facts
from horgos.facts.model import Facts
from horgos.language.forms import Forms

logger = logging.getLogger(__name__)

_Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class _State:
    facts: Facts
    stamp: _Stamp | None
    issues: tuple[Issue, ...]


class FactStore:
    """The last good facts of a file, looked at anew whenever they are asked for.

    A look costs one ``stat``; the file is read only when its time, size or inode changed.
    """

    def __init__(self, path: Path, forms: Forms, topics: Sequence[str]) -> None:
        """Load the file.

        Args:
            path: The YAML file.
            forms: The written forms; their languages need wording.
            topics: What facts may be about.

        Raises:
            FactsError: The file is broken at start-up; there is no last good one to fall back on.
        """
        self._path = path
        self._forms = forms
        self._topics = topics
        self._lock = threading.Lock()
        # Looked at before it is read: an edit in between is seen at the next look.
        stamp = self._look()
        self._state = _State(load_facts(path, forms, topics), stamp, ())

    @property
    def facts(self) -> Facts:
        """The facts of the last good version of the file."""
        return self._refreshed().facts

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What is wrong with the file as it is now; empty when the facts are its content."""
        return self._refreshed().issues

    def _look(self) -> _Stamp | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def _refreshed(self) -> _State:
        stamp = self._look()
        if stamp == self._state.stamp:
            return self._state
        with self._lock:
            if stamp != self._state.stamp:
                self._state = self._reload(stamp)
        return self._state

    def _reload(self, stamp: _Stamp | None) -> _State:
        try:
            facts = load_facts(self._path, self._forms, self._topics)
        except FactsError as fault:
            logger.error(
                "The facts file is broken; the last good one goes on answering.\n%s", fault
            )
            return _State(self._state.facts, stamp, fault.issues)
        logger.info("The facts file was read anew: %s", self._path)
        return _State(facts, stamp, ())
