"""Numbers, shares and days of a workbook's cells, as people write them."""

import re
from datetime import datetime

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.')


def plain_number(number: float) -> str:
    """Return a number without what nobody typed: 86 for 86.0.

    >>> plain_number(8.6999999999999993)
    '8.7'
    """
    return f"{number:.0f}" if float(number).is_integer() and abs(number) < 1e16 else repr(number)


def share(number: float) -> str:
    """Return a share as per cent.

    >>> share(0.86)
    '86%'
    """
    return f"{plain_number(round(number * 100.0, 10))}%"


def shows_a_share(code: str) -> bool:
    """Whether the number format of a cell shows per cent."""
    return "%" in _NOT_SHOWN.sub("", code)


def moment(when: datetime) -> str:
    """Return a day, and the time unless it is midnight.

    >>> moment(datetime(2018, 4, 1))
    '2018-04-01'
    """
    return when.isoformat(" ", "seconds").removesuffix(" 00:00:00")
