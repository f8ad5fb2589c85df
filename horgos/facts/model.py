"""Facts as values: what the rest of the guide sees of the facts file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from horgos.facts.dates import PartialDate
from horgos.facts.values import Value


class Status(str, Enum):
    """How sure a statement is; the order of members is from surest to weakest.

    confirmed: an official text, or two independent sources of grade O or N that agree.
    reported: one press report.
    planned: announced, not yet there on the word of its source.
    unconfirmed: old, or contradicted, or of unclear origin.
    unknown: nobody has published it.
    """

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"

    @classmethod
    def weakest(cls, statuses: Iterator[Status] | list[Status]) -> Status:
        """The weakest of some statuses; ``unknown`` when there are none."""
        order = list(cls)
        return max(statuses, key=order.index, default=cls.UNKNOWN)


class Role(str, Enum):
    """Where a statement stands in a reply.

    answer: comes first and is always said. more: said when there is room. caveat: said after
    the answer. over: said only to a visitor who is above a limit.
    """

    ANSWER = "answer"
    MORE = "more"
    CAVEAT = "caveat"
    OVER = "over"


@dataclass(frozen=True)
class Source:
    """A publication a statement rests on.

    Attributes:
        id: Stable id, such as ``tvb-2025-11-01``.
        publisher: Publisher's name by language; ``en`` is always there.
        title: Title as published.
        date: Date of publication; None where the source shows none.
        url: Address, where there is one.
        grade: O official, N press agency or newspaper, M re-post of a press text.
    """

    id: str
    publisher: Mapping[str, str]
    title: str
    date: PartialDate | None
    url: str | None
    grade: str

    def publisher_in(self, language: str) -> str:
        """The publisher's name as readers of a language know it."""
        return self.publisher.get(language, self.publisher["en"])


@dataclass(frozen=True)
class Statement:
    """One thing a fact says, with its own status, sources and age.

    Attributes:
        id: Unique within its fact.
        role: Where it stands in a reply.
        status: How sure it is.
        sources: What it rests on, the most telling first.
        as_of: The day it was known to hold.
        review_by: After this day the reply says that it may have changed.
        values: Typed values by placeholder name.
        wording: Text with placeholders, by language code, or by written form (an override).
        audience: ISO 3166 codes of the citizens it is about, ``other`` for all the rest;
            empty for everybody.
        differs_from: Ids of statements of the same fact it does not agree with.
    """

    id: str
    role: Role
    status: Status
    sources: tuple[Source, ...]
    as_of: date
    review_by: date | None
    values: Mapping[str, Value]
    wording: Mapping[str, str]
    audience: tuple[str, ...] = ()
    differs_from: tuple[str, ...] = ()

    def is_for(self, citizenships: tuple[str, ...], named: tuple[str, ...]) -> bool:
        """Whether it concerns somebody with these citizenships.

        Args:
            citizenships: What is known of the visitor; empty when nothing is.
            named: All citizenships the facts file knows by name; the rest are ``other``.
        """
        if not self.audience:
            return True
        groups = {code if code in named else "other" for code in citizenships}
        return bool(groups & set(self.audience))

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been reviewed before today."""
        return self.review_by is not None and self.review_by < today


@dataclass(frozen=True)
class Fact:
    """An id the outside relies on, and the statements made under it.

    Attributes:
        id: Contract id, such as ``zone.area``.
        topic: Topic it answers, such as ``about_zone``.
        asked: The narrower question that asks for just this fact (``area`` of the intent
            ``about_zone/area``); None when the topic as a whole asks for it.
        in_overview: Whether it belongs in the answer to the topic as a whole.
        statements: In the order they are said.
    """

    id: str
    topic: str
    asked: str | None
    in_overview: bool
    statements: tuple[Statement, ...]

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id.

        Raises:
            KeyError: There is none.
        """
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(f"{self.id} has no statement {statement_id!r}")


@dataclass(frozen=True)
class Facts:
    """All facts of one good facts file."""

    by_id: Mapping[str, Fact]
    sources: Mapping[str, Source]

    def __getitem__(self, fact_id: str) -> Fact:
        return self.by_id[fact_id]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.by_id.values())

    def of_topic(self, topic: str, asked: tuple[str, ...] = ()) -> tuple[Fact, ...]:
        """Facts that answer a topic: those asked for by name, else its overview, else all."""
        mine = [fact for fact in self if fact.topic == topic]
        chosen = [fact for fact in mine if fact.asked in asked and fact.asked]
        overview = [fact for fact in mine if fact.in_overview]
        return tuple(chosen or overview or mine)

    @property
    def named_citizenships(self) -> tuple[str, ...]:
        """Citizenships some statement is about by name."""
        codes = {code for fact in self for s in fact.statements for code in s.audience}
        return tuple(sorted(codes - {"other"}))
