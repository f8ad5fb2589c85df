"""What stands in the facts file: every statement with its figures, and every source."""

from __future__ import annotations

from collections.abc import Iterator

from horgos.answers.locale import Locale
from horgos.answers.phrasebook.page import Entry
from horgos.answers.wording import named_source, state
from horgos.facts.model import Facts
from horgos.language.conversion import write
from horgos.language.forms import WrittenForm


def statements(facts: Facts, locale: Locale, form: WrittenForm) -> Iterator[Entry]:
    """Every statement of every fact, as a visitor reads it."""
    for fact in facts:
        for statement in fact.statements:
            text = write(state(fact, statement, locale, form).text, form)
            yield Entry((f"{fact.id} {statement.id}",), (text,))


def source_names(facts: Facts, locale: Locale, form: WrittenForm) -> Iterator[Entry]:
    """Every source, as the source line names it."""
    for source in facts.sources.values():
        yield Entry((source.id,), (write(named_source(source, locale), form),))
