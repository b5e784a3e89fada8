"""Numbers, days and shares of a workbook's cells, as text."""

import math
import re
from datetime import date, timedelta

_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_DAY_FORMATS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_SHARE_FORMATS = frozenset({9, 10})

SINCE_1900 = date(1899, 12, 30)
SINCE_1904 = date(1904, 1, 1)
_SECONDS_IN_A_DAY = 86_400
_FIRST_SURE_DAY = 61
"""Before 1 March 1900 Excel counts a day that never was."""


def shows_a_day(format_id: int, code: str) -> bool:
    """Whether a number format shows a day: a built-in one by its id, another by its code."""
    shown = _NOT_SHOWN.sub("", code).casefold()
    return format_id in _DAY_FORMATS or "d" in shown or "y" in shown or "mmm" in shown


def shows_a_share(format_id: int, code: str) -> bool:
    """Whether a number format shows per cent."""
    return format_id in _SHARE_FORMATS or "%" in _NOT_SHOWN.sub("", code)


def plain_number(text: str) -> str:
    """Return a number as people write it: 86 for "86.0"; what is none comes back as it is.

    >>> plain_number("8.6999999999999993")
    '8.7'
    """
    number = _finite(text)
    if number is None:
        return text
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)


def share(text: str) -> str:
    """Return a share as per cent.

    >>> share("0.86")
    '86%'
    """
    number = _finite(text)
    return text if number is None else f"{plain_number(str(round(number * 100, 10)))}%"


def day(text: str, since: date) -> str:
    """Return the day, and the time unless it is midnight, that a day number stands for; else as a number.

    >>> day("43191", SINCE_1900)
    '2018-04-01'
    """
    number = _finite(text)
    if number is None or (since == SINCE_1900 and number < _FIRST_SURE_DAY) or number < 0:
        return plain_number(text)
    try:
        days, seconds = divmod(round(number * _SECONDS_IN_A_DAY), _SECONDS_IN_A_DAY)
        written = (since + timedelta(days=days)).isoformat()
    except OverflowError:
        return plain_number(text)
    return f"{written} {_clock(seconds)}" if seconds else written


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _finite(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
