"""The shape of the facts file: which keys there are and of what kind.

Meaning (placeholders, values, sources) is checked in ``checks``; here only structure.
"""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Extra, Field, StrictStr, validator

from horgos.facts.model import Role, Status


class _Shape(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class RawSource(_Shape):
    """A source as written: publisher is one name, or names by language."""

    publisher: StrictStr | dict[str, str]
    title: StrictStr
    date: object = Field(...)
    url: StrictStr | None = None
    grade: str = Field(regex="^[ONM]$")


class RawStatement(_Shape):
    """A statement as written."""

    role: Role = Role.ANSWER
    status: Status | None = None
    sources: tuple[str, ...] = ()
    as_of: date
    review_by: date | None = None
    values: dict[str, object] = Field(default_factory=dict)
    audience: tuple[str, ...] = ()
    differs_from: tuple[str, ...] = ()
    wording: dict[str, str]

    @validator("as_of", "review_by", pre=True)
    def _no_number(cls, value: object) -> object:
        """A year alone would be read as seconds since 1970."""
        if isinstance(value, (int, float)):
            raise ValueError("write the whole day, as in 2026-01-16")
        return value


class RawFact(_Shape):
    """A fact as written."""

    id: str = Field(regex=r"^[a-z_]+\.[a-z_]+$")
    topic: str = Field(regex="^[a-z_]+$")
    asked: str | None = None
    in_overview: bool = False
    statements: dict[str, RawStatement]
