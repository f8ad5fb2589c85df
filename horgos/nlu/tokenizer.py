"""Rasa component: words of a message, cut by the rules of its script and language."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from horgos.language.tokens import words
from horgos.nlu.fields import spelling_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ScriptAwareTokenizer(Tokenizer):
    """One tokenizer for all languages.

    Rasa's own ones cut Cyrillic into letters or leave Chinese sentences whole. The rules are
    those of ``language`` of the message where it is set, else of the language in ``spelling``.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What Rasa's base class wants to know; intents are not cut."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that must be installed."""
        return ["spacy", "jieba"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of one attribute of a message, with their offsets in it."""
        language = message.get("language") or spelling_of(message).language
        cut = words(message.get(attribute), language)
        tokens = [Token(word.text, word.start, word.end) for word in cut]
        return list(self._apply_token_pattern(tokens))
