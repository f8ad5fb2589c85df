from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from benchmarks.parsing import Parse
from benchmarks.plan import read_plan
from benchmarks.tokenised.models import TokenisedModel, parses_by_language
from benchmarks.tokenised.project import tokenised_files
from horgos.language.forms import load_forms
from tests.benchmarks.tiny import EXTENT, question

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = b'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for language in ("en", "zh"):
        folder = tmp_path / "data" / "nlu" / language
        folder.mkdir(parents=True)
        (folder / "greet.yml").write_bytes(QUESTIONS)
    return tmp_path


def _pipeline(files: dict[str, bytes]) -> list[dict[str, Any]]:
    pipeline: list[dict[str, Any]] = YAML(typ="safe").load(files["config.yml"])["pipeline"]
    return pipeline


def test_a_project_learns_from_its_language_alone(root: Path) -> None:
    files = tokenised_files(root, "zh", "jieba", EXTENT)
    assert set(files) == {"data/nlu/zh/greet.yml", "config.yml"}


@pytest.mark.parametrize(
    ("tokenizer", "first"),
    [("jieba", ["JiebaTokenizer"]), ("xx", ["SpacyNLP", "SpacyTokenizer"])],
)
def test_only_the_tokenizer_is_not_rasas_default(
    root: Path, tokenizer: str, first: list[str]
) -> None:
    pipeline = _pipeline(tokenised_files(root, "en", tokenizer, EXTENT))
    assert [component["name"] for component in pipeline] == [
        *first,
        "RegexFeaturizer",
        "LexicalSyntacticFeaturizer",
        "CountVectorsFeaturizer",
        "CountVectorsFeaturizer",
        "DIETClassifier",
        "EntitySynonymMapper",
        "FallbackClassifier",
    ]
    assert [c["epochs"] for c in pipeline if "epochs" in c] == [5]


def test_every_language_of_the_guide_has_a_tokenizer() -> None:
    languages = load_forms(ROOT / "languages.yml").languages
    assert set(read_plan().tokenizers) == set(languages)


class _Saying(TokenisedModel):
    """Answers with its language and the text."""

    def parses(self, texts: Any) -> tuple[Parse, ...]:
        return tuple(Parse((f"{self.language} {text}",), 1.0, 1.0) for text in texts)


def test_each_question_is_asked_in_its_language_and_answers_keep_the_order(tmp_path: Path) -> None:
    models = [_Saying(language, tmp_path, tmp_path) for language in ("en", "zh")]
    asked = [
        question(text=str(i), language=language) for i, language in enumerate(("zh", "en", "zh"))
    ]
    assert [parse.topics[0] for parse in parses_by_language(models, asked)] == [
        "zh 0",
        "en 1",
        "zh 2",
    ]
