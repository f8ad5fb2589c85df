"""Long texts parted where a reader would pause."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from horgos.channels.messaging.splitting import (
    cut,
    in_utf8,
    in_utf16,
    split,
    utf8_bytes,
    utf16_units,
)

KAZAKH = "Бірінші сөйлем. Екінші «сөйлем!» Үшінші?\n\nЖаңа абзац."
CHINESE = "你好。我是中国人！可以带多少“东西？”很多，很多。"
ARABIC = "بىرىنشى سويلەم. ەكىنشى سويلەم؟ ءۇشىنشى."
FAMILY = "👨\u200d👩\u200d👧\u200d👦"

PARTED = [
    ("short", 10, ["short"]),
    (KAZAKH, 60, [KAZAKH]),
    (KAZAKH, 45, ["Бірінші сөйлем. Екінші «сөйлем!» Үшінші?", "Жаңа абзац."]),
    (KAZAKH, 25, ["Бірінші сөйлем.", "Екінші «сөйлем!» Үшінші?", "Жаңа абзац."]),
    ("One line\nand another line", 18, ["One line", "and another line"]),
    (CHINESE, 12, ["你好。我是中国人！", "可以带多少“东西？”", "很多，很多。"]),
    ("很多很多，很多很多，很多", 6, ["很多很多，", "很多很多，", "很多"]),
    (ARABIC, 20, ["بىرىنشى سويلەم.", "ەكىنشى سويلەم؟", "ءۇشىنشى."]),
    ("no pause for long", 4, ["no", "paus", "e", "for", "long"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("", 4, []),
]


@pytest.mark.parametrize(("text", "limit", "parts"), PARTED)
def test_a_text_is_parted_at_the_best_pause(text: str, limit: int, parts: list[str]) -> None:
    assert split(text, limit, len) == parts


@given(st.text(st.sampled_from("aбқ你。.!? \n👍é\u0301"), max_size=80), st.integers(8, 30))
def test_nothing_is_lost_and_no_part_is_too_long(text: str, limit: int) -> None:
    for parts, measure in (
        (in_utf16(text, limit), utf16_units),
        (in_utf8(text, 4 * limit), utf8_bytes),
    ):
        assert all(part and part == part.strip() for part in parts)
        bare = regex.sub(r"\s", "", text)
        assert regex.sub(r"\s", "", "".join(parts)) == bare
        floods = max(map(measure, regex.findall(r"\X", text)), default=0)
        assert floods > 8 or all(
            measure(part) <= (limit if measure is utf16_units else 4 * limit) for part in parts
        )


def test_what_is_one_character_to_a_reader_is_not_torn() -> None:
    assert in_utf16(FAMILY * 3, 12) == [FAMILY] * 3
    with pytest.raises(ValueError, match="does not fit into 10"):
        in_utf16(FAMILY, 10)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Режим работы", 20, "Режим работы"),
        ("Беспошлинный ввоз", 13, "Беспошлинный…"),
        ("Бажсыз шек, көлік", 13, "Бажсыз шек…"),
        ("往返口岸", 3, "往返…"),
    ],
)
def test_a_label_is_cut_with_an_ellipsis(text: str, limit: int, short: str) -> None:
    assert cut(text, limit, len) == short
