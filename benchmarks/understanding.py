"""Part 1: how many questions are understood, and how many replies are right as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import baseline, ours
from benchmarks.asking import Reply, ask_apart, converse
from benchmarks.bench import Bench
from benchmarks.entities import entity_table
from benchmarks.questions import Dialogue, Question
from benchmarks.scoring import (
    can_be_answered,
    cannot_be_answered,
    facts_right,
    form_right,
    refuses,
    reply_right,
    states_a_fact,
    topics_right,
)
from benchmarks.system import System, serving
from benchmarks.tables import Share, Table, grouped, shares_table
from horgos.answers.topics import load_topics

Judge = Callable[[Reply, Question], bool]


@dataclass(frozen=True)
class Heard:
    """A system's replies, in the order of the questions and of the dialogues' turns."""

    questions: Sequence[Reply]
    dialogues: Sequence[Sequence[Reply]]


def measure(bench: Bench) -> list[Table]:
    """Ask every system every question."""
    heard = {system.name: _over_rest(bench, system) for system in bench.systems}
    heard[baseline.NAME] = _by_characters(bench)
    subjects = frozenset(load_topics(bench.root / "topics.yml"))
    return [
        *_topic_tables(bench, heard),
        _whole_replies(bench.questions, heard[ours.NAME]),
        *_refusal_tables(bench.questions, heard, subjects),
        entity_table(bench.questions),
        *_dialogue_tables(bench, heard),
    ]


def _over_rest(bench: Bench, system: System) -> Heard:
    with serving(system, bench.plan.start) as served:
        questions = ask_apart(served.client, (q.text for q in bench.questions))
        dialogues = [
            converse(served.client, (turn.text for turn in dialogue.turns))
            for dialogue in bench.dialogues
        ]
    return Heard(questions, dialogues)


def _by_characters(bench: Bench) -> Heard:
    model = baseline.learn(list(baseline.training_examples(bench.root)))
    dialogues = [
        baseline.replies(model, [turn.text for turn in dialogue.turns])
        for dialogue in bench.dialogues
    ]
    return Heard(baseline.replies(model, [q.text for q in bench.questions]), dialogues)


def _topic_tables(bench: Bench, heard: Mapping[str, Heard]) -> list[Table]:
    """Right topics by language, by written form and by style."""
    target = bench.plan.targets["topics"]
    by_language = _by(bench.questions, heard, lambda q: q.language, topics_right)
    note = "All topics of the message and no other."
    return [
        shares_table("Right topics", by_language, dict.fromkeys(by_language, target), note),
        shares_table(
            "Right topics by written form of the reply",
            _by(bench.questions, heard, lambda q: q.form, topics_right),
            {},
        ),
        shares_table(
            "Right topics by style",
            _by(bench.questions, heard, lambda q: q.style, topics_right),
            {},
        ),
    ]


def _whole_replies(questions: Sequence[Question], heard: Heard) -> Table:
    """What a visitor gets: topics, facts and written form together."""
    judges: dict[str, Judge] = {
        "topics": topics_right,
        "facts": facts_right,
        "written form": form_right,
        "all three": reply_right,
    }
    rows = {
        label: {
            name: _share(judge, heard.questions, questions, positions)
            for name, judge in judges.items()
        }
        for label, positions in grouped(questions, lambda q: q.language).items()
    }
    return shares_table("Ours: the reply as a whole", rows, {})


def _refusal_tables(
    questions: Sequence[Question], heard: Mapping[str, Heard], subjects: frozenset[str]
) -> list[Table]:
    """The two ways to be wrong about what is known; less is better in both."""
    return [
        _only(
            "Cannot be answered, but a fact is stated (less is better)",
            [i for i, q in enumerate(questions) if cannot_be_answered(q)],
            questions,
            heard,
            lambda reply, _: states_a_fact(reply, subjects),
        ),
        _only(
            "Can be answered, but is refused (less is better)",
            [i for i, q in enumerate(questions) if can_be_answered(q, subjects)],
            questions,
            heard,
            lambda reply, _: refuses(reply),
        ),
    ]


def _dialogue_tables(bench: Bench, heard: Mapping[str, Heard]) -> list[Table]:
    """Turns, and dialogues in which every turn is right."""
    dialogues = bench.dialogues
    targets = dict.fromkeys([*bench.languages, "all"], bench.plan.targets["dialogue_turns"])
    whole = f"{ours.NAME}, whole reply"
    judged: dict[str, tuple[Heard, Judge]] = {
        name: (found, topics_right) for name, found in heard.items()
    }
    judged[whole] = (heard[ours.NAME], reply_right)
    groups = grouped(dialogues, lambda dialogue: dialogue.language)
    turns, complete = {}, {}
    for label, positions in groups.items():
        found = {
            name: [_turns(judge, one.dialogues[i], dialogues[i]) for i in positions]
            for name, (one, judge) in judged.items()
        }
        turns[label] = {
            name: Share.among(r for talk in each for r in talk) for name, each in found.items()
        }
        complete[label] = {name: Share.among(map(all, each)) for name, each in found.items()}
    note = "Topics alone; for ours also topics, facts and written form together."
    return [
        shares_table("Right turns of dialogues", turns, targets, note),
        shares_table("Dialogues right in every turn", complete, {}, note),
    ]


def _by(
    questions: Sequence[Question],
    heard: Mapping[str, Heard],
    key: Callable[[Question], str],
    judge: Judge,
) -> dict[str, dict[str, Share]]:
    return {
        label: {
            name: _share(judge, found.questions, questions, positions)
            for name, found in heard.items()
        }
        for label, positions in grouped(questions, key).items()
    }


def _only(
    title: str,
    kept: Sequence[int],
    questions: Sequence[Question],
    heard: Mapping[str, Heard],
    judge: Judge,
) -> Table:
    """By language, over some of the questions."""
    chosen = [questions[i] for i in kept]
    replies = {name: Heard([found.questions[i] for i in kept], ()) for name, found in heard.items()}
    return shares_table(title, _by(chosen, replies, lambda q: q.language, judge), {})


def _share(
    judge: Judge, replies: Sequence[Reply], questions: Sequence[Question], positions: Iterable[int]
) -> Share:
    return Share.among(judge(replies[i], questions[i]) for i in positions)


def _turns(judge: Judge, replies: Sequence[Reply], dialogue: Dialogue) -> list[bool]:
    return [judge(reply, turn) for reply, turn in zip(replies, dialogue.turns, strict=True)]
