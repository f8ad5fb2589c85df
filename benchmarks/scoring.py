"""Whether a reply is right, by the labels of its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.asking import NOT_OURS, Reply
from benchmarks.questions import CHOOSING, Question

REFUSALS = frozenset({"unanswerable", NOT_OURS})


def topics_right(reply: Reply, question: Question) -> bool:
    """All that is asked, and nothing else."""
    return reply.topics == question.topics


def without_repeats(replies: Sequence[Reply], turns: Sequence[Question]) -> list[Reply]:
    """Replies of a dialogue, where only another language is asked for less what they repeat.

    A guide that is asked to go over to another language says its last answer again in it: the
    topics and facts of earlier replies are no fault there.
    """
    return [
        _new_in(reply, replies[:number], turn)
        for number, (reply, turn) in enumerate(zip(replies, turns, strict=True))
    ]


def _new_in(reply: Reply, earlier: Sequence[Reply], turn: Question) -> Reply:
    if turn.topics != {CHOOSING} or CHOOSING not in reply.topics:
        return reply
    topics = reply.topics.difference(*(before.topics for before in earlier))
    facts = reply.facts
    if facts is not None:
        facts = facts.difference(*(before.facts or () for before in earlier))
    return replace(reply, topics=topics | {CHOOSING}, facts=facts)


def facts_right(reply: Reply, question: Question) -> bool:
    """The facts that answer, and no others."""
    return question.facts is None or reply.facts == question.facts


def form_right(reply: Reply, question: Question) -> bool:
    """The language and script the visitor expects."""
    return reply.form == question.form


def reply_right(reply: Reply, question: Question) -> bool:
    """Topics, facts and written form."""
    return (
        topics_right(reply, question)
        and facts_right(reply, question)
        and form_right(reply, question)
    )


def cannot_be_answered(question: Question) -> bool:
    """Whether the right reply is a refusal and nothing else."""
    return question.topics <= REFUSALS


def can_be_answered(question: Question, subjects: frozenset[str]) -> bool:
    """Whether it asks something the facts file answers."""
    return bool(question.topics & subjects)


def states_a_fact(reply: Reply, subjects: frozenset[str]) -> bool:
    """Whether the reply is, or contains, an answer from the facts file."""
    return bool(reply.topics & subjects)


def refuses(reply: Reply) -> bool:
    """Whether the reply says no and nothing else."""
    return reply.topics <= REFUSALS
