"""Both heads learn, answer in probabilities, and are the same after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from horgos.nlu.heads import CharacterHead, EncoderHead, Readings
from tests.nlu.fakes import WordEncoder

TOY: dict[str, list[Readings]] = {
    "about_zone/area": [
        ("how big is the zone",),
        ("what is the area of the zone",),
        ("какая площадь зоны", "kakaya ploshchad zony"),
        ("площадь зоны большая",),
        ("合作区面积多大", "he zuo qu mian ji duo da"),
    ],
    "duty_free": [
        ("how much can i take out",),
        ("how much is duty free",),
        ("сколько можно вывезти", "skolko mozhno vyvezti"),
        ("сколько товаров можно вывезти",),
        ("免税额多少", "mian shui e duo shao"),
    ],
    "shopping_hours": [
        ("when do shops open",),
        ("when do the shops close",),
        ("когда открываются магазины", "kogda otkryvayutsya magaziny"),
        ("магазины открываются рано",),
        ("商店几点开门", "shang dian ji dian kai men"),
    ],
}
READ = [one for readings in TOY.values() for one in readings]
INTENTS = [intent for intent, readings in TOY.items() for _ in readings]
NEW: list[Readings] = [
    ("when do the big shops open",),
    ("магазины",),
    ("",),
    ("ўўў qqq",),
    ("open " * 300,),
]
Head = CharacterHead | EncoderHead


@dataclass(frozen=True)
class Kind:
    """How a head is taught and brought back."""

    learn: Callable[[], Head]
    load: Callable[[Path], Head]


KINDS = {
    "characters": Kind(lambda: CharacterHead.learn(READ, INTENTS), CharacterHead.load),
    "vectors": Kind(
        lambda: EncoderHead.learn(READ, INTENTS, WordEncoder()),
        lambda folder: EncoderHead.load(folder, WordEncoder()),
    ),
}
LEARNT = {name: kind.learn() for name, kind in KINDS.items()}

each_head = pytest.mark.parametrize("name", KINDS)


@each_head
def test_it_learns_its_questions(name: str) -> None:
    head = LEARNT[name]

    rows = head.probabilities(READ)

    assert head.classes == tuple(sorted(TOY))
    assert [head.classes[best] for best in rows.argmax(axis=1)] == INTENTS
    assert rows.max(axis=1).min() > 0.5


@each_head
def test_it_knows_a_question_like_those_it_learnt(name: str) -> None:
    head = LEARNT[name]

    rows = head.probabilities([("when do the big shops open",), ("сколько вывезти",)])

    assert [head.classes[best] for best in rows.argmax(axis=1)] == ["shopping_hours", "duty_free"]


@each_head
def test_rows_are_probabilities_whatever_the_text(name: str) -> None:
    rows = LEARNT[name].probabilities([*READ, *NEW])

    assert rows.shape == (len(READ) + len(NEW), len(TOY))
    assert (rows >= 0).all()
    assert np.allclose(rows.sum(axis=1), 1.0, rtol=0, atol=1e-12)


@each_head
def test_a_text_is_understood_alike_alone_and_among_others(name: str) -> None:
    together = LEARNT[name].probabilities([*READ, *NEW])
    alone = [LEARNT[name].probabilities([one])[0] for one in (*READ, *NEW)]

    assert np.allclose(together, alone, rtol=0, atol=1e-6)


@each_head
def test_what_is_saved_is_what_is_loaded(name: str, tmp_path: Path) -> None:
    LEARNT[name].save(tmp_path)

    loaded = KINDS[name].load(tmp_path)

    texts = [*READ, *NEW]
    assert loaded.classes == LEARNT[name].classes
    assert np.array_equal(loaded.probabilities(texts), LEARNT[name].probabilities(texts))


@each_head
def test_learning_the_same_gives_the_same(name: str) -> None:
    again = KINDS[name].learn()

    assert np.array_equal(again.probabilities(NEW), LEARNT[name].probabilities(NEW))


def test_both_heads_are_kept_in_one_folder_without_code(tmp_path: Path) -> None:
    for head in LEARNT.values():
        head.save(tmp_path)

    for name, kind in KINDS.items():
        rows = kind.load(tmp_path).probabilities(NEW)
        assert np.array_equal(rows, LEARNT[name].probabilities(NEW))
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    for path in tmp_path.glob("*.npz"):
        arrays = np.load(path, allow_pickle=False)
        assert all(arrays[key].dtype == np.float32 for key in arrays)


def test_the_characters_are_those_of_all_readings() -> None:
    head = LEARNT["characters"]
    pinyin, nothing = head.probabilities([("门", "shang dian ji dian kai men"), ("门",)])

    place = head.classes.index("shopping_hours")
    assert pinyin[place] > nothing[place]


def test_the_encoder_reads_the_canonical_reading_alone() -> None:
    encoder = WordEncoder()
    head = EncoderHead.learn(READ, INTENTS, encoder)
    assert sorted(encoder.asked) == sorted(one[0] for one in READ)

    encoder.asked.clear()
    head.probabilities([("几点开门", "ji dian kai men")])

    assert encoder.asked == ["几点开门"]
