from pathlib import Path

import pytest

from horgos.answers.topics import load_topics
from horgos.language.yaml_files import DataFileError

GOOD = """
topics:
  port: {related: [shops], timed: [hours]}
  shops: {related: [port], priced: [], begun: [opened]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "topics.yml"


def test_topics_keep_their_order_and_what_times_ask_for(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    topics = load_topics(path)
    assert list(topics) == ["port", "shops"]
    assert topics.timed == {"port": ("hours",)}
    assert topics.priced == {"shops": ()}
    assert topics.begun == {"shops": ("opened",)}


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("related: [shops]", "relatd: [shops]", "topics: port: write {related"),
        (
            "priced: []",
            "often: 1",
            "topics: shops: write {related",
        ),
        ("timed: [hours]", "timed: hours", "topics: port: timed: a list of strings is expected"),
        ("related: [shops]", "related: [cinema]", "topics: port: related: 'cinema' is no topic"),
    ],
)
def test_a_broken_file_is_told_with_the_way_to_mend_it(
    path: Path, good: str, bad: str, told: str
) -> None:
    assert good in GOOD
    path.write_text(GOOD.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as fault:
        load_topics(path)
    assert str(path) in str(fault.value)
    assert told in str(fault.value)
