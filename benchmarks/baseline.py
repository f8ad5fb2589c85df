"""A baseline of a few lines: character n-grams of the text as typed, logistic regression."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ruamel.yaml import YAML
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from benchmarks.asking import Reply

NAME = "characters"
_SHORTEST, _LONGEST = 1, 4
_SEED = 7


def learn(examples: Sequence[tuple[str, str]]) -> Pipeline:
    """Learn from texts and their topics."""
    texts, topics = zip(*examples, strict=True)
    model = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(_SHORTEST, _LONGEST), sublinear_tf=True),
        LogisticRegression(C=20, solver="liblinear", class_weight="balanced", random_state=_SEED),
    )
    return model.fit(texts, topics)


def replies(model: Pipeline, texts: Sequence[str]) -> list[Reply]:
    """The best topic of each text; it cannot hear two."""
    return [Reply.of_topics([str(topic)]) for topic in model.predict(texts)] if texts else []


def training_examples(root: Path) -> Iterator[tuple[str, str]]:
    """Text and topic of every training question of a project."""
    return ((text, intent.partition("/")[0]) for text, intent in training_intents(root))


def training_intents(root: Path) -> Iterator[tuple[str, str]]:
    """Text and full intent of every training question of a project."""
    for path in sorted((root / "data" / "nlu").glob("*/*.yml")):
        for block in YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield line.removeprefix("- ").strip(), block["intent"]
