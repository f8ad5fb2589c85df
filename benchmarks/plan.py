"""What is measured, how much of it, and the bars: ``plan.yml``."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Extra
from ruamel.yaml import YAML

FILE = Path(__file__).with_name("plan.yml")


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid
        allow_mutation = False


class Extent(_Strict):
    """How much is done.

    Attributes:
        every: Each how many-th question is asked, and learnt from by stock Rasa.
        epochs: Of stock Rasa's neural parts.
    """

    every: int
    epochs: int


class Start(_Strict):
    """When a system counts as started."""

    message: str
    within_seconds: float
    look_every_seconds: float


class Speed(_Strict):
    """The load."""

    questions_per_visitor: int
    visitors_at_once: int
    warm_up_questions: int


class Growth(_Strict):
    """The long conversations."""

    turns: tuple[int, ...]
    window: int
    conversations: int


class Plan(_Strict):
    """The file as values; its comments say what they mean."""

    full: Extent
    quick: Extent
    start: Start
    speed: Speed
    growth: Growth
    targets: dict[str, str]


def read_plan(path: Path = FILE) -> Plan:
    """Read the plan.

    Raises:
        pydantic.ValidationError: A key is missing, unknown or of the wrong kind.
    """
    return Plan.parse_obj(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
