"""When: days, weekdays, hours, dates, holidays. Words are in ``lexicon/when.yml``."""

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from horgos.entities.clock import PATTERN_GROUPS as CLOCK_GROUPS
from horgos.entities.clock import ClockWords, clocks
from horgos.entities.dates import PATTERN_GROUPS as DATE_GROUPS
from horgos.entities.dates import YEARS, DateWords, dates
from horgos.entities.lexicon import PhraseBook, lexicon
from horgos.entities.lexicon_file import LexiconError
from horgos.entities.patterns import Found, Patterns
from horgos.entities.reader import read, vocab
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import AnyHoliday, Clock, Day, Entity, Now, Weekday, Weekend, When
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_GROUPS = (
    "short_day",
    "numbered_weekday",
    "tenth_and_first",
    "told_only",
    "hours_known",
    "within_days",
)
_ISO_WEEK = range(1, 8)
_ELEVEN = 11
_AHEAD = {"days_later": 1, "weeks_later": 7}
# What is later than a fortnight is how long somebody stays or waits.
_FARTHEST = 14


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """All a message says of when, in order, each value once.

    A holiday that both countries keep yields one entity for each of them.

    Args:
        words: of the message.
        spelling: of the message.
    """
    sentence = read(words, spelling)
    found = list(_patterns().find(sentence))
    entities = list(_dates_and_clocks(sentence, found))
    covered = [(entity.start, entity.end) for entity in entities]
    days = (
        *_short_days(sentence, found),
        *_numbered_weekdays(sentence, found),
        *_days_ahead(sentence, found),
    )
    holidays = (*_single_words(sentence, _told_only(found)), *_tenth_and_first(sentence, found))
    for entity in (*holidays, *days):
        is_free = all(entity.end <= start or end <= entity.start for start, end in covered)
        if is_free or isinstance(entity.value, Day):  # 今晚八点: a day and an hour
            entities.append(entity)
    first: dict[object, Entity] = {}
    for entity in sorted(entities, key=lambda entity: (entity.start, entity.end)):
        first.setdefault(entity.value, entity)
    return tuple(first.values())


def _dates_and_clocks(sentence: Sentence, found: list[Found]) -> Iterator[Entity]:
    """Dates first: 5月1日 and 1 May hold numbers that are no hours."""
    taken: set[int] = set()
    for dated in dates(iter(found), sentence, DateWords(_months(), _ordinals())):
        taken.update(range(dated.start, dated.end))
        yield _entity(dated.date, sentence.term(dated.start), sentence.term(dated.end - 1))
    book = _book()
    words = ClockWords(book.meaning("part"), book.meaning("ordinal_hour"))
    known = _hours_known(found)
    for timed in clocks(iter(found), sentence, words):
        if timed.start not in known and taken.isdisjoint(range(timed.start, timed.end)):
            yield _entity(timed.clock, sentence.term(timed.start), sentence.term(timed.end - 1))


def _hours_known(found: list[Found]) -> frozenset[int]:
    """Where hours are told and something else is asked: 9-дан 18-ге дейін екенін білем."""
    told = (match for match in found if match.name == "hours_known")
    return frozenset(token for match in told for token in range(match.start, match.end))


def _told_only(found: list[Found]) -> frozenset[int]:
    """Words for a time that nobody asks about: last Friday, now I am a German citizen."""
    told = (match.about for match in found if match.name == "told_only")
    return frozenset(token for token in told if token is not None)


def _single_words(sentence: Sentence, told_only: Container[int]) -> Iterator[Entity]:
    """Words and phrases that are a value by themselves."""
    values, holidays = _values(), lexicon().holidays
    for token, term in enumerate(sentence.terms, start=1):
        if token in told_only or _is_price(token, sentence):
            continue
        for value in holidays.get(term.entry, ()):
            yield _entity(value, term, term)
        if term.entry in values:
            yield _entity(values[term.entry], term, term)


def _is_price(token: int, sentence: Sentence) -> bool:
    """CNY, the Chinese New Year, is the yuan beside a number, unless that is a year."""
    if sentence.term(token).entry not in lexicon().books["money"].meaning("currency"):
        return False
    beside = [at for at in (token - 1, token + 1) if not sentence.is_sentinel(at)]
    numbers = (sentence.term(at).number for at in beside)
    return any(number is not None and number not in YEARS for number in numbers)


