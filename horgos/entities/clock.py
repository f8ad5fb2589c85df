"""Times of day in a message."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from horgos.entities.patterns import Found
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import Clock

PATTERN_GROUPS = (
    "hour_part",
    "part_hour",
    "half_hour",
    "half_to",
    "quarter",
    "three_quarters",
    "quarter_to",
    "dial_figures",
    "quarter_of",
    "military",
    "minutes",
    "bare_minutes",
    "dotted_hour",
    "bare_dotted_hour",
    "spaced_hour",
    "minutes_past",
    "minutes_to",
    "minutes_of",
    "hour_word",
    "oclock",
    "at_hour",
    "no_clock",
)
# "From 1 pm to 3": pm belongs to the hour before it.
_SUREST = frozenset(
    {
        "hour_part",
        "half_hour",
        "half_to",
        "quarter",
        "quarter_to",
        "quarter_of",
        "minutes_past",
        "minutes_to",
    }
)
_MINUTES = {
    "half_hour": 30,
    "half_to": -30,
    "quarter": 15,
    "three_quarters": 45,
    "quarter_to": -15,
    "quarter_of": -45,
}
# Before the hour or after it; of the Russian hour, which is named by its end.
_COUNTED = {"minutes_past": 0, "minutes_to": 0, "minutes_of": -60}
# On the dial every figure is five minutes.
_FIGURE = 5
_POINT = re.compile(r"\d+\.\d+")
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")
# By itself 15.45 is an hour and 1.50 a sum or a weight; 10.12 may be a date.
_LEAST_BARE_HOUR = 6
_DATE_LIKE = range(1, 13)
# Екі үште is at two or three, екі отызда at half past two.
_LEAST_BARE_MINUTES = 10
# Said with no part of the day, these are after noon: hardly any visitor means the night.
_AFTERNOON = range(1, 7)
_EARLY = "one to six"


@dataclass(frozen=True)
class ClockWords:
    """Words that pin an hour down, by entry.

    Attributes:
        parts: part of the day: morning, afternoon, evening or night.
        ordinals: hour by the Russian ordinal in "half of the ninth".
    """

    parts: Mapping[str, str]
    ordinals: Mapping[str, str]


@dataclass(frozen=True)
class FoundClock:
    """A time of day and the tokens it is made of."""

    clock: Clock
    start: int
    end: int


def clocks(found: Iterator[Found], sentence: Sentence, words: ClockWords) -> list[FoundClock]:
    """Times of day by the patterns of the clock, each stretch of text once.

    Args:
        found: matches, longest first; those of other groups are skipped.
        sentence: the message.
        words: see there.
    """
    matches = sorted(found, key=lambda match: match.name not in _SUREST)
    taken = {
        token
        for match in matches
        if match.name == "no_clock"
        for token in _own_tokens(match, sentence)
    }
    result = []
    for match in matches:
        clock = _read(match, sentence, words) if match.name in PATTERN_GROUPS else None
        if clock is None:
            continue
        tokens = _own_tokens(match, sentence)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            result.append(FoundClock(clock, min(tokens), max(tokens) + 1))
    for token, term in enumerate(sentence.terms, start=1):
        clock = _of_time(term) if term.label == "TIME" and token not in taken else None
        if clock is not None:
            result.append(FoundClock(clock, token, token + 1))
    return result


def _own_tokens(match: Found, sentence: Sentence) -> set[int]:
    """The tokens of a match, without the edges of the message."""
    return {token for token in range(match.start, match.end) if not sentence.is_sentinel(token)}


def _read(match: Found, sentence: Sentence, words: ClockWords) -> Clock | None:
    terms = [sentence.term(token) for token in sorted(_own_tokens(match, sentence))]
    part = next((words.parts[term.entry] for term in terms if term.entry in words.parts), None)
    part = part or _unsaid_part(match, sentence, words)
    base = _base(match, sentence, terms, words) if _is_typed_as_hour(match, terms) else None
    if base is None:
        return None
    hour, minute = base
    if match.name in {"minutes", "bare_minutes", "spaced_hour", "dial_figures"}:
        minute = _minutes_after(match.name, terms)
    if match.name == "bare_minutes" and not _are_bare_minutes(minute, terms):
        return None
    about = None if match.about is None else sentence.term(match.about)
    minute += _MINUTES.get(match.name, 0) + _counted(match, terms, about)
    if minute < 0:
        hour, minute = (hour - 1) % 12 or 12, minute + 60
    return Clock(_in_day(hour, part), minute) if minute < 60 else None


def _is_typed_as_hour(match: Found, terms: list[Term]) -> bool:
    """Whether figures look like the hour that a pattern takes them for: 15.45, 18 00."""
    last = terms[-1].atoms[0].reading
    if match.name == "spaced_hour":
        return len(last) == 2 and last.isdigit()
    figures = terms[0].atoms[0].reading
    has_only_ending = match.name == "at_hour" and "." in figures  # 19.30-да
    if match.name not in {"dotted_hour", "bare_dotted_hour"} and not has_only_ending:
        return True
    typed = _DOTTED.fullmatch(figures if has_only_ending else last)
    if typed is None:
        return False
    hour, minute = map(int, typed.groups())
    is_round = minute not in _DATE_LIKE and minute % _FIGURE == 0
    return match.name == "dotted_hour" or (hour >= _LEAST_BARE_HOUR and is_round)


def _minutes_after(name: str, terms: list[Term]) -> int:
    """The minutes after the hour; a lone numeral is a figure of the dial: 三點九 is 3:45."""
    said = terms[-1] if terms[-1].number is not None else terms[-2]
    is_lone = said is terms[-1] and len(said.atoms) == 1 and said.atoms[0].kind == "han"
    is_figure = name == "dial_figures" or (is_lone and (said.number or 10) < 10)
    return int(said.number or 0) * (_FIGURE if is_figure else 1)


def _are_bare_minutes(minute: int, terms: list[Term]) -> bool:
    """Екі отызда and 14 00-де, but not екі үште."""
    is_on_the_hour = any(term.atoms[0].reading == "00" for term in terms)
    return minute >= _LEAST_BARE_MINUTES or is_on_the_hour


def _unsaid_part(match: Found, sentence: Sentence, words: ClockWords) -> str | None:
    """The afternoon for one to six o'clock, if the message names no part of the day at all."""
    is_digital = match.about is not None and sentence.term(match.about).label == "TIME"
    is_digital = is_digital or match.name == "military"
    is_told = is_digital or any(term.entry in words.parts for term in sentence.terms)
    return None if is_told else _EARLY


