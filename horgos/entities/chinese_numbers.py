"""Numbers in Chinese numerals, spoken ones included: 六千五 is 6500, 一万二 is 12000."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", start=1)},
    "〇": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "廿": 20,
    "卅": 30,
}
"""Characters for small numbers, Simplified; 廿 and 卅 need no 十 after them."""

UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_UNITS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}

_UNITS_ALONE = frozenset("百千万萬")
ABOUT_ONE = "成"
"""Cantonese 成萬蚊: some ten thousand."""

_TENTHS = frozenset("二三四五六七八九")
# They count persons or things and stand in no row of digits: 咱们仨一块去.
_NO_DIGITS = frozenset("两俩仨")


@dataclass
class _Reading:
    """How far a numeral has been read."""

    total: Decimal = Decimal(0)  # before the last 万 or 亿
    section: Decimal = Decimal(0)  # since then
    digit: Decimal | None = None  # waiting for its unit
    last_unit: int = 0  # what a digit at the very end is a tenth of; 0 when it is none
    units: int = 0


def parse_chinese(parts: Sequence[str | Decimal]) -> tuple[Decimal, int] | None:
    """Read the numeral a sequence begins with.

    Args:
        parts: single characters, and numbers in digits where they are mixed (1.5万, 8千5).

    Returns:
        The value and how many parts it takes; None when the sequence begins with no numeral.
        A lone unit is none: 千万 and 百 also mean other things. 十 is.
    """
    unsaid = 0
    first = parts[0] if parts else ""
    if first == ABOUT_ONE:
        parts = ("一", *parts[1:2]) if parts[1:2] and parts[1] in _UNITS_ALONE else ()
        first = parts[0] if parts else ""
    if _drops_one(parts):
        parts, unsaid = ("一", *parts), 1
        first = "一"
    if not (isinstance(first, Decimal) or first in DIGITS or first in {"十", "拾"}):
        return None
    run = _run_of_digits(parts)
    if run is not None:
        return run
    state = _Reading()
    taken = 0
    for part in parts:
        if not _take(state, part):
            break
        taken += 1
    return _finish(state), taken - unsaid


def _drops_one(parts: Sequence[str | Decimal]) -> bool:
    """Cantonese 千五 is 1500 and 萬二 12000; 万一 means "in case"."""
    return len(parts) > 1 and parts[0] in _UNITS_ALONE and parts[1] in _TENTHS


def _run_of_digits(parts: Sequence[str | Decimal]) -> tuple[Decimal, int] | None:
    """二零二五, read digit by digit; None when the digits carry units."""
    run = []
    for part in parts:
        if not isinstance(part, str) or part in _NO_DIGITS or DIGITS.get(part, 10) > 9:
            break
        run.append(str(DIGITS[part]))
    follows = parts[len(run)] if len(run) < len(parts) else ""
    with_units = isinstance(follows, str) and (follows in UNITS or follows in BIG_UNITS)
    return (Decimal("".join(run)), len(run)) if len(run) > 1 and not with_units else None


def _take(state: _Reading, part: str | Decimal) -> bool:
    """Read one part; False when it does not continue the numeral."""
    if isinstance(part, Decimal) or part in DIGITS:
        return _take_digit(state, part)
    if part in UNITS:
        return _take_unit(state, UNITS[part])
    if part in BIG_UNITS:
        return _take_big_unit(state, BIG_UNITS[part])
    return False


def _take_digit(state: _Reading, part: str | Decimal) -> bool:
    value = part if isinstance(part, Decimal) else Decimal(DIGITS[part])
    if value == 0 and isinstance(part, str) and state.units and state.digit is None:
        state.last_unit = 0  # 六千零五: the five is no tenth of a thousand
        return True
    if state.digit is not None:
        return False
    if isinstance(part, str) and value >= 10:  # 廿 and 卅 bring their unit along
        state.section += value
        state.last_unit, state.units = 10, state.units + 1
    else:
        state.digit = value
    return True


def _take_unit(state: _Reading, unit: int) -> bool:
    if state.digit is None and (unit != 10 or (state.units and state.last_unit not in {0, 100})):
        return False
    state.section += (Decimal(1) if state.digit is None else state.digit) * unit
    state.digit, state.last_unit, state.units = None, unit, state.units + 1
    return True


def _take_big_unit(state: _Reading, unit: int) -> bool:
    section = state.section + (state.digit or 0)
    if section == 0:
        return False
    state.total += section * unit
    state.section, state.digit, state.last_unit = Decimal(0), None, unit
    state.units += 1
    return True


def _finish(state: _Reading) -> Decimal:
    """The value so far; a single digit at the end counts tenths of the last unit."""
    rest = state.digit or Decimal(0)
    tenths = state.last_unit >= 100 and 0 < rest < 10 and rest == int(rest)
    return state.total + state.section + (rest * state.last_unit / 10 if tenths else rest)
