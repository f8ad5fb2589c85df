"""Phrase patterns of the lexicon, written as a translator can read them.

A pattern is a line of items with blanks between them:

    я             this word
    <citizen>     any word of the list `citizen`
    =<edge>       at the end of a pattern: any word of the list, only looked at
    -<goods>      any one term that is not in the list, or the edge of the message; at the end of
                  a pattern it only looks ahead
    NAME          a term with this label; LAND is a country or a place, WHO are its people,
                  CAPS also takes a HOMOGRAPH
    LAND.from     ... with this Kazakh ending; several with commas
    NUMBER        a number
    BEGIN END     the edges of the message
    ?  *  +       after an item: may be absent, any number, at least one
    @             before an item: what the pattern is about, if it is not the last label in it
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher
from spacy.vocab import Vocab

from horgos.entities.sentence import BEGIN, END, Sentence
from horgos.entities.vocabulary import Vocabulary

_LABELS = {
    "NAME": ("NAME",),
    "PLACE": ("PLACE",),
    "LAND": ("NAME", "PLACE"),
    "PEOPLE": ("PEOPLE",),
    "ADJ": ("ADJ",),
    "ETHNIC": ("ETHNIC",),
    "SETTLER": ("SETTLER",),
    "SHORT": ("SHORT",),
    "WHO": ("PEOPLE", "ADJ", "ETHNIC"),
    "CAPS": ("CAPS", "HOMOGRAPH"),
    "HOMOGRAPH": ("HOMOGRAPH",),
    "NUMBER": ("NUMBER",),
    "TIME": ("TIME",),
    "DATE": ("DATE",),
}
_ITEM = re.compile(
    r"(?P<about>@)?"
    r"(?:(?P<look>[-=])?<(?P<list>[a-z_]+)>"
    r"|(?P<edge>BEGIN|END)(?![A-Z])"
    rf"|(?P<label>{'|'.join(sorted(_LABELS, key=len, reverse=True))})(?:\.(?P<endings>[a-z_,]+))?"
    r"|(?P<word>[^<>@\s]+?))"
    r"(?P<many>[?*+])?"
)


class PatternError(ValueError):
    """A pattern cannot be read; the message names it."""


@dataclass(frozen=True)
class Found:
    """Where a pattern fits.

    Attributes:
        name: the name of the group of patterns.
        start: first token of the Doc; the edges of the message are left out.
        end: the token after the last.
        about: the token the pattern is about; None when it has no label.
    """

    name: str
    start: int
    end: int
    about: int | None


@dataclass(frozen=True)
class _Item:
    """One item of a pattern, as spaCy wants it."""

    spec: dict[str, Any]
    has_label: bool
    is_marked: bool
    is_edge: bool  # of the message, or a term that is only looked at


@dataclass(frozen=True)
class _Compiled:
    """What the matcher does not keep of a pattern."""

    name: str
    subject: int | None
    from_edge: bool
    to_edge: bool


class Patterns:
    """Groups of patterns over the same word lists."""

    def __init__(
        self,
        vocab: Vocab,
        vocabulary: Vocabulary,
        lists: Mapping[str, frozenset[str]],
        groups: Mapping[str, Sequence[str]],
    ) -> None:
        """Compile the patterns.

        Args:
            vocab: of the Docs to be searched.
            vocabulary: where plain words of the patterns are looked up.
            lists: entries by the name of their list.
            groups: patterns by the name of their group.

        Raises:
            PatternError: a pattern names a list there is none of, or cannot be read.
        """
        self._matcher = Matcher(vocab)
        self._vocab = vocab
        self._compiled: dict[str, _Compiled] = {}
        for name, patterns in groups.items():
            for number, pattern in enumerate(patterns):
                items = [self._item(item, pattern, vocabulary, lists) for item in pattern.split()]
                key = f"{name}:{number}"
                self._compiled[key] = _Compiled(
                    name, _subject(items), _is_edge(items[0]), _is_edge(items[-1])
                )
                self._matcher.add(key, [[item.spec for item in items]])

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """All places where a pattern fits, longest first, then in order of the text."""
        # spaCy's stubs know the matches without alignments only.
        matches: list[Any] = self._matcher(sentence.doc, with_alignments=True)
        found: list[Found] = []
        for key, start, end, alignment in matches:
            pattern = self._compiled[self._vocab.strings[key]]
            about = None if pattern.subject is None else _aligned(alignment, pattern.subject, start)
            if pattern.subject is None or about is not None:
                first, last = start + pattern.from_edge, end - pattern.to_edge
                found.append(Found(pattern.name, first, last, about))
        return iter(sorted(found, key=lambda match: (match.start - match.end, match.start)))

    def _item(
        self, text: str, pattern: str, vocabulary: Vocabulary, lists: Mapping[str, frozenset[str]]
    ) -> "_Item":
        item = _ITEM.fullmatch(text)
        if item is None:
            raise PatternError(f"{pattern!r}: cannot read {text!r}")
        spec: dict[str, Any] = {}
        if item["list"] is not None:
            if item["list"] not in lists:
                raise PatternError(f"{pattern!r}: there is no list {item['list']!r}")
            among = "NOT_IN" if item["look"] == "-" else "IN"
            spec["NORM"] = {among: sorted(lists[item["list"]])}
        elif item["edge"] is not None:
            spec["NORM"] = BEGIN if item["edge"] == "BEGIN" else END
        elif item["label"] is not None:
            spec["ENT_TYPE"] = {"IN": list(_LABELS[item["label"]])}
            if item["endings"] is not None:
                spec["TAG"] = {"IN": item["endings"].split(",")}
        else:
            spec["NORM"] = vocabulary.add(item["word"], "any")
        if item["many"] is not None:
            spec["OP"] = item["many"]
        return _Item(
            spec,
            has_label=item["label"] is not None,
            is_marked=item["about"] is not None,
            is_edge=item["edge"] is not None or item["look"] is not None,
        )


def pattern_words(groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The plain words of patterns, which the vocabulary must know before anything is matched."""
    for patterns in groups.values():
        for pattern in patterns:
            for text in pattern.split():
                item = _ITEM.fullmatch(text)
                if item is not None and item["word"] is not None:
                    yield item["word"]


def _subject(items: Sequence[_Item]) -> int | None:
    """Which item a pattern is about: the marked one, else the last one with a label."""
    for number, item in enumerate(items):
        if item.is_marked:
            return number
    labelled = [number for number, item in enumerate(items) if item.has_label]
    return labelled[-1] if labelled else None


def _is_edge(item: _Item) -> bool:
    return item.is_edge and "OP" not in item.spec


def _aligned(alignment: Sequence[int], subject: int, start: int) -> int | None:
    """The token that an item fitted; None when the item may be absent and was."""
    return start + alignment.index(subject) if subject in alignment else None
