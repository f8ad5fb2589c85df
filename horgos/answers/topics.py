"""The topics answered from the facts file: ``topics.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from horgos.language.yaml_files import DataFileError, load_mapping, mapping_at


@dataclass(frozen=True)
class Topics:
    """Topic ids with the topics offered after each.

    Attributes:
        related: By topic, in the order of the file, which is the order of the buttons.
    """

    related: Mapping[str, tuple[str, ...]]

    def __contains__(self, topic: object) -> bool:
        return topic in self.related

    def __iter__(self) -> Iterator[str]:
        return iter(self.related)


def load_topics(path: Path) -> Topics:
    """Read ``topics.yml``.

    Raises:
        DataFileError: It is malformed, or a related topic does not exist.
    """
    raw = mapping_at(path, load_mapping(path), "topics")
    related: dict[str, tuple[str, ...]] = {}
    for topic, fields in raw.items():
        if not isinstance(fields, dict) or set(fields) != {"related"}:
            raise DataFileError(f"{path}: topics: {topic}: write {{related: [other topics]}}")
        related[topic] = tuple(fields["related"] or ())
    for topic, others in related.items():
        for other in others:
            if other not in related:
                raise DataFileError(f"{path}: topics: {topic}: related: {other!r} is no topic")
    return Topics(related)
