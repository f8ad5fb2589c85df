import csv
import os
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from horgos.language.chinese import script_of
from horgos.language.detection import detect
from horgos.language.kazakh_arabic import to_arabic
from horgos.language.kazakh_latin import to_latin

BESIDE = Path(__file__).parents[3] / "shared" / "corpora"
FILE = Path(os.environ.get("HORGOS_CORPORA", BESIDE)) / "sib200-short.tsv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE} is not part of the project")

# Per cent of right reply languages in texts of 1-2 words, of 3-5 words and in sentences, some
# points below what was measured when the profiles were counted.
FLOORS = [
    ("kk", "kk", (93, 98, 99)),
    ("kk_deg", "kk", (92, 97, 99)),
    ("kk_arab", "kk", (94, 98, 99)),
    ("kk_latin", "kk", (91, 96, 99)),
    ("ru", "ru", (91, 97, 99)),
    ("en", "en", (94, 97, 99)),
    ("zh_hans", "zh", (99, 99, 99)),
    ("zh_hant", "zh", (99, 99, 99)),
    ("x_ky", None, (0, 75, 98)),
    ("x_uz", None, (0, 94, 98)),
    ("x_ug", None, (85, 96, 98)),
    ("x_tr", None, (40, 92, 98)),
    ("x_de", None, (10, 90, 98)),
    ("x_uk", None, (5, 88, 98)),
    ("x_mn", None, (0, 93, 98)),
    ("x_ar", None, (92, 97, 98)),
]


@cache
def texts():
    found = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["set"], row["bucket"]].append(row["text"])
    for bucket in ("w12", "w35", "sent"):
        found["kk_arab", bucket] = [to_arabic(text) for text in found["kk", bucket]]
        found["kk_latin", bucket] = [to_latin(text) for text in found["kk", bucket]]
    return found


@pytest.mark.parametrize(("name", "tongue", "floors"), FLOORS)
def test_detection_keeps_its_level(name, tongue, floors):
    for bucket, floor in zip(("w12", "w35", "sent"), floors, strict=True):
        sample = texts()[name, bucket]
        assert len(sample) == (150 if name.startswith("x_") else 300)
        right = sum(detect(text).language == tongue for text in sample)
        assert 100 * right / len(sample) >= floor, bucket


@pytest.mark.parametrize(("name", "other"), [("zh_hans", "Hant"), ("zh_hant", "Hans")])
def test_the_other_chinese_writing_is_rarely_told(name, other):
    sample = [text for bucket in ("w12", "w35", "sent") for text in texts()[name, bucket]]
    assert len(sample) == 900
    assert sum(script_of(text) == other for text in sample) <= 9
