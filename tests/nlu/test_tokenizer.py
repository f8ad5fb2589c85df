"""The tokenizer as Rasa uses it."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from horgos.language.spelling import Certainty, Spelling
from horgos.nlu.fields import set_spelling
from horgos.nlu.tokenizer import ScriptAwareTokenizer

TEXTS = [
    ("ru", "Сколько стоит билет?", ["Сколько", "стоит", "билет", "?"]),
    ("zh", "博物馆几点开门", ["博物馆", "几点", "开门"]),
    ("kk", "2-қабат қайда", ["2", "-", "қабат", "қайда"]),
]


@pytest.fixture
def tokenizer() -> ScriptAwareTokenizer:
    return ScriptAwareTokenizer(ScriptAwareTokenizer.get_default_config())


@pytest.mark.parametrize(("spoken", "text", "expected"), TEXTS)
def test_messages_get_tokens(
    tokenizer: ScriptAwareTokenizer, spoken: str, text: str, expected: list[str]
) -> None:
    message = Message(data={"text": text, "language": spoken})
    (message,) = tokenizer.process([message])
    tokens = message.get("text_tokens")
    assert [token.text for token in tokens] == expected
    assert [text[token.start : token.end] for token in tokens] == expected


def test_the_language_of_the_spelling_decides_where_none_is_set(
    tokenizer: ScriptAwareTokenizer,
) -> None:
    message = Message(data={"text": "8-ші терезе"})
    set_spelling(message, Spelling("kk", "Cyrl", False, Certainty.LIKELY, 2))
    tokenizer.process([message])
    assert [token.text for token in message.get("text_tokens")] == ["8-ші", "терезе"]


def test_training_questions_get_tokens_and_intents_stay_whole(
    tokenizer: ScriptAwareTokenizer,
) -> None:
    message = Message(data={"text": "граница открыта", "intent": "port_crossing/hours"})
    tokenizer.process_training_data(TrainingData([message]))
    assert len(message.get("text_tokens")) == 2
    assert [token.text for token in message.get("intent_tokens")] == ["port_crossing/hours"]


def test_a_message_without_text_is_left_alone(tokenizer: ScriptAwareTokenizer) -> None:
    (message,) = tokenizer.process([Message(data={})])
    assert message.get("text_tokens") is None