def _short_days(sentence: Sentence, found: list[Found]) -> Iterator[Entity]:
    """Sat and Sun, which may also be a verb and a star."""
    short = _book().lists["sat_or_sun"]
    tokens = {
        token
        for match in found
        if match.name == "short_day"
        for token in range(match.start, match.end)
        if not sentence.is_sentinel(token) and sentence.term(token).entry in short
    }
    for token in sorted(tokens):
        term = sentence.term(token)
        yield _entity(Weekday(6 if term.entry == "sat" else 7), term, term)


def _numbered_weekdays(sentence: Sentence, found: list[Found]) -> Iterator[Entity]:
    """星期3, but not 一周5次: a number before the week counts weeks; аптаның 3-күні, not 3 күні."""
    for match in found:
        if match.name != "numbered_weekday" or match.about is None:
            continue
        term, before = sentence.term(match.about), match.start - 1
        counts_weeks = not sentence.is_sentinel(before) and sentence.term(before).number is not None
        is_tied = sentence.term(match.end - 1).atoms[0].word == term.atoms[-1].word
        number = term.number if is_tied and not counts_weeks else None
        if number is not None and number in _ISO_WEEK:
            yield _entity(Weekday(int(number)), sentence.term(match.start), term)


def _tenth_and_first(sentence: Sentence, found: list[Found]) -> Iterator[Entity]:
    """十一, the first of October, is eleven elsewhere."""
    names, by_entry = _book().lists["tenth_and_first_is"], lexicon().holidays
    for match in found:
        if match.name != "tenth_and_first" or match.about is None:
            continue
        term = sentence.term(match.about)
        if term.number == _ELEVEN and all(atom.kind == "han" for atom in term.atoms):
            for holiday in (one for name in names for one in by_entry[name]):
                yield _entity(holiday, term, term)


def _days_ahead(sentence: Sentence, found: list[Found]) -> Iterator[Entity]:
    """Бес күннен кейін, 一个星期以后; but not how often in three days."""
    counted = {match.about for match in found if match.name == "within_days"}
    for match in found:
        if match.about in counted:
            continue
        number = None if match.about is None else sentence.term(match.about).number
        if match.name not in _AHEAD or number is None or number != int(number):
            continue
        days = int(number) * _AHEAD[match.name]
        if 0 < days <= _FARTHEST:
            yield _entity(Day(days), sentence.term(match.start), sentence.term(match.end - 1))


def _entity(value: When, first: Term, last: Term) -> Entity:
    return Entity("when", value, first.start, last.end)


def _book() -> PhraseBook:
    return lexicon().books["when"]


@lru_cache(maxsize=1)
def _values() -> Mapping[str, When]:
    """Value by entry; entries that a "*" covers included.

    Raises:
        LexiconError: a number in the file is out of range.
    """
    book, vocabulary = _book(), lexicon().vocabulary
    values: dict[str, When] = {entry: Weekday(day) for entry, day in lexicon().weekdays.items()}
    for section, offsets in (("day", range(-3, 15)), ("weekday", _ISO_WEEK), ("noon", range(24))):
        for entry, number in book.meaning(section).items():
            if not number.removeprefix("-").isdigit() or int(number) not in offsets:
                raise LexiconError(f"{book.path}: meanings.{section}.{number}: out of range")
            values[entry] = _numbered(section, int(number))
    named: dict[str, When] = {"now": Now(), "weekend": Weekend(), "any_holiday": AnyHoliday()}
    for section, value in named.items():
        values.update(dict.fromkeys(book.meaning(section), value))
    for entry in list(values):
        for covered in vocabulary.family([entry]):
            values.setdefault(covered, values[entry])
    return values


def _numbered(section: str, number: int) -> When:
    if section == "day":
        return Day(number)
    return Weekday(number) if section == "weekday" else Clock(number, 0)


@lru_cache(maxsize=1)
def _patterns() -> Patterns:
    book = _book()
    book.require((*_GROUPS, *_AHEAD, *CLOCK_GROUPS, *DATE_GROUPS))
    days = (entry for entry, value in _values().items() if isinstance(value, Weekday | Weekend))
    lists = {**book.lists, "month": frozenset(_months()), "weekday": frozenset(days)}
    return Patterns(vocab(), lexicon().vocabulary, lists, book.groups)


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Month by entry, abbreviations included."""
    short = _book().meaning("month_abbreviation")
    return {**lexicon().months, **{entry: int(month) for entry, month in short.items()}}


@lru_cache(maxsize=1)
def _ordinals() -> Mapping[str, int]:
    """Day of the month by the entry of an ordinal."""
    sections = (_book().meaning("ordinal_day"), _book().meaning("ordinal_day_of"))
    return {entry: int(day) for section in sections for entry, day in section.items()}
