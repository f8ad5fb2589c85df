"""What every component named in ``config.yml`` owes Rasa, whichever it is.

A component is asked twice: alone, and with the messages as those before it leave them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.recipes.recipe import Recipe
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from horgos.project import ROOT

CONFIG = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
NAMES = [component["name"] for component in CONFIG["pipeline"]]
CONTEXT = ExecutionContext(GraphSchema({}))

QUESTIONS = {
    "shopping_hours": [
        "when do the shops open",
        "what time do shops close",
        "во сколько открываются магазины",
        "дүкендер қашан ашылады",
        "商店几点开门",
    ],
    "duty_free": [
        "how much can I take out duty free",
        "what is the duty free limit",
        "сколько можно вывезти без пошлины",
        "бажсыз қанша тауар алуға болады",
        "免税额是多少",
    ],
    "about_zone/area": [
        "how big is the zone",
        "what is the area of the zone",
        "какая площадь у зоны",
        "аймақтың ауданы қанша",
        "合作中心面积多大",
    ],
}
ODD: dict[str, str | None] = {
    "empty": "",
    "none": None,
    "blanks": " \t\n ",
    "emoji": "👍🏽🎉👨‍👩‍👧",
    "long": ("How much may I take out? " * 40)[:1000],
    "long word": "免" * 1000,
    "control characters": "open\x00\x07\x1b[31m when\r\n\x7f?",
    "bidi characters": "\u202eshops\u202c \u2066open\u2069 \u200f8000\u200e",
    "four scripts": "Сколько 免税 shops باج, 8000 юаней and когда 几点?",
    "digits": "8000",
    "other digits": "٨٠٠٠ ８０００ 7,500.50",
}
PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True)
class Made:
    """A component ready for messages.

    Attributes:
        registered: What Rasa's recipe knows of it.
        taught: Created, and trained when it is trainable.
        loaded: Loaded from what that left in the storage.
        before: Those that see a message first.
    """

    registered: DefaultV1Recipe.RegisteredComponent
    taught: GraphComponent
    loaded: GraphComponent
    before: tuple[GraphComponent, ...]


def registered(name: str) -> DefaultV1Recipe.RegisteredComponent:
    recipe = Recipe.recipe_for_name(CONFIG["recipe"])
    assert isinstance(recipe, DefaultV1Recipe)
    return recipe._from_registry(name)


TAUGHT = [name for name in NAMES if registered(name).is_trainable]


def training_data() -> TrainingData:
    return TrainingData(
        [
            Message.build(text=text, intent=intent)
            for intent, texts in QUESTIONS.items()
            for text in texts
        ]
    )


@pytest.fixture(scope="module")
def all_made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Made]]:
    """Every component, made as Rasa makes them when it trains a model."""
    folder = tmp_path_factory.mktemp("model")
    storage, data = LocalModelStorage.create(folder), training_data()
    made: dict[str, Made] = {}
    with pytest.MonkeyPatch.context() as patch:
        # Odd messages do not belong among the vectors kept between trainings.
        vectors = tmp_path_factory.mktemp("vectors")
        patch.setattr("horgos.nlu.two_head_classifier._STORES", vectors)
        for name in NAMES:
            known = registered(name)
            config, resource = known.clazz.get_default_config(), Resource(name)
            taught = known.clazz.create(config, storage, resource, CONTEXT)
            if known.is_trainable:
                assert taught.train(data) == resource
            if hasattr(taught, "process_training_data"):
                data = taught.process_training_data(data)
            loaded = known.clazz.load(config, LocalModelStorage(folder), resource, CONTEXT)
            before = tuple(one.taught for one in made.values())
            made[name] = Made(known, taught, loaded, before)
        yield made


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest, all_made: dict[str, Made]) -> Made:
    return all_made[request.param]


@pytest.fixture(params=[True, False], ids=["in its place", "alone"])
def before(request: pytest.FixtureRequest, made: Made) -> tuple[GraphComponent, ...]:
    return made.before if request.param else ()


def messages(texts: list[str | None], before: tuple[GraphComponent, ...]) -> list[Message]:
    """Messages as the components before leave them."""
    found = [Message(data={"text": text}) for text in texts]
    for component in before:
        found = component.process(found)
    return found


def outputs(message: Message) -> dict[str, Any]:
    return {key: message.get(key) for key in sorted(message.output_properties)}


def not_plain(value: object) -> list[object]:
    """Whatever JSON would not give back as it was: tuples, numpy's numbers, objects."""
    if type(value) is dict:
        return [bad for pair in value.items() for part in pair for bad in not_plain(part)]
    if type(value) is list:
        return [bad for part in value for bad in not_plain(part)]
    return [] if type(value) in PLAIN else [value]


