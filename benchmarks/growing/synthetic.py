"""Topics made up by rule, with questions that can be told apart, in every language.

A topic is a handful of made-up words, some of them shared with other topics, as real ones are; a
question is a frame of common words around two or three of them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

_SOUNDS = Path(__file__).with_name("synthetic.yml")
_WORDS_OF_TOPIC = 6
_WORDS_SHARED = 2
_SEED = 7


@dataclass(frozen=True)
class MadeUp:
    """A question.

    Attributes:
        text: In one of the languages.
        language: Which.
        topic: What it asks.
    """

    text: str
    language: str
    topic: str


@dataclass(frozen=True)
class _Sounds:
    """What words and questions of a language are made of."""

    syllables: tuple[str, ...]
    frames: tuple[str, ...]
    between: str

    def word(self, chance: random.Random) -> str:
        return "".join(chance.choices(self.syllables, k=chance.randint(2, 3)))

    def question(self, words: Sequence[str], chance: random.Random) -> str:
        said = chance.sample(words, chance.randint(2, 3))
        return chance.choice(self.frames).format(self.between.join(said))


def topic_names(count: int) -> list[str]:
    """Names of made-up topics."""
    return [f"topic_{number:03d}" for number in range(count)]


def made_up_questions(topics: Sequence[str], each: int) -> list[MadeUp]:
    """Questions of every topic in every language, no text twice; the same ones every time.

    Args:
        topics: Names.
        each: Questions of a topic in a language.
    """
    chance = random.Random(_SEED)
    listed = YAML(typ="safe").load(_SOUNDS.read_text(encoding="utf-8"))
    sounds = {
        language: _Sounds(tuple(raw["syllables"]), tuple(raw["frames"]), raw["between"])
        for language, raw in listed.items()
    }
    return [
        MadeUp(text, language, topic)
        for language, sound in sounds.items()
        for topic, texts in _texts(topics, each, sound, chance).items()
        for text in texts
    ]


def _texts(
    topics: Sequence[str], each: int, sound: _Sounds, chance: random.Random
) -> dict[str, list[str]]:
    """Of one language, by topic."""
    own = {topic: [sound.word(chance) for _ in range(_WORDS_OF_TOPIC)] for topic in topics}
    all_words = [word for words in own.values() for word in words]
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for topic, words in own.items():
        known = [*words, *chance.sample(all_words, _WORDS_SHARED)]
        found[topic] = _different(each, sound, known, chance, seen)
        seen.update(found[topic])
    return found


def _different(
    count: int, sound: _Sounds, words: Sequence[str], chance: random.Random, seen: set[str]
) -> list[str]:
    """Texts no other topic has, none twice."""
    texts: dict[str, None] = {}
    while len(texts) < count:
        text = sound.question(words, chance)
        if text not in seen:
            texts[text] = None
    return list(texts)
