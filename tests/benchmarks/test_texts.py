from pathlib import Path

import pytest

from benchmarks.texts import OTHERS, Text, corpus_texts, question_texts
from tests.benchmarks.tiny import question

CORPUS = """set\tlanguage\tbucket\ttext
kk\tkk\tw12\tқазақ тілі
kk_deg\tkk\tw12\tказак
x_tr\ttr\tw35\tne zaman
"""


def test_kazakh_is_also_read_in_its_other_letters(tmp_path: Path) -> None:
    path = tmp_path / "corpus.tsv"
    path.write_text(CORPUS, encoding="utf-8")
    texts = corpus_texts(path, 1)
    assert [text.group for text in texts] == ["kk", "kk_arab", "kk_latin", "kk_deg", OTHERS]
    assert [text.language for text in texts] == ["kk", "kk", "kk", "kk", None]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("hello there", "w12"),
        ("when do you open", "w35"),
        ("when do you open on a Sunday", "sent"),
        ("几点开", "w12"),
        ("几点开门啊", "w35"),
        ("请问你们星期天几点开门", "sent"),
    ],
)
def test_length_counts_words_or_characters(text: str, length: str) -> None:
    asked = question(text=text)
    assert question_texts([asked]) == [Text(text, "en-Latn", "plain", length, "en")]


def test_a_wish_for_another_language_is_left_out() -> None:
    assert question_texts([question(topics=frozenset({"choose_language"}))]) == []
