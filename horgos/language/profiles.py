"""The counted language profiles of one script, as one table of log probabilities."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import langdetect
import numpy as np
from numpy.typing import NDArray

from horgos.language.everyday import everyday_words, in_every_spelling
from horgos.language.ngrams import grams
from horgos.language.scripts import LONGEST_WORD
from horgos.language.yaml_files import HERE, DataFileError, load_mapping, mapping_at, words_at

PROFILES = HERE / "profiles"
STOCK = Path(langdetect.__file__).parent / "profiles"
SETTINGS = HERE / "detection.yml"
# A list of common words beside the profile of the same name.
WORD_LIST = "-words.txt"
# langdetect's smoothing: half of one in 10,000, the share below which it leaves n-grams out.
GRAM_FLOOR = 0.5e-4
WORD_FLOOR = 2e-4
# What one word can say against a language, in nats: a long loan word does not outweigh a sentence.
MOST_PER_WORD = 25.0
# An everyday word weighs 9 nats more for its language.
EVERYDAY_FACTOR = np.exp(9)
# A word on the list of common ones weighs 4 nats more: enough where a word or two must tell, too
# little to outweigh another language's everyday word (set on data/validation cut to pieces).
COMMON_FACTOR = np.exp(4)
# What the letters of a word at most say against a language whose lists hold it, in nats: "key" and
# "post" look like other languages' words (set on sentences held out from the profiles).
MOST_AGAINST_LISTED = 3.0
# A makeshift spelling this common as a word of another of our languages proves nothing.
SHARED_ABOVE = 2 * WORD_FLOOR


@dataclass(frozen=True)
class Label:
    """What a profile stands for.

    Attributes:
        name: the profile's name.
        language: one of ours, or None for a language to be told from ours.
        makeshift: whether it is a spelling without an alphabet of its own.
    """

    name: str
    language: str | None
    makeshift: bool

    @property
    def is_first(self) -> bool:
        """Whether it is the first spelling of its language, from which others are made by rule."""
        return self.name == self.language


@dataclass(frozen=True)
class Profile:
    """Counts of n-grams and of whole words, in langdetect's format, everyday and common words."""

    frequency: Mapping[str, int]
    totals: Sequence[int]
    words: Mapping[str, int]
    word_total: int
    everyday: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True)
class Table:
    """Log probabilities of features (rows) under labels (columns).

    Attributes:
        labels: the columns.
        grams: row of each n-gram.
        words: row of each whole word.
        logs: natural logarithms; its last row is an n-gram no profile has.
        listed: columns of ours whose word lists hold a word; where it is everyday, only those.
    """

    labels: tuple[Label, ...]
    grams: Mapping[str, int]
    words: Mapping[str, int]
    logs: NDArray[np.float32]
    listed: Mapping[str, Sequence[int]]

    def rows_of(self, word: str) -> tuple[int, ...]:
        """Rows of the features of one lower-case word."""
        unknown = len(self.logs) - 1
        rows = [self.grams.get(gram, unknown) for gram in grams(word)]
        if word in self.words:
            rows.append(self.words[word])
        return tuple(rows)


def scores(script: str, words: Sequence[str]) -> NDArray[np.float32]:
    """Log likelihood of lower-case words under each label of the script, relative to the best.

    Returns:
        One row a word; 0 for the label it fits best, and never less than -MOST_PER_WORD, nor
        than -MOST_AGAINST_LISTED for a language that lists it.
    """
    words = [word[:LONGEST_WORD] for word in words]
    rows = [_rows_of(script, word) for word in words]
    starts = np.cumsum([0, *map(len, rows[:-1])])
    found = np.add.reduceat(table(script).logs[[row for word in rows for row in word]], starts)
    found = np.maximum(found - found.max(axis=1, keepdims=True), -MOST_PER_WORD)
    for word, row in zip(words, found, strict=True):
        listed = list(table(script).listed.get(word, ()))
        row[listed] = np.maximum(row[listed], -MOST_AGAINST_LISTED)
    return np.asarray(found)


@lru_cache(maxsize=16384)
def _rows_of(script: str, word: str) -> tuple[int, ...]:
    return table(script).rows_of(word)


@cache
def table(script: str) -> Table:
    """The profiles of a script: Cyrl, Latn or Arab.

    Raises:
        DataFileError: detection.yml or a profile cannot be used.
    """
    settings = load_mapping(SETTINGS)
    entries = mapping_at(SETTINGS, mapping_at(SETTINGS, settings, "labels"), script)
    stock = words_at(SETTINGS, mapping_at(SETTINGS, settings, "stock"), script)
    labels = [_label(name, entry) for name, entry in entries.items()]
    labels += [Label(name, None, False) for name in stock]
    profiles = [_read(PROFILES / f"{name}.json") for name in entries]
    profiles += [_read(STOCK / name) for name in stock]
    return _table(tuple(labels), profiles)


def _label(name: str, entry: Any) -> Label:
    if not isinstance(entry, dict) or set(entry) - {"language", "makeshift"}:
        raise DataFileError(f"{SETTINGS}: labels: {name}: only language and makeshift are expected")
    return Label(name, entry.get("language"), bool(entry.get("makeshift")))


