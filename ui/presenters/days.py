"""Days and times as people type them: "8/10/18", "8 Oct" or "today" become ISO dates."""

import re
from datetime import date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[ .\-]?([a-z]{3,9})\.?(?:[ ,\-]+(\d{2}|\d{4}))?", re.ASCII)
_MONTH_ONLY = re.compile(r"(?:([a-z]{3,9})\.?|(\d{1,2})[./\-])[ ]?(\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[.:h](\d{2}))?[ ]?(am|pm)?", re.ASCII)


def read_day(text: str, today: date, *, month_will_do: bool = False, ahead: bool = False) -> str | None:
    """Return the ISO date that `text` means ("" for nothing typed), or None when it is no date.

    Day first, as in Britain; without a year it is the last such day, with `ahead` the next one.
    With `month_will_do`, "Oct 2018" is "2018-10".
    """
    words = " ".join(text.split()).casefold()
    if not words:
        return ""
    if words in _RELATIVE:
        return (today + timedelta(days=_RELATIVE[words])).isoformat()
    if _ISO.fullmatch(words):
        return _iso(words, month_will_do)
    if match := _NUMBERS.fullmatch(words):
        return _day(int(match[1]), int(match[2]), match[3], today, ahead)
    if (match := _NAMED.fullmatch(words)) and _month(match[2]):
        return _day(int(match[1]), _month(match[2]), match[3], today, ahead)
    if month_will_do and (match := _MONTH_ONLY.fullmatch(words)):
        month = _month(match[1]) if match[1] else int(match[2])
        return f"{match[3]}-{month:02}" if 1 <= month <= 12 else None
    return None


def read_clock(text: str) -> str | None:
    """Return "HH:MM" for a time of day ("10", "10.30", "2pm"; "" for nothing typed), or None for neither."""
    words = "".join(text.split()).casefold()
    if not words:
        return ""
    match = _CLOCK.fullmatch(words)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] and not 1 <= hour <= 12:
        return None
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_moment(day: str, clock: str, today: date) -> str | None:
    """Return "2018-10-09T10:30" for a day and a time; "" for neither, None when one is missing or wrong."""
    found, time = read_day(day, today, ahead=True), read_clock(clock)
    if found == "" and time == "":
        return ""
    if not found or not time:
        return None
    return datetime.fromisoformat(f"{found}T{time}").strftime("%Y-%m-%dT%H:%M")


def _iso(words: str, month_will_do: bool) -> str | None:
    whole = words.count("-") == 2
    try:
        date.fromisoformat(words if whole else f"{words}-01")
    except ValueError:
        return None
    return words if whole or month_will_do else None


def _day(day: int, month: int, year: str | None, today: date, ahead: bool) -> str | None:
    full = today.year if year is None else int(year) if len(year) == 4 else _century(int(year), today)
    try:
        found = date(full, month, day)
        if year is None and not ahead and found > today:
            found = date(full - 1, month, day)
        elif year is None and ahead and found < today:
            found = date(full + 1, month, day)
    except ValueError:
        return None
    return found.isoformat()


def _century(year: int, today: date) -> int:
    full = today.year // 100 * 100 + year
    return full - 100 if full > today.year + 10 else full


def _month(name: str) -> int:
    """1 to 12 for a month's name or the beginning of it, 0 for anything else."""
    return next((at for at, month in enumerate(_MONTHS, 1) if name[:3] == month), 0)
