from benchmarks.asking import Reply
from benchmarks.heard import Heard
from benchmarks.tables import Share
from benchmarks.understanding_tables import MORE_WORDS, form_table
from tests.benchmarks.tiny import question

TARGETS = {"form_of_few_words": "≥ 97 %", "form_of_more_words": "≥ 99.5 %"}
ASKED = {
    "hello": "en-Latn",
    "opening hours": "ru-Cyrl",
    "when do you open": "en-Latn",
    "is it open": "kk-Latn",
    "until what hour may we stay in the shops": "en-Latn",
}


def test_all_from_three_words_on_have_a_row_and_its_bar() -> None:
    questions = [question(text=text) for text in ASKED]
    heard = Heard([Reply(frozenset(), None, form, 1.0) for form in ASKED.values()], ())
    table = form_table(questions, heard, TARGETS)
    shares = {row.label: row.cells[1:] for row in table.rows}
    assert shares == {
        "1-2 words": (Share(1, 2), "≥ 97 %"),
        "3-5 words": (Share(1, 2), "≥ 99.5 %"),
        "sentences": (Share(1, 1), "≥ 99.5 %"),
        "all": (Share(3, 5), None),
        MORE_WORDS: (Share(2, 3), "≥ 99.5 %"),
    }
