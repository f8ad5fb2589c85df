from pathlib import Path

import pytest

from horgos.language.letter_rules import LetterRules, alphabet_rules, rules_from
from horgos.language.yaml_files import DataFileError


def test_first_rule_wins_and_sees_the_word_as_typed():
    rules = LetterRules([("sh", "ш"), ("(?<=s)x", "!"), ("s", "с"), ("h", "х")])
    assert rules.apply("shsxhq") == "шс!хq"


@pytest.mark.parametrize(
    ("entries", "named"),
    [
        (None, "a list"),
        ([], "a list"),
        ([["a"]], "entry 0"),
        ([["a", "b"], ["c", 1]], "entry 1"),
        ([["(", "b"]], "entry 0"),
        ([["(a)", "b"]], "groups"),
    ],
)
def test_errors_name_file_key_and_entry(entries, named):
    with pytest.raises(DataFileError) as caught:
        rules_from(Path("letters.yml"), "write", entries)
    assert "letters.yml: write" in str(caught.value)
    assert named in str(caught.value)


def test_a_missing_alphabet_is_named():
    with pytest.raises(DataFileError, match=r"klingon\.yml"):
        alphabet_rules("klingon", "write")
