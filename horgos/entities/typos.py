"""Slips of the finger in long words: a letter left out, put in, doubled, changed or swapped.

Words are compared through what is left of them without any one letter, so that a look-up needs
no walk over the lexicon.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_SHORTEST = 7
_SHORTEST_SWAPPED = 4
_SHORTEST_DROPPED = 6


@dataclass(frozen=True)
class Typos:
    """Which entry a misspelled word means.

    Attributes:
        without_one: words, and beginnings of "*" entries, by what is left without one letter.
        slips: currency words with two letters swapped or one dropped -> the entry.
    """

    without_one: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slips: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Iterable[str], currencies: Iterable[str]) -> "Typos":
        """Index entries.

        Args:
            words: entries of which those of seven letters or more are indexed.
            currencies: entries of which those of four letters or more are.
        """
        without_one: dict[str, list[str]] = {}
        for entry in sorted(words):
            stem = entry.removesuffix("*")
            if len(stem) >= _SHORTEST and stem.isalpha() and ord(stem[0]) < 0x3000:
                for left in {stem, *_without_one(stem)}:
                    without_one.setdefault(left, []).append(entry)
        slips: dict[str, str] = {}
        for entry in sorted(currencies):
            if entry.isalpha() and ord(entry[0]) < 0x3000:
                for slip in _slips(entry):
                    slips.setdefault(slip, entry)
        return cls({left: tuple(entries) for left, entries in without_one.items()}, slips)

    def meant(self, word: str) -> str | None:
        """The entry a word that is in no list stands for; None when it is none of these."""
        if word in self.slips:
            return self.slips[word]
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        whole = self._nearest(word, is_beginning=False)
        if whole is not None:
            return whole
        for length in range(len(word), _SHORTEST - 2, -1):
            begun = self._nearest(word[:length], is_beginning=True)
            if begun is not None:
                return begun
        return None

    def _nearest(self, word: str, is_beginning: bool) -> str | None:
        for left in (word, *_without_one(word)):
            for entry in self.without_one.get(left, ()):
                stem = entry.removesuffix("*")
                # The first letter is seldom wrong, and the last one of a stem tells words apart.
                alike = stem[0] == word[0] and (not is_beginning or stem[-1] == word[-1])
                if entry.endswith("*") == is_beginning and alike and _is_one_slip(stem, word):
                    return entry
        return None


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _slips(word: str) -> Iterator[str]:
    if len(word) >= _SHORTEST_SWAPPED:
        for at in range(len(word) - 1):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) >= _SHORTEST_DROPPED:
        yield from _without_one(word)


def _is_one_slip(word: str, typed: str) -> bool:
    """Whether two words differ by one letter, or by two neighbours swapped."""
    start = 0
    while start < min(len(word), len(typed)) and word[start] == typed[start]:
        start += 1
    left, right = word[start:], typed[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]
