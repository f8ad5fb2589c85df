"""Part 1: how many questions are understood, and how many replies are right as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks import baseline, ours
from benchmarks.asking import Reply, ask_apart, converse
from benchmarks.bench import Bench
from benchmarks.entities import entity_table
from benchmarks.heard import Heard
from benchmarks.outcome import Outcome
from benchmarks.parsing import Parse
from benchmarks.pictures.confusion import confusion_picture
from benchmarks.pictures.picture import Picture
from benchmarks.pictures.reliability import reliability_picture
from benchmarks.system import System, serving
from benchmarks.tables import grouped
from benchmarks.tokenised import models as tokenised
from benchmarks.understanding_tables import understanding_tables
from horgos.answers.topics import load_topics


def measure(bench: Bench) -> Outcome:
    """Ask every system every question."""
    heard = {system.name: _over_rest(bench, system) for system in bench.understanding}
    turns = [turn for dialogue in bench.dialogues for turn in dialogue.turns]
    by_language = tokenised.parses_by_language(bench.tokenised, [*bench.questions, *turns])
    heard[tokenised.NAME] = _by_language(bench, by_language)
    heard[baseline.NAME] = _by_characters(bench)
    subjects = frozenset(load_topics(bench.root / "topics.yml"))
    tables = [
        *understanding_tables(bench, heard, subjects),
        entity_table(bench.questions, bench.plan.targets["entities"]),
    ]
    parses: dict[str, Sequence[Parse]] = {
        ours.NAME: bench.ours.parses([q.text for q in bench.questions]),
        tokenised.NAME: by_language[: len(bench.questions)],
    }
    return Outcome(tables, [*_confusions(bench, heard[ours.NAME]), _reliability(bench, parses)])


def _over_rest(bench: Bench, system: System) -> Heard:
    with serving(system, bench.plan.start) as served:
        questions = ask_apart(served.client, (q.text for q in bench.questions))
        dialogues = [
            converse(served.client, (turn.text for turn in dialogue.turns))
            for dialogue in bench.dialogues
        ]
    return Heard(questions, dialogues)


def _by_language(bench: Bench, parses: Sequence[Parse]) -> Heard:
    """Topics of the models that know which language a question is in: questions, then turns."""
    replies = iter([Reply.of_topics(parse.topics) for parse in parses])
    questions = [next(replies) for _ in bench.questions]
    dialogues = [[next(replies) for _ in dialogue.turns] for dialogue in bench.dialogues]
    return Heard(questions, dialogues)


def _by_characters(bench: Bench) -> Heard:
    model = baseline.learn(list(baseline.training_examples(bench.root)))
    dialogues = [
        baseline.replies(model, [turn.text for turn in dialogue.turns])
        for dialogue in bench.dialogues
    ]
    return Heard(baseline.replies(model, [q.text for q in bench.questions]), dialogues)


def _confusions(bench: Bench, heard: Heard) -> Iterator[Picture]:
    groups = grouped(bench.questions, lambda q: q.language)
    del groups["all"]
    for language, places in groups.items():
        questions = [bench.questions[i] for i in places]
        yield confusion_picture(language, [heard.questions[i] for i in places], questions)


def _reliability(bench: Bench, parses: Mapping[str, Sequence[Parse]]) -> Picture:
    return reliability_picture(parses, bench.questions, bench.plan.confidence)