def _counted(match: Found, terms: list[Term], hour: Term | None) -> int:
    """Minutes said as a number beside the hour: ten past eight, без пяти девять."""
    if match.name not in _COUNTED:
        return 0
    numbers = [term.number for term in terms if term.number is not None and term is not hour]
    minutes = min(int(numbers[0]), 60) if numbers else 0
    return -minutes if match.name == "minutes_to" else minutes + _COUNTED[match.name]


def _base(
    match: Found, sentence: Sentence, terms: list[Term], words: ClockWords
) -> tuple[int, int] | None:
    """Hour and minute as said, before part of the day and fractions count."""
    if match.about is None:
        hours = [words.ordinals[term.entry] for term in terms if term.entry in words.ordinals]
        return (int(hours[0]), 0) if hours else None
    term = sentence.term(match.about)
    if term.label == "TIME":
        clock = _of_time(term)
        return None if clock is None else (clock.hour, clock.minute)
    typed = term.atoms[0].reading
    if match.name == "military":
        return _checked(typed[:2], typed[2:]) if len(typed) == 4 else None
    if _POINT.fullmatch(typed) and term.number == Decimal(typed):  # 19.30-да too, not 1.5 млн
        hour, _, minute = typed.partition(".")
        return _checked(hour, minute) if len(minute) == 2 else None
    number = term.number
    if number is None or number >= 25 or number * 2 != int(number * 2):
        return None
    return int(number), 30 if number != int(number) else 0


def _checked(hour: str, minute: str) -> tuple[int, int] | None:
    is_time = hour.isdigit() and minute.isdigit() and int(hour) <= 24 and int(minute) < 60
    return (int(hour), int(minute)) if is_time else None


def _of_time(term: Term) -> Clock | None:
    """20:00, 20:00:00 or 20-00."""
    hour, minute = term.atoms[0].reading.replace("-", ":").split(":")[:2]
    checked = _checked(hour, minute)
    return None if checked is None else Clock(checked[0] % 24, checked[1])


def _in_day(hour: int, part: str | None) -> int:
    """The hour on a 24-hour clock: eight in the evening is 20, twelve at night 0, a bare six 18."""
    if part == _EARLY:
        return hour + 12 if hour in _AFTERNOON else hour % 24
    if part == "morning":
        return 0 if hour == 12 else hour % 24
    if part in {"afternoon", "evening"}:
        if part == "evening" and hour == 12:
            return 0
        return hour + 12 if hour < 12 else hour % 24
    if part == "night":
        return hour % 12 if hour <= 5 or hour == 12 else hour + 12 if hour < 12 else hour % 24
    return hour % 24
