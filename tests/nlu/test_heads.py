"""Both heads learn, answer in probabilities, and are the same after a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from horgos.language.reading import Readings
from horgos.nlu.heads import CALM, Asked, CharacterHead, EncoderHead, Layer, shares
from tests.nlu.fakes import WordEncoder


def read(*letters: str) -> Readings:
    return Readings(letters[0], letters)


TOY: dict[str, list[Readings]] = {
    "about_zone/area": [
        read("how big is the zone"),
        read("what is the area of the zone"),
        read("какая площадь зоны", "kakaya ploshchad zony"),
        read("площадь зоны большая"),
        read("合作区面积多大", "he zuo qu mian ji duo da"),
    ],
    "duty_free": [
        read("how much can i take out"),
        read("how much is duty free"),
        read("сколько можно вывезти", "skolko mozhno vyvezti"),
        read("сколько товаров можно вывезти"),
        read("免税额多少", "mian shui e duo shao"),
    ],
    "shopping_hours": [
        read("when do shops open"),
        read("when do the shops close"),
        read("когда открываются магазины", "kogda otkryvayutsya magaziny"),
        read("магазины открываются рано"),
        read("商店几点开门", "shang dian ji dian kai men"),
    ],
}
READ = [one for readings in TOY.values() for one in readings]
INTENTS = [intent for intent, readings in TOY.items() for _ in readings]
ASKED = [(intent,) for intent in INTENTS]
NEW: list[Readings] = [
    read("when do the big shops open"),
    read("магазины"),
    read(""),
    read("ўўў qqq"),
    read("open " * 300),
]
Head = CharacterHead | EncoderHead


@dataclass(frozen=True)
class Kind:
    """How a head is taught and brought back."""

    learn: Callable[[Sequence[Readings], Sequence[Asked]], Head]
    load: Callable[[Path], Head]


KINDS = {
    "characters": Kind(CharacterHead.learn, CharacterHead.load),
    "vectors": Kind(
        lambda read, asked: EncoderHead.learn(read, asked, WordEncoder()),
        lambda folder: EncoderHead.load(folder, WordEncoder()),
    ),
}
LEARNT = {name: kind.learn(READ, ASKED) for name, kind in KINDS.items()}

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

    rows = head.probabilities([read("when do the big shops open"), read("сколько вывезти")])

    assert [head.classes[best] for best in rows.argmax(axis=1)] == ["shopping_hours", "duty_free"]


@each_head
def test_rows_are_probabilities_whatever_the_text(name: str) -> None:
    rows = LEARNT[name].probabilities([*READ, *NEW])

    assert rows.shape == (len(READ) + len(NEW), len(TOY))
    assert ((rows > 0) & (rows < 1)).all()
    for power in (1.0, CALM):
        assert np.allclose(shares(rows, power).sum(axis=1), 1.0, rtol=0, atol=1e-12)


@each_head
def test_both_of_two_things_asked_are_probable(name: str) -> None:
    first, second = "how big is the zone", "when do the shops open"
    joined = [read(f"{first} and {second}"), read(f"{second}, {first}")]
    both = ("about_zone/area", "shopping_hours")
    taught = [*ASKED, both, both]

    head = KINDS[name].learn([*READ, *joined], taught)

    row = dict(
        zip(head.classes, head.probabilities([read(f"{second} and {first}")])[0], strict=True)
    )
    assert min(row[intent] for intent in both) > 0.5 > row["duty_free"]


def test_a_power_below_one_brings_shares_closer_together() -> None:
    each = np.array([[0.9, 0.3], [0.2, 0.2]])

    assert np.allclose(shares(each), [[0.75, 0.25], [0.5, 0.5]])
    calm = shares(each, 0.5)
    assert 0.5 < calm[0, 0] < 0.75
    assert np.allclose(calm[1], 0.5)


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
    again = KINDS[name].learn(READ, ASKED)

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
    pinyin, nothing = head.probabilities([read("门", "shang dian ji dian kai men"), read("门")])

    place = head.classes.index("shopping_hours")
    assert pinyin[place] > nothing[place]


def test_the_encoder_reads_the_words_in_their_own_letters() -> None:
    encoder = WordEncoder()
    head = EncoderHead.learn(READ, ASKED, encoder)
    assert sorted(encoder.asked) == sorted(one.spelled for one in READ)

    encoder.asked.clear()
    head.probabilities([Readings("дүкен қашан", ("дукен кашан", "duken qashan"))])

    assert encoder.asked == ["дүкен қашан"]


def test_the_opinion_of_the_encoder_is_the_mean_of_networks_that_differ() -> None:
    head = EncoderHead.learn(READ, ASKED, WordEncoder())
    each = [
        replace(head, hidden=_only(head.hidden, one), output=_only(head.output, one))
        for one in range(len(head.hidden[0]))
    ]
    rows = [one.probabilities(NEW) for one in each]

    assert len(rows) == 3
    assert not np.allclose(rows[0], rows[1])
    assert np.allclose(head.probabilities(NEW), np.mean(rows, axis=0))


def _only(layer: Layer, one: int) -> Layer:
    weights, bias = layer
    return weights[one : one + 1], bias[one : one + 1]
