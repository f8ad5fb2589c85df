from benchmarks.detection_summary import summary_tables
from benchmarks.detectors import load_langdetect_with_ours
from benchmarks.tables import Number, Share
from benchmarks.texts import OTHERS, Text

TARGETS = {"detection_of_all_forms": "more", "detection_of_plain_text": "near"}
TEXTS = [
    Text("сәлем", "kk", "", "w12", "kk"),
    Text("сәлем достар қалайсыңдар", "kk", "", "w35", "kk"),
    Text("salem", "kk_latin", "", "w12", "kk"),
    Text("merhaba", OTHERS, "", "w12", None),
]


def test_all_written_forms_count_and_other_languages_do_not() -> None:
    together, plain = summary_tables(TEXTS, {"ours": [True, True, False, False]}, TARGETS)
    assert {row.label: row.cells for row in together.rows} == {
        "1-2 words": (Number(2, 0), Share(1, 2), "more"),
        "3-5 words": (Number(1, 0), Share(1, 1), "more"),
    }
    assert {row.label: row.cells for row in plain.rows} == {
        "kk, 1-2 words": (Number(1, 0), Share(1, 1), "near"),
        "kk, 3-5 words": (Number(1, 0), Share(1, 1), "near"),
    }


def test_without_a_corpus_there_is_no_summary() -> None:
    assert summary_tables([], {"ours": []}, TARGETS) == []


def test_langdetect_reads_our_profiles() -> None:
    detect = load_langdetect_with_ours(("en", "kk", "ru", "zh"))
    spelt = [
        "WHERE IS THE SHOP",
        "қазақ тілі",
        "دۇكەن قايدا ورنالاسقان",
        "где находится магазин часов",
        "商店在哪里",
    ]
    assert [detect(text) for text in spelt] == ["en", "kk", "kk", "ru", "zh"]
    assert detect("12345") is None
