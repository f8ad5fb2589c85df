"""The project's files, loaded once: written forms, topics, sentences and the facts in use."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path

from horgos.answers.guide import Guide
from horgos.answers.locale import Locale, load_locales
from horgos.answers.topics import Topics, load_topics
from horgos.facts.store import FactStore
from horgos.language.forms import load_forms
from horgos.language.yaml_files import DataFileError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Project:
    """What the edges (actions, channels, commands) share.

    Attributes:
        guide: Sentences, topics and written forms.
        store: The facts, read anew when their file changes.
    """

    guide: Guide
    store: FactStore

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(timezone.utc)


def load_project(root: Path, facts_path: Path) -> Project:
    """Load a project folder.

    Args:
        root: Folder with ``languages.yml``, ``topics.yml`` and ``locales/``.
        facts_path: The facts file.

    Raises:
        FactsError: The facts file is broken.
        DataFileError: One of the other files is.
    """
    forms, topics = load_forms(root / "languages.yml"), load_topics(root / "topics.yml")
    locales = load_locales(root / "locales", forms)
    _check_titles(root, locales, topics)
    return Project(Guide(locales, topics, forms), FactStore(facts_path, forms, tuple(topics)))


def _check_titles(root: Path, locales: Mapping[str, Locale], topics: Topics) -> None:
    """Every topic has a button, and every button a topic.

    Raises:
        DataFileError: With the first that has not.
    """
    for language, locale in locales.items():
        titles = set(locale.buttons.ask)
        for topic in sorted(titles ^ set(topics)):
            lacking = "remove it, or add it to topics.yml" if topic in titles else "add its title"
            what = "is no topic of topics.yml" if topic in titles else "is missing"
            path = root / "locales" / f"{language}.yml"
            raise DataFileError(f"{path}: buttons.ask: {topic!r} {what}; {lacking}")


@lru_cache(maxsize=1)
def this_project() -> Project:
    """The project this code belongs to; ``HORGOS_FACTS`` names another facts file."""
    facts = os.environ.get("HORGOS_FACTS")
    return load_project(ROOT, Path(facts) if facts else ROOT / "facts" / "facts.yml")
