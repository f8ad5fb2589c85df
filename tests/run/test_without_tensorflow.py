"""Rasa's server comes up without TensorFlow, for models that have no use for it only."""

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from horgos.run.without_tensorflow import does_without_tensorflow

OURS = "horgos.nlu.tokenizer.ScriptAwareTokenizer"
RULES = "rasa.core.policies.rule_policy.RulePolicy"


def model(path: Path, components: list[str]) -> Path:
    """An archive with the metadata of a model."""
    nodes = {f"run_{number}": {"uses": name} for number, name in enumerate(components)}
    content = json.dumps({"predict_schema": {"nodes": nodes}}).encode()
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("metadata.json")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize(
    ("components", "without"),
    [
        ([OURS, RULES], True),
        ([OURS, RULES, "rasa.nlu.classifiers.diet_classifier.DIETClassifier"], False),
        ([OURS, "rasa.core.policies.ted_policy.TEDPolicy"], False),
        (["somebody.elses.Component"], False),
    ],
)
def test_only_known_components_do_without(
    tmp_path: Path, components: list[str], without: bool
) -> None:
    assert does_without_tensorflow(model(tmp_path / "m.tar.gz", components)) is without


def test_the_server_is_imported_and_tensorflow_is_not() -> None:
    program = (
        "import sys\n"
        "from horgos.run.without_tensorflow import import_rasa_server\n"
        "import_rasa_server()\n"
        "import rasa.core.run, rasa.core.agent, rasa.core.policies.rule_policy, spacy\n"
        "from rasa.shared.utils.common import class_from_module_path\n"
        "name = 'rasa.graph_components.validators.default_recipe_validator'\n"
        "print(class_from_module_path(name + '.DefaultV1RecipeValidator').__module__)\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('tensorflow', 'keras')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True
    )
    assert done.stdout == "horgos.run.without_tensorflow\n[]\n", done.stderr
