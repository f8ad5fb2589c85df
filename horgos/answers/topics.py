"""The topics answered from the facts file: ``topics.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from horgos.language.yaml_files import DataFileError, load_mapping, mapping_at, words_at

_RELATED = "related"
_ASKED_OF = ("timed", "priced", "begun")


@dataclass(frozen=True)
class Topics:
    """Topic ids with the topics offered after each.

    Attributes:
        related: By topic, in the order of the file, which is the order of the buttons.
        timed: Topics that days and hours are asked of, with the narrower questions that then
            ask for them; the topic itself where there are none.
        priced: Topics that amounts of money are asked of, in the same way.
        begun: Topics that are asked when they began or begin, in the same way.
    """

    related: Mapping[str, tuple[str, ...]]
    timed: Mapping[str, tuple[str, ...]]
    priced: Mapping[str, tuple[str, ...]]
    begun: Mapping[str, tuple[str, ...]]

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
    for topic, fields in raw.items():
        if not isinstance(fields, dict) or not {_RELATED} <= set(fields) <= {_RELATED, *_ASKED_OF}:
            raise DataFileError(
                f"{path}: topics: {topic}: write {{related: [other topics]}}, and timed:, priced: "
                "or begun: [narrower questions] where days and hours, amounts of money, or when "
                "it began are asked"
            )
    related = _by_topic(path, raw, _RELATED)
    for topic, others in related.items():
        for other in others:
            if other not in related:
                raise DataFileError(f"{path}: topics: {topic}: related: {other!r} is no topic")
    timed, priced, begun = (_by_topic(path, raw, key) for key in _ASKED_OF)
    return Topics(related, timed, priced, begun)


def _by_topic(path: Path, raw: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    """What stands under a key, of the topics that have it; nothing is an empty list."""
    found = {f"topics: {topic}: {key}": raw[topic][key] or [] for topic in raw if key in raw[topic]}
    return {place.split(": ")[1]: words_at(path, found, place) for place in found}
