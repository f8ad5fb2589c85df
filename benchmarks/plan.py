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
        every: Each how many-th question is asked.
        learnt: Each how many-th training question the Rasa baselines learn from.
        epochs: Of their neural parts.
        topics: Numbers of made-up topics.
        stored: Numbers of stored conversations, ascending.
    """

    every: int
    learnt: int
    epochs: int
    topics: tuple[int, ...]
    stored: tuple[int, ...]


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


class Talks(_Strict):
    """The long conversations."""

    turns: tuple[int, ...]
    window: int
    conversations: int


class MadeUp(_Strict):
    """Questions of a made-up topic in a language."""

    learnt: int
    asked: int


class Stored(_Strict):
    """Conversations in the store: their turns, and the messages measured."""

    copied: int
    asked: int


class Profile(_Strict):
    """Messages of which the time is taken apart."""

    messages: int


class Plan(_Strict):
    """The file as values; its comments say what they mean."""

    hour: Extent
    full: Extent
    quick: Extent
    tokenizers: dict[str, str]
    start: Start
    speed: Speed
    talks: Talks
    made_up: MadeUp
    stored: Stored
    profile: Profile
    confidence: tuple[float, ...]
    targets: dict[str, str]


def read_plan(path: Path = FILE) -> Plan:
    """Read the plan.

    Raises:
        pydantic.ValidationError: A key is missing, unknown or of the wrong kind.
    """
    return Plan.parse_obj(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
