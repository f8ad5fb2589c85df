"""The whole lexicon, read once: word lists, patterns, countries, numbers, holidays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from pydantic import Field

from horgos.entities.gazetteer import Mention, homographs, mentions
from horgos.entities.holidays import holiday_names
from horgos.entities.lexicon_file import (
    LEXICON,
    LexiconError,
    Section,
    WordsByLanguage,
    load_lexicon,
)
from horgos.entities.months import month_names, weekday_names
from horgos.entities.number_words import NumberWords, number_words
from horgos.entities.patterns import pattern_words
from horgos.entities.typed import typed_otherwise
from horgos.entities.values import Holiday, Kind
from horgos.entities.vocabulary import Vocabulary


class PhraseFile(Section):
    """Schema of ``citizenship.yml``, ``money.yml``, ``when.yml`` and ``side.yml``.

    Attributes:
        words: lists that the patterns name.
        meanings: lists whose words each stand for a value; also usable in patterns.
        patterns: groups of phrase patterns, see ``patterns.py``.
    """

    words: dict[str, WordsByLanguage]
    patterns: dict[str, tuple[str, ...]]
    meanings: dict[str, dict[str, WordsByLanguage]] = Field(default_factory=dict)


PHRASE_FILES: tuple[Kind, ...] = ("citizenship", "money", "when", "side")


@dataclass(frozen=True, eq=False)
class PhraseBook:
    """A phrase file in canonical readings.

    Attributes:
        path: the file, for errors.
        lists: entries by the name of their list.
        meanings: value by entry, by the name of the section.
        groups: patterns by the name of their group.
    """

    path: Path
    lists: Mapping[str, frozenset[str]]
    meanings: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, Sequence[str]]

    def meaning(self, section: str) -> Mapping[str, str]:
        """Values by entry.

        Raises:
            LexiconError: the file has no such section.
        """
        if section not in self.meanings:
            raise LexiconError(f"{self.path}: meanings.{section}: is missing")
        return self.meanings[section]

    def require(self, groups: Sequence[str]) -> None:
        """Check that the file has just the groups of patterns the code knows.

        Raises:
            LexiconError: one is missing or is too many.
        """
        for group in groups:
            if group not in self.groups:
                raise LexiconError(f"{self.path}: patterns.{group}: is missing")
        for group in self.groups:
            if group not in groups:
                raise LexiconError(f"{self.path}: patterns.{group}: nothing reads this group")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All that is known of words.

    Attributes:
        vocabulary: every phrase of all files.
        mentions: entry -> mention of a country.
        kazakh_mentions: those which Kazakh means otherwise: ҚР is Kazakhstan, КР Kyrgyzstan.
        numbers: number words.
        books: phrase files by kind of entity.
        holidays: entry -> the holidays it names.
        weekdays: entry -> ISO weekday, from CLDR.
        months: entry -> month, from CLDR.
    """

    vocabulary: Vocabulary
    mentions: Mapping[str, Mention]
    kazakh_mentions: Mapping[str, Mention]
    numbers: NumberWords
    books: Mapping[Kind, PhraseBook]
    holidays: Mapping[str, tuple[Holiday, ...]]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read all lexicon files.

    Raises:
        LexiconError: one of them is wrong; names the file and the key.
    """
    return read_lexicon(LEXICON)


def read_lexicon(folder: Path) -> Lexicon:
    """Read the phrase files of a folder, with the countries, numbers and holidays of this one.

    Raises:
        LexiconError: a file is wrong; names the file and the key.
    """
    vocabulary = Vocabulary(typed_otherwise())
    files = {kind: load_lexicon(folder / f"{kind}.yml", PhraseFile) for kind in PHRASE_FILES}
    numbers = number_words(vocabulary)
    by_entry, kazakh = _mentions(vocabulary)
    weekdays = {vocabulary.add(name, lang): day for name, lang, day in weekday_names()}
    months = {vocabulary.add(name, lang): month for name, lang, month in month_names()}
    holidays: dict[str, tuple[Holiday, ...]] = {}
    for phrase, language, holiday in holiday_names():
        entry = vocabulary.add(phrase, language)
        holidays[entry] = tuple(dict.fromkeys((*holidays.get(entry, ()), holiday)))
    listed = {kind: _take_in(file, vocabulary) for kind, file in files.items()}
    _spread_over_families(by_entry, vocabulary)
    currencies = vocabulary.family(listed["money"][1]["currency"])
    numbers = replace(numbers, currencies=currencies)
    names = _names_and_citizens(by_entry, listed["citizenship"][0])
    # Ordinary words are entries, and what is an entry is never taken for a slip.
    times = set(listed["when"][0]["misspelt"]).difference(listed["when"][0]["ordinary"])
    short = listed["citizenship"][0]["misspelt"]
    adjectives = [entry for entry in names if _is_adjective(by_entry.get(entry))]
    vocabulary.expect_typos(names, currencies, times, short, adjectives)
    books = {
        kind: _book(folder / f"{kind}.yml", files[kind], *listed[kind], vocabulary, months)
        for kind in PHRASE_FILES
    }
    return Lexicon(vocabulary, by_entry, kazakh, numbers, books, holidays, weekdays, months)


def _mentions(vocabulary: Vocabulary) -> tuple[dict[str, Mention], dict[str, Mention]]:
    """Mentions of countries by entry, and those of Kazakh that others mean another country by.

    Those that are everyday words too stand under their own label.
    """
    by_entry: dict[str, Mention] = {}
    kazakh: dict[str, Mention] = {}
    for mention in mentions():
        entry = vocabulary.add(mention.phrase, mention.language)
        first = by_entry.setdefault(entry, mention)
        if mention.language == "kk" and first.country != mention.country:
            kazakh.setdefault(entry, mention)
    for phrase, language in homographs():
        entry = vocabulary.add(phrase, language)
        if entry in by_entry:
            by_entry[entry] = replace(by_entry[entry], label="HOMOGRAPH")
    return by_entry, kazakh


def _spread_over_families(by_entry: dict[str, Mention], vocabulary: Vocabulary) -> None:
    """A form another list writes out (китайских) mentions what its "*" entry does."""
    for entry in list(vocabulary.phrases.values()):
        covering = None if entry in by_entry or " " in entry else vocabulary.prefix_entry(entry)
        if covering in by_entry and not entry.endswith("*"):
            by_entry[entry] = by_entry[covering]


def _names_and_citizens(
    by_entry: Mapping[str, Mention], lists: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Words whose misspelling costs the meaning of the message."""
    return frozenset(chain(by_entry, lists["citizen"])).difference(lists["ordinary"])


