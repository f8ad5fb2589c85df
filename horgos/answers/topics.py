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
        timed: Topics that days and hours are asked of, with the narrower questions that then
            ask for them; the topic itself where there are none.
    """

    related: Mapping[str, tuple[str, ...]]
    timed: Mapping[str, tuple[str, ...]]

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
    timed: dict[str, tuple[str, ...]] = {}
    for topic, fields in raw.items():
        if not isinstance(fields, dict) or not {"related"} <= set(fields) <= {"related", "timed"}:
            raise DataFileError(
                f"{path}: topics: {topic}: write {{related: [other topics]}}, "
                "and timed: [narrower questions] where days and hours are asked of it"
            )
        related[topic] = tuple(fields["related"] or ())
        if "timed" in fields:
            timed[topic] = tuple(fields["timed"] or ())
    for topic, others in related.items():
        for other in others:
            if other not in related:
                raise DataFileError(f"{path}: topics: {topic}: related: {other!r} is no topic")
    return Topics(related, timed)
