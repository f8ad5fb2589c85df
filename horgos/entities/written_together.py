"""Kazakh words for days typed without the blank between them: төрткүннен, жұмакүні, ертеңкешке."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from horgos.entities.atoms import Atom
from horgos.entities.kazakh import stem_of
from horgos.entities.vocabulary import Habits, Vocabulary
from horgos.language.scripts import LONGEST_WORD


@dataclass(frozen=True)
class WrittenTogether:
    """Which words people run together.

    Attributes:
        vocabulary: a word it knows is never parted.
        first: entries for numbers and days.
        second: entries that may follow one of them, with Kazakh endings too.
    """

    vocabulary: Vocabulary
    first: Set[str]
    second: Set[str]

    def parted(self, atoms: Sequence[Atom], habits: Habits) -> tuple[Atom, ...]:
        """The atoms of a Kazakh message with such words cut in two; those of others as they are."""
        if not habits.is_kazakh:
            return tuple(atoms)
        return tuple(part for atom in atoms for part in self._parts(atom, habits))

    def _parts(self, atom: Atom, habits: Habits) -> Iterator[Atom]:
        at = self._cut(atom.reading) if self._is_unknown(atom, habits) else None
        if at is None:
            yield atom
            return
        middle = min(atom.start + at, atom.end - 1)
        for reading, start, end in (
            (atom.reading[:at], atom.start, middle),
            (atom.reading[at:], middle, atom.end),
        ):
            yield replace(atom, reading=reading, plain=reading, start=start, end=end)

    def _is_unknown(self, atom: Atom, habits: Habits) -> bool:
        return atom.kind == "letters" and self.vocabulary.find(atom, habits) is None

    def _cut(self, word: str) -> int | None:
        """Where the second word begins."""
        if len(word) > LONGEST_WORD:
            return None
        for at in range(2, len(word) - 1):
            second = word[at:]
            is_second = second in self.second or stem_of(second, self.second) is not None
            if is_second and word[:at] in self.first:
                return at
        return None
