"""A locale that remembers what it was made to say."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from horgos.answers.locale import Locale


@dataclass(frozen=True)
class ListeningLocale(Locale):
    """A locale like any other, which keeps every sentence said.

    Attributes:
        said: Sentences with their placeholders filled, by key, each once, in the order said.
    """

    said: dict[str, dict[str, None]] = field(default_factory=dict)

    def say(self, key: str, **parts: str) -> str:
        """The sentence, as any locale says it."""
        text = super().say(key, **parts)
        self.said.setdefault(key, {})[text] = None
        return text


def listening_to(locale: Locale) -> ListeningLocale:
    """The locale, listened to from now on."""
    kept = {part.name: getattr(locale, part.name) for part in fields(Locale)}
    return ListeningLocale(**kept)
