"""The files of one language's project: Rasa's defaults, but for the tokenizer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.plan import Extent
from benchmarks.rasa_files import nlu_files, shipped_configuration, training_blocks, written

JIEBA = "jieba"
SPACY_FOLDER = "spacy-rules"
"""Where a project keeps its spaCy pipeline: Rasa loads none that was not saved to disk."""


def tokenised_files(root: Path, language: str, tokenizer: str, extent: Extent) -> dict[str, bytes]:
    """A project that only understands, by path.

    Args:
        root: Our project, of which it takes the questions of one language.
        language: Which.
        tokenizer: ``jieba``, or the code of spaCy's rules.
        extent: Which of the questions, and the epochs of DIET.
    """
    return {
        **nlu_files(training_blocks(root, extent.learnt, language)),
        "config.yml": written(_configuration(language, tokenizer, extent.epochs)),
    }


def _configuration(language: str, tokenizer: str, epochs: int) -> dict[str, Any]:
    """Topics are all that is compared, so there is no ResponseSelector."""
    shipped = [
        component
        for component in shipped_configuration(epochs)["pipeline"]
        if component["name"] not in ("WhitespaceTokenizer", "ResponseSelector")
    ]
    pipeline = [*_tokenizers(tokenizer), *shipped]
    return {
        "recipe": "default.v1",
        "assistant_id": f"tokenised-{language}",
        "language": language,
        "pipeline": pipeline,
    }


def _tokenizers(tokenizer: str) -> list[dict[str, str]]:
    if tokenizer == JIEBA:
        return [{"name": "JiebaTokenizer"}]
    return [{"name": "SpacyNLP", "model": SPACY_FOLDER}, {"name": "SpacyTokenizer"}]