def _read(path: Path) -> Profile:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Profile(
            _folded(data["freq"]) if path.parent == STOCK else data["freq"],
            data["n_words"],
            data.get("words", {}),
            data.get("word_total", 1),
            everyday_words().get(path.stem, frozenset()),
            common_words().get(path.stem, frozenset()),
        )
    except (OSError, ValueError, KeyError) as error:
        raise DataFileError(f"{path}: {error!r}") from error


@lru_cache(maxsize=1)
def common_words() -> dict[str, frozenset[str]]:
    """The lists beside the profiles, in every spelling, by profile; most have none.

    Spellings made by rule give way to English words and to everyday pinyin ("my", "do", "ni").
    """
    listed = {
        path.name.removesuffix(WORD_LIST): frozenset(path.read_text(encoding="utf-8").split())
        for path in PROFILES.glob(f"*{WORD_LIST}")
    }
    written = everyday_words()["zh-pinyin"].union(*listed.values())
    spelled = in_every_spelling(listed)
    return {name: words if name in listed else words - written for name, words in spelled.items()}


def _folded(frequency: Mapping[str, int]) -> dict[str, int]:
    """Stock profiles count capitals apart; texts are compared in lower case."""
    folded: dict[str, int] = {}
    for gram, count in frequency.items():
        folded[gram.lower()] = folded.get(gram.lower(), 0) + count
    return folded


def _table(labels: tuple[Label, ...], profiles: Sequence[Profile]) -> Table:
    gram_rows = _rows([profile.frequency for profile in profiles], 0)
    word_rows = _rows(
        [{**p.words, **dict.fromkeys(p.everyday | p.common, 0)} for p in profiles], len(gram_rows)
    )
    shares = np.full((len(gram_rows) + len(word_rows) + 1, len(labels)), GRAM_FLOOR)
    shares[len(gram_rows) : -1] = WORD_FLOOR
    for column, profile in enumerate(profiles):
        totals = np.array(profile.totals)[[len(gram) - 1 for gram in profile.frequency]]
        rows = [gram_rows[gram] for gram in profile.frequency]
        shares[rows, column] += np.array(list(profile.frequency.values())) / totals
        rows = [word_rows[word] for word in profile.words]
        shares[rows, column] += np.array(list(profile.words.values())) / profile.word_total
    _lift_common_words(shares, labels, profiles, word_rows)
    _lift_everyday_words(shares, labels, profiles, word_rows)
    logs = np.log(shares).astype(np.float32)
    return Table(labels, gram_rows, word_rows, logs, _listed(labels, profiles))


def _listed(labels: tuple[Label, ...], profiles: Sequence[Profile]) -> dict[str, tuple[int, ...]]:
    """Columns of our languages whose lists hold a word; an everyday word is nobody else's."""
    everyday: defaultdict[str, list[int]] = defaultdict(list)
    common: defaultdict[str, list[int]] = defaultdict(list)
    for column, (label, profile) in enumerate(zip(labels, profiles, strict=True)):
        if label.language is not None:
            for word in profile.everyday:
                everyday[word].append(column)
            for word in profile.common:
                common[word].append(column)
    return {word: tuple(columns) for word, columns in {**common, **everyday}.items()}


def _rows(counted: Sequence[Mapping[str, int]], first: int) -> dict[str, int]:
    features = sorted({feature for counts in counted for feature in counts})
    return {feature: first + row for row, feature in enumerate(features)}


def _lift_common_words(
    shares: NDArray[np.float64],
    labels: tuple[Label, ...],
    profiles: Sequence[Profile],
    word_rows: Mapping[str, int],
) -> None:
    """Give common words more weight against our other languages.

    Not against languages that are none of ours: German shares "in", "am" and "name" with English.
    """
    lifted = np.zeros(shares.shape, dtype=bool)
    lifted[:, [label.language is None for label in labels]] = True
    for profile, label in zip(profiles, labels, strict=True):
        rows = [word_rows[word] for word in profile.common]
        columns = [n for n, other in enumerate(labels) if other.language == label.language]
        lifted[np.ix_(rows, columns)] = True
    any_common = lifted[:, [label.language is not None for label in labels]].any(axis=1)
    shares[lifted & any_common[:, None]] *= COMMON_FACTOR


def _lift_everyday_words(
    shares: NDArray[np.float64],
    labels: tuple[Label, ...],
    profiles: Sequence[Profile],
    word_rows: Mapping[str, int],
) -> None:
    """Give everyday words more weight, unless they are listed for another of our languages.

    Spellings made by rule also give way to words counted in another of our languages ("no", "to"),
    and take nothing from words listed as written ("zone" is зоне as well).
    """
    for column, profile in enumerate(profiles):
        others = [
            other
            for other, label in enumerate(labels)
            if label.language and label.language != labels[column].language
        ]
        claims = [n for n in others if not labels[column].is_first or labels[n].is_first]
        claimed = frozenset[str]().union(*(profiles[n].everyday for n in claims))
        for word in profile.everyday - claimed:
            row = word_rows[word]
            if not labels[column].makeshift or all(shares[row, others] < SHARED_ABOVE):
                shares[row, column] *= EVERYDAY_FACTOR
