"""A statement of the facts file as a sentence in the reader's language."""

from __future__ import annotations

from horgos.answers.answer import Line
from horgos.answers.figures import dated, figure
from horgos.answers.locale import Locale
from horgos.facts.model import Fact, Role, Source, Statement, Status
from horgos.language.forms import WrittenForm


def state(fact: Fact, statement: Statement, locale: Locale, form: WrittenForm) -> Line:
    """The statement as a line.

    A wording written by hand for the form (``kk-Arab``) is taken as it is; otherwise the
    language's wording, which is converted to the form at the very end.
    """
    template = statement.wording.get(form.code) or statement.wording[locale.language]
    parts = {name: figure(value, locale) for name, value in statement.values.items()}
    return Line(template.format(**parts), statement.role, fact, statement)


def named_source(source: Source, locale: Locale) -> str:
    """Publisher and date, as precise as known."""
    publisher = source.publisher_in(locale.language)
    if source.date is None:
        return publisher
    date = dated(source.date, locale)
    return locale.say("source_with_date", publisher=publisher, date=date)


def source_line(statements: list[Statement], locale: Locale) -> str | None:
    """One short line naming the first source of each statement, and weak statuses by word.

    A source that several statements rest on is named once, with the weakest of their statuses.
    What is not known rests on none, whatever was read about it.
    """
    resting: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.status is Status.UNKNOWN:
            continue
        if statement.sources and statement.role in (Role.ANSWER, Role.OVER):
            resting.setdefault(statement.sources[0].id, []).append(statement)
    named = [_with_status(found, locale) for found in resting.values()]
    return locale.say("source", sources=locale.list_joiner.join(named)) if named else None


def _with_status(statements: list[Statement], locale: Locale) -> str:
    text = named_source(statements[0].sources[0], locale)
    status = Status.weakest([statement.status for statement in statements])
    if status is Status.CONFIRMED:
        return text
    word = locale.words.status[status.value]
    return locale.say("source_with_status", source=text, status=word)
