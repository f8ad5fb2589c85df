"""What visitors type, a question a topic in every written form."""

from __future__ import annotations

from ruamel.yaml import YAML

from tests.running import ROOT

QUESTIONS: dict[str, dict[str, str]] = YAML(typ="safe").load(
    (ROOT / "tests" / "guide" / "every_topic.yml").read_text(encoding="utf-8")
)
FORM_CODES = list(QUESTIONS)
