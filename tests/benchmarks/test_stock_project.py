from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from benchmarks.stock.project import stock_files
from tests.benchmarks.tiny import EXTENT

QUESTIONS = b"""
version: "3.1"
nlu:
- intent: about_zone/area
  examples: |
    - how large is it
    - what size is it
    - how many hectares
- intent: greet
  examples: |
    - hello
"""


@pytest.fixture
def project(tmp_path: Path) -> dict[str, bytes]:
    (tmp_path / "data" / "nlu" / "en").mkdir(parents=True)
    (tmp_path / "data" / "nlu" / "en" / "some.yml").write_bytes(QUESTIONS)
    return stock_files(tmp_path, EXTENT)


def _read(content: bytes) -> Any:
    return YAML(typ="safe").load(content)


def test_it_learns_from_our_questions(project: dict[str, bytes]) -> None:
    assert _read(project["data/nlu/en/some.yml"]) == _read(QUESTIONS)


def test_a_quick_run_learns_from_some_of_every_intent(
    tmp_path: Path, project: dict[str, bytes]
) -> None:
    thinned = stock_files(tmp_path, EXTENT.copy(update={"learnt": 2}))["data/nlu/en/some.yml"]
    examples = {block["intent"]: block["examples"] for block in _read(thinned)["nlu"]}
    assert examples == {
        "about_zone/area": "- how large is it\n- how many hectares\n",
        "greet": "- hello\n",
    }


def test_its_configuration_is_rasas_own(project: dict[str, bytes]) -> None:
    configuration = _read(project["config.yml"])
    pipeline = [component["name"] for component in configuration["pipeline"]]
    assert pipeline == [
        "WhitespaceTokenizer",
        "RegexFeaturizer",
        "LexicalSyntacticFeaturizer",
        "CountVectorsFeaturizer",
        "CountVectorsFeaturizer",
        "DIETClassifier",
        "EntitySynonymMapper",
        "ResponseSelector",
        "FallbackClassifier",
    ]
    policies = {policy["name"] for policy in configuration["policies"]}
    assert policies == {"MemoizationPolicy", "RulePolicy", "UnexpecTEDIntentPolicy", "TEDPolicy"}


def test_every_neural_part_has_as_many_epochs(project: dict[str, bytes]) -> None:
    configuration = _read(project["config.yml"])
    components = (*configuration["pipeline"], *configuration["policies"])
    assert [c["epochs"] for c in components if "epochs" in c] == [5, 5, 5, 5]


def test_every_intent_has_an_action_and_a_rule(project: dict[str, bytes]) -> None:
    domain = _read(project["domain.yml"])
    assert domain["intents"] == ["about_zone", "greet", "nlu_fallback"]
    assert domain["actions"] == ["action_about_zone", "action_greet", "action_nlu_fallback"]
    assert list(domain["responses"]) == ["utter_about_zone/area"]
    rules = _read(project["data/rules.yml"])["rules"]
    assert [rule["steps"][1]["action"] for rule in rules] == domain["actions"]
