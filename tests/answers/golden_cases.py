"""One answer a topic, and duty-free with its verdicts, as text an editor can read."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from horgos.answers import Answer
from tests.answers.asking import Asking, claimed, spent

GOLDEN = Path(__file__).parent / "golden"

_DUTY_FREE: dict[str, dict[str, Any]] = {
    "duty_free, Chinese citizen": {"citizens": ("CN",)},
    "duty_free, Chinese citizen, 6500 yuan": {"citizens": ("CN",), "money": spent(6500)},
    "duty_free, Chinese citizen, 8000 yuan": {"citizens": ("CN",), "money": spent(8000)},
    "duty_free, Chinese citizen, 8700 yuan": {"citizens": ("CN",), "money": spent(8700)},
    "duty_free, Chinese citizen, 900 dollars": {"citizens": ("CN",), "money": spent(900, "USD")},
    "duty_free, Chinese citizen, it is 20000": {"citizens": ("CN",), "money": claimed(20_000)},
    "duty_free, Kazakh citizen, 350 euros": {"citizens": ("KZ",), "money": spent(350, "EUR")},
    "duty_free, Kazakh citizen, 650 euros": {"citizens": ("KZ",), "money": spent(650, "EUR")},
    "duty_free, Kazakh citizen, 3000 yuan": {"citizens": ("KZ",), "money": spent(3000)},
    "duty_free, Russian citizen": {"citizens": ("RU",)},
    "duty_free, 8700 of no currency": {"money": spent(8700, None)},
    "entry_documents, Kazakh citizen": {"citizens": ("KZ",)},
    "entry_documents, Hong Kong": {"citizens": ("HK",)},
}


def rendered(asking: Asking, form: str) -> dict[str, dict[str, Any]]:
    """Every golden answer in a written form, by the name of its case."""
    plain = {name: asking.about(name, form=form) for name in _questions(asking)}
    special = {
        name: asking.about(name.partition(",")[0], form=form, **circumstances)
        for name, circumstances in _DUTY_FREE.items()
    }
    return {name: _readable(answer) for name, answer in {**plain, **special}.items()}


def _questions(asking: Asking) -> list[str]:
    """Every topic as a whole, and every narrower question."""
    narrower = [f"{fact.topic}/{fact.asked}" for fact in asking.facts if fact.asked]
    return [*asking.guide.topics, *narrower]


def _readable(answer: Answer) -> dict[str, Any]:
    return {
        "messages": [LiteralScalarString(message) for message in answer.messages],
        "buttons": [f"{button.title} = {button.payload}" for button in answer.buttons],
        "facts": list(answer.facts),
        "status": answer.status.value,
        "sources": [source.id for source in answer.sources],
    }


def written(answers: dict[str, dict[str, Any]]) -> str:
    """The answers as YAML."""
    yaml = YAML()
    yaml.width = 10_000  # type: ignore[assignment]
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    stream.write(
        "# Written by `python -m scripts.write_golden`; read the difference before it is kept.\n"
    )
    yaml.dump(answers, stream)
    return stream.getvalue()


def kept(form: str) -> dict[str, dict[str, Any]]:
    """The answers kept for a written form."""
    text = (GOLDEN / f"{form}.yml").read_text(encoding="utf-8")
    answers: dict[str, dict[str, Any]] = YAML(typ="safe").load(text)
    return answers
