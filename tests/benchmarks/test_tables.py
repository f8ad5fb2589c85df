import pytest

from benchmarks.tables import (
    Number,
    Row,
    Share,
    Table,
    as_markdown,
    as_text,
    from_data,
    grouped,
    shares_table,
    to_data,
)

TABLE = Table(
    "Speed",
    ("ours", "stock", "target"),
    (
        Row("p50, ms", (Number(12.345, 1), Number(1234.5, 1), "≤ 20")),
        Row("right", (Share(2, 3), None, None)),
    ),
    "Measured.",
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Share(2, 3), "66.7 %"),
        (Share(0, 0), "–"),
        (Number(12.345, 1), "12.3"),
        (Number(12345.6, 0), "12,346"),
    ],
)
def test_cells_as_people_read_them(cell: Share | Number, shown: str) -> None:
    assert str(cell) == shown


def test_text_has_columns_of_equal_width() -> None:
    lines = as_text(TABLE).splitlines()
    assert [line.split() for line in lines[3:5]] == [
        ["p50,", "ms", "12.3", "1,234.5", "≤", "20"],
        ["right", "66.7", "%", "of", "3", "–", "–"],
    ]
    assert len({len(line) for line in lines[2:5]}) == 1
    assert (lines[0], lines[5]) == ("Speed", "Measured.")


def test_markdown_is_a_pipe_table() -> None:
    assert as_markdown(TABLE).splitlines()[2:] == [
        "|  | ours | stock | target |",
        "| --- | ---: | ---: | ---: |",
        "| p50, ms | 12.3 | 1,234.5 | ≤ 20 |",
        "| right | 66.7 % of 3 | – | – |",
        "",
        "Measured.",
    ]


def test_what_is_kept_as_data_comes_back() -> None:
    assert from_data(to_data(TABLE)) == TABLE


def test_a_row_too_short_is_no_table() -> None:
    with pytest.raises(ValueError, match=r"Wrong, one: 1 cells"):
        Table("Wrong", ("a", "b"), (Row("one", (None,)),))


def test_shares_of_the_same_questions_have_their_count_beside_them() -> None:
    rows = {"en": {"ours": Share(1, 2), "stock": Share(2, 2)}}
    table = shares_table("Topics", rows, {"en": "≥ 92 %"})
    assert table.columns == ("n", "ours", "stock", "target")
    assert table.rows == (Row("en", (Number(2, 0), Share(1, 2), Share(2, 2), "≥ 92 %")),)


def test_shares_of_different_questions_each_say_of_how_many() -> None:
    table = shares_table("Entities", {"en": {"money": Share(1, 2), "none": Share(8, 9)}}, {})
    assert table.columns == ("money", "none")
    assert "50.0 % of 2" in as_text(table)


def test_groups_are_in_order_and_all_comes_last() -> None:
    groups = grouped(["b1", "a1", "b2"], lambda item: item[0])
    assert list(groups.items()) == [("a", [1]), ("b", [0, 2]), ("all", [0, 1, 2])]
