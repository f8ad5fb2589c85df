"""Slips of the finger in long words: a letter left out, put in, doubled, changed or swapped.

Words are compared through what is left of them without any one letter, so that a look-up needs
no walk over the lexicon.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_SHORTEST = 7
# A people counts beside a person or a paper only, so a slip in a shorter one does little harm.
_SHORTEST_ADJECTIVE = 6
_SHORTEST_TIME = 5
_SHORTEST_SWAPPED = 4
_SHORTEST_DROPPED = 6
_VOWELS = frozenset("аеиоуыэюя")


@dataclass(frozen=True)
class Typos:
    """Which entry a misspelled word means.

    Attributes:
        without_one: words, and beginnings of "*" entries, by what is left without one letter.
        slips: currency words with two letters swapped, or one doubled or dropped -> the entry.
        times: words for days and now, by what is left without one letter.
    """

    without_one: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slips: dict[str, str] = field(default_factory=dict)
    times: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        words: Iterable[str],
        currencies: Iterable[str],
        times: Iterable[str] = (),
        short: Iterable[str] = (),
        adjectives: Iterable[str] = (),
    ) -> "Typos":
        """Index entries.

        Args:
            words: entries of which those of seven letters or more are indexed.
            currencies: entries of which those of four letters or more are.
            times: words for days and now, of which those of five letters or more are.
            short: entries of six letters or more that are indexed with the words.
            adjectives: words for a people, of which those of six letters or more are.
        """
        slips: dict[str, str] = {}
        for entry in sorted(currencies):
            if entry.isalpha() and ord(entry[0]) < 0x3000:
                for slip in _slips(entry):
                    slips.setdefault(slip, entry)
        names = _long(words, _SHORTEST) | _long(short, _SHORTEST - 1)
        names |= _long(adjectives, _SHORTEST_ADJECTIVE)
        return cls(_index(names), slips, _index(_long(times, _SHORTEST_TIME)))

    def meant(self, word: str) -> str | None:
        """The entry a word that is in no list stands for; None when it is none of these."""
        if word in self.slips:
            return self.slips[word]
        if not word.isalpha():
            return None
        is_long = len(word) >= _SHORTEST_ADJECTIVE - 1
        return (self._name(word) if is_long else None) or _whole(self.times, word)

    def __contains__(self, stem: object) -> bool:
        """Whether letters before a Kazakh ending are a long name or word for a day, misspelled."""
        if not isinstance(stem, str) or len(stem) < _SHORTEST or not stem.isalpha():
            return False
        meant = _whole(self.without_one, stem) or _whole(self.times, stem)
        return meant is not None and _ends_alike(meant, stem)

    def _name(self, word: str) -> str | None:
        whole = _whole(self.without_one, word)
        if whole is not None:
            return whole
        for length in range(len(word), _SHORTEST - 3, -1):
            begun = _nearest(self.without_one, word[:length], is_beginning=True)
            if begun is not None:
                return begun
        return None


_Index = dict[str, tuple[str, ...]]


def _long(words: Iterable[str], shortest: int) -> set[str]:
    return {word for word in words if len(word.removesuffix("*")) >= shortest}


def _index(words: Iterable[str]) -> _Index:
    """Words, and beginnings of "*" entries, by what is left without one letter."""
    without_one: dict[str, list[str]] = {}
    for entry in sorted(words):
        stem = entry.removesuffix("*")
        if stem.isalpha() and ord(stem[0]) < 0x3000:
            for left in {stem, *_without_one(stem)}:
                without_one.setdefault(left, []).append(entry)
    return {left: tuple(entries) for left, entries in without_one.items()}


def _whole(index: _Index, word: str) -> str | None:
    return _nearest(index, word, is_beginning=False)


def _nearest(index: _Index, word: str, is_beginning: bool) -> str | None:
    for left in (word, *_without_one(word)):
        for entry in index.get(left, ()):
            stem = entry.removesuffix("*")
            # The first letter is seldom wrong, and the last one of a stem tells words apart.
            alike = stem[0] == word[0] and (not is_beginning or stem[-1] == word[-1])
            if entry.endswith("*") == is_beginning and alike and _is_one_slip(stem, word):
                return entry
    return None


def _ends_alike(meant: str, stem: str) -> bool:
    """Whether an ending may follow; a vowel there is written by ear: мароккалық."""
    are_vowels = {meant[-1], stem[-1]} <= _VOWELS and len(meant) == len(stem)
    return meant[-1] == stem[-1] or meant[:-1] == stem or are_vowels


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _slips(word: str) -> Iterator[str]:
    if len(word) >= _SHORTEST_SWAPPED:
        for at in range(len(word) - 1):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield from (word[:at] + word[at] + word[at:] for at in range(len(word)))
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
