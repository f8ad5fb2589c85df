import importlib.util
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

from horgos.language.detection import detect
from horgos.language.everyday import everyday_words, is_neutral
from horgos.language.ngrams import grams
from horgos.language.profiles import PROFILES, table
from horgos.language.scripts import words_of

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "build_language_profiles.py"
FILES = sorted(PROFILES.glob("*.json"))


def script_hash() -> str:
    spec = importlib.util.spec_from_file_location("build_language_profiles", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.script_hash()


def test_profiles_were_counted_by_the_script_as_it_is():
    recorded = (PROFILES / "script.sha256").read_text(encoding="utf-8").strip()
    assert recorded == script_hash(), "run scripts/build_language_profiles.py"


def test_profiles_stay_small():
    assert len(FILES) == 16
    assert sum(path.stat().st_size for path in FILES) < 1_500_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_langdetect_itself_can_load_the_profile(path):
    factory = DetectorFactory()
    factory.add_profile(_profile(json.loads(path.read_text(encoding="utf-8"))), 0, 1)
    assert factory.get_lang_list() == [path.stem]


def _profile(data):
    from langdetect.utils.lang_profile import LangProfile

    return LangProfile(data["name"], data["freq"], data["n_words"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_profiles_hold_counts_of_short_pieces_only(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {"name", "freq", "n_words", "words", "word_total"}
    assert all(1 <= len(gram) <= 3 for gram in data["freq"])
    assert not any(" " in word for word in data["words"])


@given(st.text(alphabet="abzéşğңқөжщыабв中文日كەءى' -8", max_size=30))
def test_ngrams_are_those_of_langdetect(text):
    separated = " ".join(word for word, _ in words_of(text))
    counter, theirs = NGram(), []
    for character in separated + " ":
        counter.add_char(character)
        theirs += [gram for n in (1, 2, 3) if (gram := counter.get(n)) is not None and gram != " "]
    ours = [gram for word, _ in words_of(text) for gram in grams(word)]
    assert sorted(ours) == sorted(theirs)


@pytest.mark.parametrize("script", ["Cyrl", "Latn", "Arab"])
def test_every_feature_has_a_likelihood_under_every_label(script):
    found = table(script)
    assert found.logs.shape == (len(found.grams) + len(found.words) + 1, len(found.labels))
    assert {label.language for label in found.labels} <= {"kk", "ru", "en", "zh", None}


def test_everyday_words_come_in_every_spelling():
    words = everyday_words()
    assert "қайда" in words["kk"]
    assert "кайда" in words["kk-letterless"]
    assert "قايدا" in words["kk-arab"]
    assert {"qayda", "kaida"} <= words["kk-makeshift"]
    assert "skolko" in words["ru-translit"]


@pytest.mark.parametrize(
    ("word", "neutral"),
    [
        ("хоргос", True),
        ("хоргосе", True),
        ("қорғасқа", True),
        ("almaty", True),
        ("wechat", True),
        ("ok", True),
        ("okna", False),
        ("қайда", False),
        ("хоргосскийский", False),
    ],
)
def test_names_say_nothing_about_the_language(word, neutral):
    assert is_neutral(word) is neutral


@pytest.mark.parametrize(
    ("name", "least", "most", "letters"),
    [
        ("en", 24_600, 24_700, "[a-z']+"),
        ("kk", 8_900, 9_000, "[а-яёәғқңөұүһі]+"),
        ("ru", 19_600, 19_700, "[а-яё]+"),
    ],
)
def test_the_common_words_are_as_many_as_the_script_writes_and_in_order(name, least, most, letters):
    """wordfreq's data do not change with its pinned version; its lists are not loaded here."""
    words = (PROFILES / f"{name}-words.txt").read_text(encoding="utf-8").splitlines()
    assert least < len(words) <= most
    assert words == sorted(set(words))
    assert all(re.fullmatch(letters, word) for word in words)


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("silk scarf", "en"),
        ("market days", "en"),
        ("lost photos", "en"),
        ("kilos max", "en"),
        ("Samsung и", "ru"),
        ("Adidas бар ма", "kk"),
        ("rynok segodnya", "ru"),
        ("bazar ashyk pa", "kk"),
        ("mai yaopin", "zh"),
        ("zone size", "en"),
        ("ты дурак", "ru"),
        ("ti bot?", "ru"),
        ("бесплатнй там?", "ru"),
    ],
)
def test_a_word_or_two_are_told_by_the_common_words(text, tongue):
    assert detect(text).language == tongue
