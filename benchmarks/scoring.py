"""Whether a reply is right, by the labels of its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from benchmarks.asking import NOT_OURS, Reply
from benchmarks.questions import CHOOSING, Question

REFUSALS = frozenset({"unanswerable", NOT_OURS})


def topics_right(reply: Reply, question: Question) -> bool:
    """All that is asked, and nothing else."""
    return reply.topics == question.topics


def without_repeats(replies: Sequence[Reply], turns: Sequence[Question]) -> list[Reply]:
    """Replies of a dialogue, where only another language is asked for less what they repeat.

    A guide that is asked to go over to another language says its last answer again in it: the
    topics of the reply before are no fault there.
    """
    pairs = zip(pairwise(replies), turns[1:], strict=True)
    return [*replies[:1], *(_new_in(reply, before, turn) for (before, reply), turn in pairs)]


def _new_in(reply: Reply, before: Reply, turn: Question) -> Reply:
    if turn.topics != {CHOOSING} or CHOOSING not in reply.topics:
        return reply
    return replace(reply, topics=reply.topics - before.topics | {CHOOSING})


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
