"""The phrasebook holds all the guide can say, and the pages kept in docs/ are its latest.

After a change of wording on purpose: ``horgos phrasebook``.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from horgos.answers.phrasebook import pages
from horgos.facts import Facts
from horgos.language.conversion import write
from horgos.language.forms import WrittenForm
from tests.answers.conftest import FACTS, FORMS, GUIDE, ROOT

KEPT = ROOT / "docs" / "phrasebook"
PAGES = dict(pages(GUIDE, FACTS))


def section(form: WrittenForm, heading: str) -> str:
    """What stands on a page under a heading."""
    return PAGES[form.code].partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def names_of(text: str) -> set[str]:
    return {line.strip("`") for line in text.splitlines() if line.startswith("`")}


def test_there_is_a_page_for_each_of_the_seven_forms_and_no_other() -> None:
    assert list(PAGES) == [form.code for form in FORMS]
    assert len(PAGES) == 7
    assert {path.name for path in KEPT.iterdir()} == {f"{code}.md" for code in PAGES}


@pytest.mark.parametrize("code", PAGES)
def test_the_kept_page_is_current(code: str) -> None:
    kept = (KEPT / f"{code}.md").read_text(encoding="utf-8")
    assert kept == PAGES[code], "run: horgos phrasebook"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_every_sentence_of_the_locale_is_there(form: WrittenForm) -> None:
    text = section(form, "The guide's own sentences")
    sentences = GUIDE.locales[form.language].sentences

    assert names_of(text) == set(sentences)
    assert "{" not in text
    for sentence in sentences.values():
        assert "{" in sentence or f"> {write(sentence, form)}\n" in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_every_statement_is_there_with_its_figures(form: WrittenForm) -> None:
    text = section(form, "Statements of the facts file")

    assert names_of(text) == {f"{fact.id} {s.id}" for fact in FACTS for s in fact.statements}
    assert "{" not in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_buttons_words_and_sources_are_there(form: WrittenForm) -> None:
    locale = GUIDE.locales[form.language]
    titles = (*locale.buttons.ask.values(), *locale.buttons.citizenship.values())
    for title in (*titles, locale.buttons.language):
        assert f"> {write(title, form)}\n" in section(form, "Buttons")
    words = locale.words
    for word in (*words.sides.values(), *words.clocks.values(), *words.status.values()):
        assert f"> {write(word, form)}\n" in section(form, "Words around numbers")
    assert names_of(section(form, "Sources")) == set(FACTS.sources)


def test_the_main_questions_are_answered_whole() -> None:
    asked = names_of(section(FORMS["en-Latn"], "Whole answers"))
    for topic in GUIDE.topics:
        assert {f"{topic}: the topic as a whole", f"{topic}: after its review was due"} <= asked
    for citizenship in ("CN", "KZ", "other"):
        assert f"entry_documents: citizenship {citizenship}" in asked
        assert f"duty_free: citizenship {citizenship}" in asked
    for citizenship in ("CN", "other", "unknown"):
        for place in ("6000 CNY (below", "8000 CNY (at", "10000 CNY (over"):
            assert f"duty_free: citizenship {citizenship}, {place} the limit)" in asked
    assert "duty_free: citizenship KZ, 625 EUR (over the limit)" in asked


def test_an_answer_is_what_a_visitor_reads(asking) -> None:
    answer = asking.about("duty_free", form="kk-Arab", citizens=("CN",))
    for line in answer.messages[0].splitlines():
        assert f"> {line}\n" in section(FORMS["kk-Arab"], "Whole answers")


def test_a_sentence_no_example_says_is_an_error() -> None:
    english = GUIDE.locales["en"]
    unsaid = replace(english, sentences={**english.sentences, "new": "Bring {thing}."})
    guide = replace(GUIDE, locales={**GUIDE.locales, "en": unsaid})
    with pytest.raises(LookupError, match="'new'"):
        dict(pages(guide, FACTS))


def test_arabic_script_runs_from_right_to_left() -> None:
    assert '<div dir="rtl">' in PAGES["kk-Arab"]
    assert not [code for code, page in PAGES.items() if "rtl" in page and code != "kk-Arab"]


def test_a_changed_figure_changes_every_page() -> None:
    fact = FACTS["zone.established"]
    year = fact.statement("year")
    moved = replace(year, values={"year": fact.statement("day").values["day"]})
    changed = replace(fact, statements=(moved, *fact.statements[1:]))
    facts = Facts({**FACTS.by_id, fact.id: changed}, FACTS.sources)
    now = dict(pages(GUIDE, facts))
    assert not [code for code in PAGES if now[code] == PAGES[code]]
