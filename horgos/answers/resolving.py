"""A message read in the light of its conversation: what to answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from horgos.answers.acts import ACTS, FOLLOW_UP, NOT_UNDERSTOOD
from horgos.answers.beside import REFUSALS, SAID_AFTER
from horgos.answers.buttons import depends_on_citizenship
from horgos.answers.follow_up import act_named, follow_up, is_bare_when
from horgos.answers.heard import Heard, narrower_of
from horgos.answers.memory import Memory
from horgos.answers.question import Ask
from horgos.answers.topics import Topics
from horgos.entities.values import Money
from horgos.facts.model import Facts

_UNSURE_BELOW = 0.5
"""A topic less probable than this may give way to the one just spoken of."""
_SPOKEN_OF = 2.0
"""How much more probable it is that a message goes on about the topic just spoken of."""
_ANSWERING_BELOW = 0.6
"""As ``_UNSURE_BELOW``, of a message that states the citizenship the last answer depends on."""
_ANSWERING = 3.0
"""As ``_SPOKEN_OF``, of such a message: the guide had asked for it."""


@dataclass(frozen=True)
class Resolved:
    """A message read in the light of the conversation: topics to answer, or an act.

    Attributes:
        asks: Topics; empty for an act.
        act: The act to answer when there is no topic; None beside topics.
        after: Sentences of further acts, said behind the answer.
        citizenships: Of the message, else remembered.
        money: Of the message, else remembered, completed by the remembered currency.
    """

    asks: tuple[Ask, ...]
    act: str | None
    after: tuple[str, ...]
    citizenships: tuple[str, ...]
    money: Money | None


def resolve(heard: Heard, memory: Memory, topics: Topics, facts: Facts) -> Resolved:
    """Read a message in the light of the conversation.

    A people named by itself is a citizenship after an answer that depends on it.
    A follow-up takes its topic from the conversation, a message without a follow-up takes
    only the citizenship from it. The amount is remembered for follow-ups, and when the topic
    just answered is asked again for other citizens, in words or by a button. A message that
    understanding is unsure of goes on about what was just spoken of, if that is probable enough.
    """
    heard = _answering(heard, memory, facts)
    heard = replace(heard, intents=_in_context(heard, memory, topics, facts))
    citizenships = heard.citizenships or memory.citizenships
    asks = _asks(heard.intents, topics)
    is_follow_up = not asks and _is_follow_up(heard)
    if is_follow_up:
        asks = follow_up(heard, memory, topics, facts)
    money = _money(heard, memory, is_follow_up or _same_for_others(heard, asks, memory))
    act = None if asks else _act(heard, memory, is_follow_up)
    return Resolved(asks, act, _after(heard.intents, act), citizenships, money)


def _answering(heard: Heard, memory: Memory, facts: Facts) -> Heard:
    """With the people it names as its citizenship, where the guide asked for one."""
    if heard.citizenships or not _is_asked_for_citizenship(memory, facts):
        return heard
    return replace(heard, citizenships=heard.nationalities)


def _is_asked_for_citizenship(memory: Memory, facts: Facts) -> bool:
    return any(depends_on_citizenship(ask.topic, facts) for ask in memory.asks)


def _in_context(heard: Heard, memory: Memory, topics: Topics, facts: Facts) -> tuple[str, ...]:
    """The intents, or what was just spoken of where they are unsure."""
    unsure_below, spoken_of_more = _UNSURE_BELOW, _SPOKEN_OF
    if heard.citizenships and _is_asked_for_citizenship(memory, facts):
        unsure_below, spoken_of_more = _ANSWERING_BELOW, _ANSWERING
    if is_bare_when(heard, memory.asks, topics):
        return (FOLLOW_UP,)
    if heard.intents == (FOLLOW_UP,) and not heard.has_circumstances:
        return (act_named(heard) or FOLLOW_UP,)
    asked = heard.intents[0] if len(heard.intents) == 1 else ""
    best = heard.leaning_to(asked.partition("/")[0])
    if not (memory.asks and 0 < best < unsure_below):
        return heard.intents
    spoken_of = [FOLLOW_UP, *(ask.topic for ask in memory.asks if ask.topic in topics)]
    rival = max(spoken_of, key=heard.leaning_to)
    if asked.partition("/")[0] in spoken_of or heard.leaning_to(rival) * spoken_of_more < best:
        return heard.intents
    narrowed = heard.narrowed(rival)
    return (f"{rival}/{narrowed[0]}" if narrowed else rival,)


def _act(heard: Heard, memory: Memory, is_follow_up: bool) -> str:
    """What to answer when no topic is asked."""
    if is_follow_up and memory.act is not None:
        return memory.act
    if is_follow_up and heard.has_circumstances:
        return "which_topic"
    return next((intent for intent in heard.intents if intent in ACTS), NOT_UNDERSTOOD)


def _after(intents: tuple[str, ...], act: str | None) -> tuple[str, ...]:
    """What is said behind the answer; a reply says only once that it does not know."""
    refusal = next((one for one in (act, *intents) if one in REFUSALS), None)
    return tuple(
        SAID_AFTER[intent]
        for intent in intents
        if intent in SAID_AFTER and intent != act and (intent == refusal or intent not in REFUSALS)
    )


def _asks(intents: tuple[str, ...], topics: Topics) -> tuple[Ask, ...]:
    """One ask a topic; narrower questions of the same topic are put together."""
    asked: dict[str, tuple[str, ...]] = {}
    for intent in intents:
        topic = intent.partition("/")[0]
        if topic in topics:
            asked[topic] = (*asked.get(topic, ()), *narrower_of(intent))
    return tuple(Ask(topic, tuple(dict.fromkeys(more))) for topic, more in asked.items())


def _is_follow_up(heard: Heard) -> bool:
    """Said so by understanding, or nothing understood but somebody, some time, some amount."""
    if FOLLOW_UP in heard.intents:
        return True
    return heard.intents == (NOT_UNDERSTOOD,) and heard.has_circumstances


def _same_for_others(heard: Heard, asks: tuple[Ask, ...], memory: Memory) -> bool:
    before = {ask.topic for ask in memory.asks}
    return bool(heard.citizenships) and any(ask.topic in before for ask in asks)


def _money(heard: Heard, memory: Memory, goes_on: bool) -> Money | None:
    if heard.money:
        amount = heard.money[0]
        if amount.currency is None and goes_on and memory.money is not None:
            return replace(amount, currency=memory.money.currency)
        return amount
    return memory.money if goes_on else None
