"""The Rasa project as data: questions, intents, rules and topics fit together."""

from collections import Counter

from ruamel.yaml import YAML

from horgos.answers.topics import load_topics
from horgos.language.detection import detect
from horgos.language.forms import Forms
from tests.data.training import NLU, training_questions

ROOT = NLU.parents[1]
LEAST = 40
GATE_INTENTS = {"nlu_fallback", "empty", "too_long"}


def _yaml(name: str) -> dict:
    return dict(YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8")))


def _asked_for() -> set[str]:
    """The intents that visitors' questions teach."""
    return {next(iter(entry)) for entry in _yaml("domain.yml")["intents"]} - GATE_INTENTS


def test_every_topic_has_enough_questions(language: str) -> None:
    counts = Counter(
        intent.partition("/")[0] for found, intent, _ in training_questions() if found == language
    )
    assert set(counts) == _asked_for()
    assert {topic: n for topic, n in counts.items() if n < LEAST} == {}


def test_no_question_is_taught_twice_with_different_intents(language: str) -> None:
    intents: dict[str, set[str]] = {}
    for found, intent, text in training_questions():
        if found == language:
            intents.setdefault(text.casefold(), set()).add(intent)
    assert {text: names for text, names in intents.items() if len(names) > 1} == {}


def test_every_language_has_a_file_for_every_intent(language: str) -> None:
    assert {path.stem for path in (NLU / language).glob("*.yml")} == _asked_for()


def test_every_folder_is_a_language(forms: Forms) -> None:
    assert {path.name for path in NLU.iterdir()} == set(forms.languages)


def test_every_file_holds_the_questions_of_its_topic() -> None:
    for path in sorted(NLU.glob("*/*.yml")):
        blocks = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]
        assert {block["intent"].partition("/")[0] for block in blocks} == {path.stem}, path


def test_every_written_form_is_taught() -> None:
    spelled = Counter(
        (language, detect(text).script, detect(text).makeshift)
        for language, _, text in training_questions()
    )
    for language, script, makeshift, least in (
        ("kk", "Cyrl", False, 400),
        ("kk", "Arab", False, 150),
        ("kk", "Latn", False, 30),
        ("kk", "Latn", True, 30),
        ("ru", "Cyrl", False, 800),
        ("ru", "Latn", True, 100),
        ("zh", "Hant", False, 150),
        ("zh", "Hans", False, 300),
        ("zh", "Latn", True, 100),
        ("en", "Latn", False, 1000),
    ):
        assert spelled[(language, script, makeshift)] >= least, (language, script, makeshift)


def test_intents_rules_and_questions_are_the_same() -> None:
    asked = {intent.partition("/")[0] for _, intent, _ in training_questions()}
    ruled = {rule["steps"][0]["intent"] for rule in _yaml("data/rules.yml")["rules"]}
    assert _asked_for() == asked
    assert ruled == asked | GATE_INTENTS


def test_every_topic_is_an_intent_and_has_facts() -> None:
    topics = set(load_topics(ROOT / "topics.yml"))
    with_facts = {fact["topic"] for fact in _yaml("facts/facts.yml")["facts"]}
    assert topics <= _asked_for()
    assert topics == with_facts


def test_every_narrower_question_has_its_fact() -> None:
    asked = {intent for _, intent, _ in training_questions() if "/" in intent}
    facts = _yaml("facts/facts.yml")["facts"]
    answered = {f"{fact['topic']}/{fact['asked']}" for fact in facts if fact.get("asked")}
    assert {intent for intent in asked if not intent.endswith("/overview")} == answered
