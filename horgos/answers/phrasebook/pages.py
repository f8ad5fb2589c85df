"""The pages of the phrasebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from horgos.answers.guide import Guide
from horgos.answers.phrasebook.answers import answers
from horgos.answers.phrasebook.listening import listening_to
from horgos.answers.phrasebook.page import Section, page
from horgos.answers.phrasebook.sentences import button_titles, own_sentences, words_around
from horgos.answers.phrasebook.statements import source_names, statements
from horgos.facts.model import Facts
from horgos.language.forms import WrittenForm


def pages(guide: Guide, facts: Facts) -> Iterator[tuple[str, str]]:
    """The code of every written form, with its page.

    Raises:
        LookupError: A sentence of the guide is said in none of the examples.
    """
    for form in guide.forms:
        yield form.code, page(form, _sections(guide, facts, form))


def _sections(guide: Guide, facts: Facts, form: WrittenForm) -> list[Section]:
    locale = listening_to(guide.locales[form.language])
    listened = replace(guide, locales={**guide.locales, form.language: locale})
    # The answers first: what is said in them fills the placeholders of the sentences.
    whole = list(answers(listened, facts, form))
    return [
        Section("The guide's own sentences", list(own_sentences(locale, form))),
        Section("Buttons", list(button_titles(guide.forms, locale, form))),
        Section("Words around numbers", list(words_around(locale, form))),
        Section("Statements of the facts file", list(statements(facts, locale, form))),
        Section("Sources", list(source_names(facts, locale, form))),
        Section("Whole answers", whole),
    ]
