"""What a conversation remembers, and how a message is read in its light."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, get_args

from horgos.answers.beside import REFUSALS, SAID_AFTER
from horgos.answers.buttons import depends_on_citizenship
from horgos.answers.question import Ask
from horgos.answers.topics import Topics
from horgos.entities.values import Citizenship, Money, Side, When
from horgos.facts.model import Facts

FOLLOW_UP = "follow_up"
NOT_UNDERSTOOD = "nlu_fallback"
ACTS = (
    "greet",
    "goodbye",
    "thanks",
    "bot_challenge",
    "help",
    "choose_language",
    "human_help",
    "unanswerable",
    "out_of_scope",
    NOT_UNDERSTOOD,
    "empty",
    "too_long",
)
"""Intents that are answered without facts."""
GOING_ON = ("unanswerable", "out_of_scope", "human_help")
"""Acts that a message naming no topic may be about: "how much is it?" after "no parking known"."""
ACTS_NAMED = ("help", "human_help", "bot_challenge", "unanswerable")
"""Acts that a follow-up may ask for rather than going on: "then get me a person"."""

_UNSURE_BELOW = 0.5
"""A topic less probable than this may give way to the one just spoken of."""
_SPOKEN_OF = 2.0
"""How much more probable it is that a message goes on about the topic just spoken of."""
_ANSWERING_BELOW = 0.6
"""As ``_UNSURE_BELOW``, of a message that states the citizenship the last answer depends on."""
_ANSWERING = 3.0
"""As ``_SPOKEN_OF``, of such a message: the guide had asked for it."""
_BARE_FROM = 0.1
"""Probability of going on from which "when does it open?" names nothing; a name leaves less."""
_BARE_SHARE = 0.5
"""How probable "when?" is beside going on, at least."""
_NAMED_FROM = 0.4
"""Share, of all but going on, from which a follow-up names another topic ("and the border?")."""
_NAMED_LEAST = 0.1
"""Its least probability, however sure it is that the message goes on."""
_NAMED_AFTER_ACT = 0.3
"""The same after what the guide does not know: "and what does it cost?" is still about that."""
_NARROWED_FROM = 0.03
"""Probability of a narrower question from which a follow-up asks for it ("since when?")."""
_NARROWED_SHARE = 0.7
"""Its least share of the topic's probability."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class Heard:
    """What understanding made of one message.

    Attributes:
        intents: Full intents (``about_zone/area``), in the order of the message.
        citizenships: ISO 3166 codes or ``other``.
        money: Amounts.
        whens: Days and clock times.
        sides: Sides of the zone.
        leanings: Probability of full intents, of those that are not negligible.
    """

    intents: tuple[str, ...]
    citizenships: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()
    whens: tuple[When, ...] = ()
    sides: tuple[str, ...] = ()
    leanings: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        intents: Iterable[str],
        entities: Iterable[object],
        leanings: Mapping[str, float] | None = None,
    ) -> Heard:
        """Sort the values of entities by kind."""
        values = list(entities)
        return cls(
            intents=tuple(intents),
            citizenships=tuple(dict.fromkeys(v.country for v in _only(Citizenship, values))),
            money=tuple(_only(Money, values)),
            whens=tuple(v for v in values if isinstance(v, get_args(When))),
            sides=tuple(dict.fromkeys(v.country for v in _only(Side, values))),
            leanings=leanings or {},
        )

    @property
    def has_circumstances(self) -> bool:
        """Whether it names anybody, any amount, any time or any side."""
        return bool(self.citizenships or self.money or self.whens or self.sides)

    def leaning_to(self, topic: str) -> float:
        """Probability of a topic, its narrower questions together."""
        return sum(p for intent, p in self.leanings.items() if intent.partition("/")[0] == topic)

    def leaning_to_any(self, topic: str, asked: tuple[str, ...]) -> float:
        """Probability of these narrower questions of a topic."""
        return sum(self.leanings.get(f"{topic}/{narrower}", 0.0) for narrower in asked)

    def narrowed(self, topic: str) -> tuple[str, ...]:
        """The narrower question of a topic that the message leans to; empty for none."""
        of_topic = [i for i in self.leanings if i.startswith(f"{topic}/")]
        best = max(of_topic, key=lambda intent: self.leanings[intent], default=None)
        if best is None or self.leanings[best] < _NARROWED_FROM:
            return ()
        if self.leanings[best] < _NARROWED_SHARE * self.leaning_to(topic):
            return ()
        return _narrower(best)

    def asks_any_of(self, topics: Topics) -> bool:
        """Whether it asks a topic of its own."""
        return any(intent.partition("/")[0] in topics for intent in self.intents)


