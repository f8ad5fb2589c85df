"""All words and phrases the lexicon knows, looked up by their canonical reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from pypinyin import lazy_pinyin

from horgos.entities.atoms import PINYIN, Atom, atoms_of
from horgos.entities.kazakh import Ending, stem_of
from horgos.entities.lexicon_file import Language, Phrase, WordsByLanguage
from horgos.entities.typos import Typos
from horgos.language.pinyin import spaced_pinyin
from horgos.language.romanised import other_russian_reading
from horgos.language.scripts import LONGEST_WORD
from horgos.language.spelling import UNKNOWN, Certainty, Spelling
from horgos.language.tokens import Word, script_runs

_SHORTEST_PREFIX = 2
_SHORTEST_LOOSE_PREFIX = 5
_MOST_REMEMBERED = 20_000
# What Arabic letters and makeshift Latin ones leave open: ы or і, и or й, э or е.
# Soft signs are left out in romanised Russian (sem, vosem).
_LOOSE = str.maketrans({"ы": "и", "й": "и", "э": "е", "ь": None})
# Arabic letters spell Германия with an а.
_LOOSE_PAIRS = ("ия", "иа")
# Who types one of these has them all, and means ы by ы.
_KAZAKH_LETTERS = frozenset("әіңғүұқөһ")


@dataclass(frozen=True)
class Habits:
    """How a message is to be looked up.

    Attributes:
        is_kazakh: endings are tried before "*" entries.
        is_loose: also with what Arabic, makeshift Latin and Russian letters leave open.
        is_unsure: the Cyrillic reading of Latin letters is a guess; the letters go first.
        is_romanised_russian: the letters may also be read another way.
    """

    is_kazakh: bool
    is_loose: bool
    is_unsure: bool
    is_romanised_russian: bool = False

    @classmethod
    def of(cls, spelling: Spelling) -> "Habits":
        """The habits for a message."""
        is_romanised = spelling.language in {"kk", "ru"} and spelling.script == "Latn"
        return cls(
            is_kazakh=spelling.language == "kk",
            is_loose=is_romanised or spelling.language == "kk",
            is_unsure=is_romanised and spelling.certainty < Certainty.LIKELY,
            is_romanised_russian=is_romanised and spelling.language == "ru",
        )


@dataclass(frozen=True)
class Known:
    """An atom the lexicon knows: the form it is listed under, and its Kazakh endings.

    Attributes:
        atom: as it stands in phrases.
        ending: of the atom.
        alone: what it is by itself, where only phrases have it: Ресейдің in "Ресейдің ақшасы".
    """

    atom: str
    ending: Ending
    alone: "Known | None" = None


@dataclass
class Vocabulary:
    """Phrases of the lexicon; an entry is a phrase in its canonical reading.

    Entries may end in "*", which stands for any ending.

    Attributes:
        typed: pieces of words and their other spelling, by language (``typed.py``).
        phrases: entry by the atoms of its phrase.
        atoms: of all phrases.
    """

    typed: Mapping[Language, Mapping[Phrase, Phrase]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    atoms: set[str] = field(default_factory=set)
    _prefixes: dict[str, str] = field(default_factory=dict)
    _stems: set[str] = field(default_factory=set)
    _loose: dict[str, str] = field(default_factory=dict)
    _loose_stems: dict[str, str] = field(default_factory=dict)
    _loose_prefixes: dict[str, str] = field(default_factory=dict)
    _typos: Typos = field(default_factory=Typos)
    _looked_up: dict[tuple[str, str, Habits], Known | None] = field(default_factory=dict)

    def add(self, phrase: str, language: Language) -> str:
        """Take a phrase in.

        Args:
            phrase: as a translator writes it; a "*" at the end stands for any ending.
            language: Kazakh phrases may take endings; Chinese ones are also known in pinyin.

        Returns:
            Its entry.
        """
        cut = _cut(phrase.removesuffix("*"))
        atoms = tuple(atom.reading for atom in cut)
        if phrase.endswith("*"):
            entry = f"{atoms[-1]}*"
            self._prefixes[atoms[-1]] = entry
            self._loose_prefixes.setdefault(_loosely(atoms[-1]), entry)
            self.phrases[(entry,)] = entry
            return entry
        if language == "zh" and phrase.isascii() and phrase.islower():
            atoms = tuple(PINYIN + syllable for syllable in spaced_pinyin(phrase).split())
            self.atoms.update(atoms)
            return self.phrases.setdefault(atoms, str(phrase))
        entry = ("" if all(atom.kind == "han" for atom in cut) else " ").join(atoms)
        self.phrases.setdefault(atoms, entry)
        self.atoms.update(atoms)
        for atom in atoms if language in {"kk", "ru"} else ():
            self._loose.setdefault(_loosely(atom), atom)
        if language == "kk":
            self._stems.update(atoms)
            self._loose_stems.update({_loosely(atom): atom for atom in atoms})
        self._add_as_typed(atoms, entry, language)
        if language == "zh":
            self._add_pinyin(entry)
        return self.phrases[atoms]

    def add_words(self, words: WordsByLanguage) -> tuple[str, ...]:
        """Take a list of words in; returns their entries."""
        return tuple(
            self.add(phrase, language) for language, phrases in words.items() for phrase in phrases
        )

    def expect_typos(
        self,
        words: Iterable[str],
        currencies: Iterable[str],
        times: Iterable[str],
        short: Iterable[str],
        adjectives: Iterable[str],
    ) -> None:
        """Know slips of the finger in these entries, once all phrases are in."""
        self._typos = Typos.of(words, currencies, times, short, adjectives)

    def family(self, entries: Iterable[str]) -> frozenset[str]:
        """The entries and all others that a "*" among them covers."""
        wanted = set(entries)
        beginnings = tuple(entry[:-1] for entry in wanted if entry.endswith("*"))
        covered = (entry for entry in self.phrases.values() if entry.startswith(beginnings))
        return frozenset(wanted.union(covered) if beginnings else wanted)

    def prefix_entry(self, atom: str) -> str | None:
        """The longest entry with a "*" that an atom begins with."""
        for length in range(len(atom), _SHORTEST_PREFIX - 1, -1):
            entry = self._prefixes.get(atom[:length])
            if entry is not None:
                return entry
        return None

    def find(self, atom: Atom, habits: Habits) -> Known | None:
        """The listed form of an atom of a message."""
        if len(atom.plain) > LONGEST_WORD:
            return None
        if habits.is_loose and not _KAZAKH_LETTERS.isdisjoint(atom.plain):
            habits = replace(habits, is_loose=False)
        key = (atom.reading, atom.plain, habits)
        if key not in self._looked_up:
            if len(self._looked_up) > _MOST_REMEMBERED:
                self._looked_up.clear()
            self._looked_up[key] = self._with_alone(self._search(*key), habits)
        return self._looked_up[key]

    def _with_alone(self, known: Known | None, habits: Habits) -> Known | None:
        """Know too what a form of a Kazakh word is outside the phrases that list it."""
        if known is None or not habits.is_kazakh or (known.atom,) in self.phrases:
            return known
        return replace(known, alone=self._search_endings(known.atom, habits))

    def _search(self, reading: str, plain: str, habits: Habits) -> Known | None:
        forms = (plain, reading) if habits.is_unsure else (reading, plain)
        for form in dict.fromkeys(forms):
            known = self._search_form(form, habits)
            if known is not None:
                return known
        loose = self._search_loosely(_loosely(reading)) if habits.is_loose else None
        other = self._search_otherwise(plain) if habits.is_romanised_russian else None
        return loose or other or self._search_mistyped(forms, habits)

    def _search_form(self, form: str, habits: Habits) -> Known | None:
        return Known(form, "bare") if form in self.atoms else self._search_endings(form, habits)

    def _search_endings(self, form: str, habits: Habits) -> Known | None:
        entry = self.prefix_entry(form)
        if entry is not None and habits.is_loose:
            whole = self._loose.get(_loosely(form), "")
            if len(whole) >= len(form):
                return Known(whole, "bare")
            loose = stem_of(_loosely(form), self._loose_stems)
            if loose is not None and len(loose[0]) >= len(entry):
                return Known(self._loose_stems[loose[0]], loose[1])
        stem = self._longest_stem(form, habits) if habits.is_kazakh or entry is None else None
        if stem is not None and (entry is None or len(stem[0]) >= len(entry) - 1):
            return Known(*stem)
        return Known(entry, "bare") if entry is not None else None

    def _longest_stem(self, form: str, habits: Habits) -> tuple[str, Ending] | None:
        """The stem as spelled, unless a longer one fits loosely: мейрами is мейрамы, not мейрам."""
        stem = stem_of(form, self._stems)
        if stem is None or not habits.is_loose:
            return stem
        loosely = _loosely(form)
        whole = self._loose_stems.get(loosely, form)
        if whole != form:
            return whole, "bare"
        loose = stem_of(loosely, self._loose_stems)
        if loose is None or len(loose[0]) <= len(_loosely(stem[0])):
            return stem
        return self._loose_stems[loose[0]], loose[1]

    def _search_loosely(self, reading: str) -> Known | None:
        if reading in self._loose:
            return Known(self._loose[reading], "bare")
        stem = stem_of(reading, self._loose_stems)
        if stem is not None:
            return Known(self._loose_stems[stem[0]], stem[1])
        entry = self._loose_prefix_entry(reading)
        return Known(entry, "bare") if entry is not None else None

    def _loose_prefix_entry(self, reading: str) -> str | None:
        for length in range(len(reading), _SHORTEST_LOOSE_PREFIX - 1, -1):
            entry = self._loose_prefixes.get(reading[:length])
            if entry is not None:
                return entry
        return None

    def _search_otherwise(self, plain: str) -> Known | None:
        """A word of romanised Russian in its other reading: kitajcam, brazilcam (бразильцам)."""
        if not plain.isascii() or not plain.isalpha():
            return None
        reading = other_russian_reading(plain)
        loose = _loosely(reading)
        whole = reading if reading in self.atoms else self._loose.get(loose)
        entry = whole or self.prefix_entry(reading) or self._loose_prefix_entry(loose)
        return Known(entry, "bare") if entry is not None else None

    def _search_mistyped(self, forms: Iterable[str], habits: Habits) -> Known | None:
        for form in forms:
            entry = self._typos.meant(form)
            if entry is not None:
                return Known(entry, "bare")
            stem = stem_of(form, self._typos) if habits.is_kazakh else None
            meant = self._typos.meant(stem[0]) if stem is not None else None
            if stem is not None and meant is not None:
                return Known(meant, stem[1])
        return None

    def _add_as_typed(self, atoms: tuple[str, ...], entry: str, language: Language) -> None:
        """A phrase as typed without the letters of its language: китайдың жаңа жылы, айт куны."""
        for listed, other in self.typed.get(language, {}).items():
            typed = tuple(atom.replace(listed, other) for atom in atoms)
            if len(atoms) > 1 and typed != atoms:
                self.phrases.setdefault(typed, entry)
                self.atoms.update(typed)
                if language == "kk":
                    self._stems.update(typed)

    def _add_pinyin(self, entry: str) -> None:
        syllables = tuple(PINYIN + syllable for syllable in lazy_pinyin(entry, v_to_u=False))
        self.phrases.setdefault(syllables, entry)
        self.atoms.update(syllables)


def _loosely(word: str) -> str:
    """A reading without what these letters leave open."""
    return word.replace(*_LOOSE_PAIRS).translate(_LOOSE)


@cache
def _cut(phrase: str) -> Sequence[Atom]:
    """Atoms of a lexicon phrase, cut as messages are."""
    words: list[Word] = []
    start = 0
    for piece in phrase.split(" "):
        words.append(Word(piece, start, start + len(piece)))
        start += len(piece) + 1
    return atoms_of(_by_script(words), UNKNOWN)


def _by_script(words: Sequence[Word]) -> Sequence[Word]:
    """Words of which none mixes Han characters with others."""
    return [
        Word(run, word.start + at, word.start + at + len(run))
        for word in words
        for _, at, run in script_runs(word.text)
    ]
