"""The tables of understanding: shares right, by language, written form, style and length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks import ours
from benchmarks.asking import Reply
from benchmarks.bench import Bench
from benchmarks.heard import Heard
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
    without_repeats,
)
from benchmarks.tables import Share, Table, grouped, shares_table
from benchmarks.texts import FEW_WORDS, LENGTHS, length_of

Judge = Callable[[Reply, Question], bool]
Targets = Mapping[str, str]

MORE_WORDS = "from three words on"
"""Row of all texts but those of one or two words."""


def understanding_tables(
    bench: Bench, heard: Mapping[str, Heard], subjects: frozenset[str]
) -> list[Table]:
    """All of them.

    Args:
        bench: The run.
        heard: Replies by name of the system.
        subjects: Topics answered from the facts file.
    """
    return [
        *_topic_tables(bench, heard),
        *_whole_replies(bench, heard[ours.NAME]),
        *_refusal_tables(bench, heard, subjects),
        *_dialogue_tables(bench, heard),
    ]


def _topic_tables(bench: Bench, heard: Mapping[str, Heard]) -> list[Table]:
    """Right topics by language, by written form and by style."""
    by_language = _by(bench.questions, heard, lambda q: q.language, topics_right)
    bars = dict.fromkeys(by_language, bench.plan.targets["topics"])
    note = "All topics of the message and no other."
    return [
        shares_table("Right topics", by_language, bars, note),
        *(
            _by_kind(f"Right topics by {name}", bench, heard, key)
            for name, key in (("written form of the reply", _form), ("style", _style))
        ),
    ]


def _by_kind(
    title: str, bench: Bench, heard: Mapping[str, Heard], key: Callable[[Question], str]
) -> Table:
    rows = _by(bench.questions, heard, key, topics_right)
    target = bench.plan.targets["topics_by_form_and_style"]
    return shares_table(title, rows, dict.fromkeys(rows, target))


def _whole_replies(bench: Bench, heard: Heard) -> list[Table]:
    """What a visitor gets: topics, facts and written form together; and the form by length."""
    judges: dict[str, Judge] = {
        "topics": topics_right,
        "facts": facts_right,
        "written form": form_right,
        "all three": reply_right,
    }
    questions, targets = bench.questions, bench.plan.targets
    rows = {
        label: {
            name: _share(judge, heard.questions, questions, positions)
            for name, judge in judges.items()
        }
        for label, positions in grouped(questions, lambda q: q.language).items()
    }
    whole = dict.fromkeys(rows, f"all three {targets['whole_reply']}")
    return [
        shares_table("Ours: the reply as a whole", rows, whole),
        form_table(questions, heard, targets),
    ]


def form_table(questions: Sequence[Question], heard: Heard, targets: Targets) -> Table:
    """Right written form by length; one target is for all from three words on.

    Args:
        questions: As asked.
        heard: The replies to them.
        targets: Bars of ``plan.yml``.
    """
    by_length = grouped(questions, _length)
    few = set(by_length.get(LENGTHS[FEW_WORDS], ()))
    groups = {**by_length, MORE_WORDS: [i for i in by_length["all"] if i not in few]}
    rows = {
        label: {ours.NAME: _share(form_right, heard.questions, questions, positions)}
        for label, positions in groups.items()
    }
    bars = dict.fromkeys(rows, targets["form_of_more_words"])
    bars[LENGTHS[FEW_WORDS]] = targets["form_of_few_words"]
    del bars["all"]
    return shares_table("Ours: written form of the reply by length of the question", rows, bars)


def _refusal_tables(
    bench: Bench, heard: Mapping[str, Heard], subjects: frozenset[str]
) -> list[Table]:
    """The two ways to be wrong about what is known; less is better in both."""
    questions, targets = bench.questions, bench.plan.targets
    return [
        _only(
            "Cannot be answered, but a fact is stated (less is better)",
            [i for i, q in enumerate(questions) if cannot_be_answered(q)],
            questions,
            heard,
            lambda reply, _: states_a_fact(reply, subjects),
            targets["wrong_fact"],
        ),
        _only(
            "Can be answered, but is refused (less is better)",
            [i for i, q in enumerate(questions) if can_be_answered(q, subjects)],
            questions,
            heard,
            lambda reply, _: refuses(reply),
            targets["wrong_refusal"],
        ),
    ]


def _dialogue_tables(bench: Bench, heard: Mapping[str, Heard]) -> list[Table]:
    """Turns, and dialogues in which every turn is right."""
    dialogues = bench.dialogues
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
    targets = dict.fromkeys(groups, bench.plan.targets["whole_dialogue"])
    note = "Topics alone; for ours also topics, facts and written form together."
    return [
        shares_table("Right turns of dialogues", turns, {}, note),
        shares_table("Dialogues right in every turn", complete, targets, note),
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
    target: str,
) -> Table:
    """By language, over some of the questions."""
    chosen = [questions[i] for i in kept]
    replies = {name: Heard([found.questions[i] for i in kept], ()) for name, found in heard.items()}
    rows = _by(chosen, replies, lambda q: q.language, judge)
    return shares_table(title, rows, dict.fromkeys(rows, target))


def _share(
    judge: Judge, replies: Sequence[Reply], questions: Sequence[Question], positions: Iterable[int]
) -> Share:
    return Share.among(judge(replies[i], questions[i]) for i in positions)


def _turns(judge: Judge, replies: Sequence[Reply], dialogue: Dialogue) -> list[bool]:
    judged = without_repeats(replies, dialogue.turns)
    return [judge(reply, turn) for reply, turn in zip(judged, dialogue.turns, strict=True)]


def _form(question: Question) -> str:
    return question.form


def _style(question: Question) -> str:
    return question.style


def _length(question: Question) -> str:
    return LENGTHS[length_of(question.text)]
