"""Whether a reply is right, by the labels of its question."""

from __future__ import annotations

from benchmarks.asking import NOT_OURS, Reply
from benchmarks.questions import Question

REFUSALS = frozenset({"unanswerable", NOT_OURS})


def topics_right(reply: Reply, question: Question) -> bool:
    """All that is asked, and nothing else."""
    return reply.topics == question.topics


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