@dataclass(frozen=True)
class Memory:
    """What was asked before in this conversation.

    Attributes:
        asks: What the last answer was about.
        citizenships: The visitor's, as far as known.
        money: The amount last spoken of.
        act: The act last answered, when it is one of ``GOING_ON``.
    """

    asks: tuple[Ask, ...] = ()
    citizenships: tuple[str, ...] = ()
    money: Money | None = None
    act: str | None = None


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

    A follow-up takes its topic from the conversation, a message without a follow-up takes
    only the citizenship from it. The amount is remembered for follow-ups, and when the topic
    just answered is asked again for other citizens, in words or by a button. A message that
    understanding is unsure of goes on about what was just spoken of, if that is probable enough.
    """
    heard = replace(heard, intents=_in_context(heard, memory, topics, facts))
    citizenships = heard.citizenships or memory.citizenships
    asks = _asks(heard.intents, topics)
    is_follow_up = not asks and _is_follow_up(heard)
    if is_follow_up:
        asks = _follow_up(heard, memory, topics, facts)
    money = _money(heard, memory, is_follow_up or _same_for_others(heard, asks, memory))
    act = None if asks else _act(heard, memory, is_follow_up)
    return Resolved(asks, act, _after(heard.intents, act), citizenships, money)


def _in_context(heard: Heard, memory: Memory, topics: Topics, facts: Facts) -> tuple[str, ...]:
    """The intents, or what was just spoken of where they are unsure."""
    unsure_below, spoken_of_more = _UNSURE_BELOW, _SPOKEN_OF
    if heard.citizenships and any(depends_on_citizenship(a.topic, facts) for a in memory.asks):
        unsure_below, spoken_of_more = _ANSWERING_BELOW, _ANSWERING
    # After other hours as well it would be right of "till when?", but wrong of "and the shops?".
    if _names_nothing(heard) and _when(heard, _concerned(memory.asks, topics.begun), topics):
        return (FOLLOW_UP,)
    if heard.intents == (FOLLOW_UP,) and not heard.has_circumstances:
        return (_act_named(heard) or FOLLOW_UP,)
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


def _names_nothing(heard: Heard) -> bool:
    """Whether it asks one thing that it might be going on about."""
    return len(heard.intents) == 1 and heard.leaning_to(FOLLOW_UP) >= _BARE_FROM


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
            asked[topic] = (*asked.get(topic, ()), *_narrower(intent))
    return tuple(Ask(topic, tuple(dict.fromkeys(more))) for topic, more in asked.items())


def _narrower(intent: str) -> tuple[str, ...]:
    """The narrower question of a full intent; empty for its topic as a whole."""
    narrower = intent.partition("/")[2]
    return (narrower,) if narrower and narrower != "overview" else ()


def _is_follow_up(heard: Heard) -> bool:
    """Said so by understanding, or nothing understood but somebody, some time, some amount."""
    if FOLLOW_UP in heard.intents:
        return True
    return heard.intents == (NOT_UNDERSTOOD,) and heard.has_circumstances


def _act_named(heard: Heard) -> str | None:
    """The act a follow-up asks for rather than going on."""
    act = max(ACTS_NAMED, key=heard.leaning_to)
    return act if heard.leaning_to(act) >= _needed(heard) else None


def _needed(heard: Heard) -> float:
    """Probability from which a follow-up names something else."""
    return max(_NAMED_LEAST, _NAMED_FROM * (1 - heard.leaning_to(FOLLOW_UP)))


def _follow_up(heard: Heard, memory: Memory, topics: Topics, facts: Facts) -> tuple[Ask, ...]:
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
    needed = max(_NARROWED_FROM, _BARE_SHARE * heard.leaning_to(FOLLOW_UP))
    bare = max(began, is_open) < needed and min(began, is_open) >= _NARROWED_FROM
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


def _only(kind: type[_T], values: list[object]) -> list[_T]:
    return [value for value in values if isinstance(value, kind)]
