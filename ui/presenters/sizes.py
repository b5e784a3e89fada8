"""Counts and sizes in words: "1 case", "3 cases", "34 kB", "2 days ago"."""

import re
from datetime import date, datetime
from pathlib import PurePath

from model.documents.dates import date_in_words


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many, as in "1 entry" or "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def size(octets: int) -> str:
    """Say how large a file is, in whole kB or tenths of MB (of 1,000)."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1_000))} kB"
    return f"{octets / 1_000_000:.1f} MB"


def local(time: str) -> datetime:
    """Return a UTC time of an entry in this laptop's own time."""
    return datetime.fromisoformat(time).astimezone()


def where(path: PurePath) -> str:
    """Say a path so that it can be broken into lines after each folder, by spaces that nobody sees."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


def how_long_ago(time: str, now: datetime) -> str:
    """Say when something was, counted in days: "today, 17:30" or "3 days ago (Monday, 8 October, 17:30)"."""
    days = days_since(time, now)
    if days > 1:
        return f"{days} days ago ({when(time, now)})"
    return f"{('today', 'yesterday')[days]}, {local(time):%H:%M}"


def days_since(time: str, now: datetime) -> int:
    """Return how many midnights lie between a UTC time of an entry and now; never less than 0."""
    return max(0, (now.astimezone().date() - local(time).date()).days)


def when(time: str, now: datetime) -> str:
    """Say a UTC time as the day, and the time on it: "today, 17:30" or "Monday, 8 October, 17:30"."""
    at, today = local(time), now.astimezone().date()
    return f"{_day(at.date(), today)}, {at:%H:%M}"


def _day(day: date, today: date) -> str:
    if day == today:
        return "today"
    words = date_in_words(day.isoformat())
    return f"{day:%A}, {words.removesuffix(f' {day.year}') if day.year == today.year else words}"