def test_all_components_are_found() -> None:
    assert len(set(NAMES)) == len(NAMES) == 5
    assert all(name.startswith("horgos.nlu.") for name in NAMES)


def test_some_are_taught_and_some_are_not() -> None:
    assert len(TAUGHT) == 1 < len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_recipe_knows_it(name: str) -> None:
    known = registered(name)

    assert f"{known.clazz.__module__}.{known.clazz.__name__}" == name
    assert issubclass(known.clazz, GraphComponent)
    assert known.types and known.types <= set(DefaultV1Recipe.ComponentType)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_created_from_its_default_config(name: str, tmp_path: Path) -> None:
    known = registered(name)
    config = known.clazz.get_default_config()

    component = known.clazz.create(config, LocalModelStorage(tmp_path), Resource("it"), CONTEXT)

    assert isinstance(component, known.clazz)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_message_is_survived(
    made: Made, before: tuple[GraphComponent, ...], text: str | None
) -> None:
    given = messages([text], before)

    (back,) = made.taught.process(given)

    assert back.get("text") == text
    assert not_plain(outputs(back)) == []


def test_as_many_messages_come_back_in_order(
    made: Made, before: tuple[GraphComponent, ...]
) -> None:
    texts = [*ODD.values(), *reversed(ODD.values())]

    back = made.taught.process(messages(texts, before))

    assert [message.get("text") for message in back] == texts
    assert made.taught.process([]) == []


def test_a_message_without_any_text_is_survived(
    made: Made, before: tuple[GraphComponent, ...]
) -> None:
    given = [Message(data={})]
    for component in before:
        given = component.process(given)

    (back,) = made.taught.process(given)

    assert back.get("text") is None
    assert not_plain(outputs(back)) == []


def test_the_same_text_gives_the_same_whoever_comes_with_it(
    made: Made, before: tuple[GraphComponent, ...]
) -> None:
    texts = [*ODD.values(), *QUESTIONS["duty_free"]]

    together = made.taught.process(messages([*texts, *texts], before))
    single = [one for text in texts for one in made.taught.process(messages([text], before))]

    first, second = together[: len(texts)], together[len(texts) :]
    assert list(map(outputs, first)) == list(map(outputs, second)) == list(map(outputs, single))


def test_what_it_says_of_one_message_is_not_shared_with_the_next(made: Made) -> None:
    def process() -> Message:
        (message,) = made.taught.process(messages(["免税额是多少, 8000 юаней"], made.before))
        return message

    first, untouched = process(), outputs(process())
    for value in outputs(first).values():
        if isinstance(value, (dict, list)):
            value.clear()

    assert outputs(process()) == untouched


def test_it_is_loaded_as_it_was_taught(made: Made, before: tuple[GraphComponent, ...]) -> None:
    texts = [*ODD.values(), *(text for asked in QUESTIONS.values() for text in asked)]

    taught = made.taught.process(messages(texts, before))
    loaded = made.loaded.process(messages(texts, before))

    assert list(map(outputs, loaded)) == list(map(outputs, taught))


@pytest.mark.parametrize("name", TAUGHT)
def test_one_that_is_taught_has_learnt_its_questions(all_made: dict[str, Made], name: str) -> None:
    made = all_made[name]
    asked = [(intent, text) for intent, texts in QUESTIONS.items() for text in texts]

    back = made.loaded.process(messages([text for _, text in asked], made.before))

    assert [m.get("intents") for m in back] == [[intent] for intent, _ in asked]
