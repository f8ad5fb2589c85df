"""What a message asks that goes on about what was just spoken of."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.answers.acts import FOLLOW_UP
from horgos.answers.buttons import depends_on_citizenship
from horgos.answers.heard import NARROWED_FROM, Heard
from horgos.answers.memory import Memory
from horgos.answers.question import Ask
from horgos.answers.topics import Topics
from horgos.facts.model import Facts

ACTS_NAMED = ("help", "human_help", "bot_challenge", "unanswerable")
"""Acts that a follow-up may ask for rather than going on: "then get me a person"."""

_BARE_FROM = 0.1
"""Probability of going on from which "when does it open?" names nothing; a name leaves less."""
_BARE_HOURS_FROM = 0.25
"""The same where what was just spoken of has hours of its own."""
_BARE_SHARE = 0.5
"""How probable "when?" is beside going on, at least."""
_NAMED_FROM = 0.4
"""Share, of all but going on, from which a follow-up names another topic ("and the border?")."""
_NAMED_LEAST = 0.12
"""Its least probability, however sure it is that the message goes on."""
_NAMED_AFTER_ACT = 0.3
"""The same after what the guide does not know: "and what does it cost?" is still about that."""


def act_named(heard: Heard) -> str | None:
    """The act a follow-up asks for rather than going on."""
    act = max(ACTS_NAMED, key=heard.leaning_to)
    return act if heard.leaning_to(act) >= _needed(heard) else None


def _needed(heard: Heard) -> float:
    """Probability from which a follow-up names something else."""
    return max(_NAMED_LEAST, _NAMED_FROM * (1 - heard.leaning_to(FOLLOW_UP)))


def is_bare_when(heard: Heard, before: tuple[Ask, ...], topics: Topics) -> bool:
    """Whether hours or a beginning are asked, without a name, of what was just spoken of.

    Of what has hours it must be more probable: else "and the shops?" would be asked of the port.
    """
    goes_on = heard.leaning_to(FOLLOW_UP)
    when = {ask.topic for ask in _usual(topics.timed)}
    when |= {f"{topic}/{narrower}" for topic, asked in topics.begun.items() for narrower in asked}
    asked_of = before if goes_on >= _BARE_HOURS_FROM else _concerned(before, topics.begun)
    names_nothing = goes_on >= _BARE_FROM and when.issuperset(heard.intents)
    return names_nothing and bool(_when(heard, asked_of, topics))


def follow_up(heard: Heard, memory: Memory, topics: Topics, facts: Facts) -> tuple[Ask, ...]:
    """What a follow-up asks; nothing when it goes on about an act or there is nothing before."""
    before = memory.asks
    if heard.money:
        return _concerned(before, topics.priced) or _usual(topics.priced)
    if heard.citizenships:
        concerned = [ask for ask in before if depends_on_citizenship(ask.topic, facts)]
        return tuple(concerned) or before
    if heard.whens or heard.sides:
        return _concerned(before, topics.timed) or before or _usual(topics.timed)
    when = _when(heard, before, topics)
    if when:
        return when
    named = _named(heard, before, topics)
    if named is not None and (memory.act is None or heard.leaning_to(named) >= _NAMED_AFTER_ACT):
        return (Ask(named, heard.narrowed(named)),)
    if memory.act is not None:
        return ()
    return tuple(Ask(ask.topic, heard.narrowed(ask.topic) or ask.asked) for ask in before)


def _named(heard: Heard, before: tuple[Ask, ...], topics: Topics) -> str | None:
    """The topic a follow-up names; None for none.

    After opening hours another topic with hours is meant rather than one without: "and the port?".
    """
    timed = topics.timed if any(ask.topic in topics.timed for ask in before) else ()
    needed = _needed(heard)
    for meant in (timed, topics):
        best = max(meant, key=heard.leaning_to, default=None)
        if best is not None and heard.leaning_to(best) >= needed:
            return best
    return None


def _when(heard: Heard, before: tuple[Ask, ...], topics: Topics) -> tuple[Ask, ...]:
    """What was just spoken of, asked when it began or is open; nothing if that is not asked.

    A bare "when?" is some of both and asks of a beginning first; "since when?" and "till when?"
    are one of them, beside what says that the message goes on.
    """
    began = sum(heard.leaning_to_any(topic, asked) for topic, asked in topics.begun.items())
    is_open = sum(heard.leaning_to(ask.topic) for ask in _usual(topics.timed))
    needed = max(NARROWED_FROM, _BARE_SHARE * heard.leaning_to(FOLLOW_UP))
    bare = max(began, is_open) < needed and min(began, is_open) >= NARROWED_FROM
    for leaning, asked_of in ((began, topics.begun), (is_open, topics.timed)):
        concerned = _concerned(before, asked_of)
        if concerned and (bare or leaning >= needed):
            return concerned
    return ()


def _concerned(before: tuple[Ask, ...], asked_of: Mapping[str, tuple[str, ...]]) -> tuple[Ask, ...]:
    """Those just spoken of that such a thing is asked of, narrowed to the questions it asks."""
    return tuple(Ask(a.topic, asked_of[a.topic]) for a in before if a.topic in asked_of)


def _usual(asked_of: Mapping[str, tuple[str, ...]]) -> tuple[Ask, ...]:
    """The first topic that such a thing is asked of: meant when nothing was spoken of."""
    return tuple(map(Ask, asked_of))[:1]