def _is_adjective(mention: Mention | None) -> bool:
    return mention is not None and mention.label == "ADJ"


_Lists = dict[str, tuple[str, ...]]
_Meanings = dict[str, dict[str, str]]


def _take_in(file: PhraseFile, vocabulary: Vocabulary) -> tuple[_Lists, _Meanings]:
    """Teach the vocabulary all words of a file."""
    lists = {name: vocabulary.add_words(words) for name, words in file.words.items()}
    meanings = {
        section: {
            entry: value for value, words in values.items() for entry in vocabulary.add_words(words)
        }
        for section, values in file.meanings.items()
    }
    for word in pattern_words(file.patterns):
        vocabulary.add(word, "any")
    return lists, meanings


def _book(
    path: Path,
    file: PhraseFile,
    lists: _Lists,
    meanings: _Meanings,
    vocabulary: Vocabulary,
    months: Mapping[str, int],
) -> PhraseBook:
    """The lists with all entries that their words cover, now that all files are read."""
    named = {"month": tuple(months)} | lists
    for section, entries in meanings.items():
        named[section] = tuple(chain(named.get(section, ()), entries))
    return PhraseBook(
        path=path,
        lists={name: vocabulary.family(entries) for name, entries in named.items()},
        meanings=meanings,
        groups=file.patterns,
    )
