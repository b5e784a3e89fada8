"""How one cell of a provider's list is read: text, one of known values, a date or a number."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from model.instruments.programme import Column, ColumnKind
from model.lists.columns import REFERENCE
from model.lists.remarks import RemarkKind, quoted

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_SMALL_TO_CAPITAL = {ord(small): ord(small) - 32 for small in "abcdefghijklmnopqrstuvwxyz"}

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH_NAMED = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3,9})[ \-](\d{4})", re.ASCII)
_TIME_OF_DAY = re.compile(r"(.+?)[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?", re.ASCII)
_EXCEL_DAY = re.compile(r"(\d{4,5})(\.\d+)?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)

_MONTHS = "january february march april may june july august september october november december".split()
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(5_000, 73_051)
"""The day numbers taken for dates: 8 September 1913 to 31 December 2099. A bare year is none of them."""
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell was understood to say: its value ("" for nothing), and a sentence unless it was plain."""

    value: str
    kind: RemarkKind = RemarkKind.UNDERSTOOD
    sentence: str = ""


def read_cell(column: Column, raw: str, *, missed: bool = False) -> Reading:
    """Read one cell without hidden characters. A blank one needs a sentence only where it would be `missed`.

    What cannot be understood is left blank, never guessed. A value read again is the same value, plainly.
    """
    text = tidy(raw)
    if not text:
        return _left_blank("The list says nothing here.") if missed else Reading("")
    if column.field == REFERENCE:
        return _mended(raw, tidy_reference(raw))
    if column.kind is ColumnKind.CHOICE:
        return _read_choice(column, raw, text)
    if column.kind is ColumnKind.DATE:
        return _read_date(raw, text)
    if column.kind is ColumnKind.NUMBER:
        return _read_number(raw, text)
    return _mended(raw, text)


def tidy(text: str) -> str:
    """Return `text` without stray, doubled or invisible spaces, its letters composed (é one character).

    >>> tidy("  Bury  Rochdale ")
    'Bury Rochdale'
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(_ZERO_WIDTH)).split())


def tidy_reference(text: str) -> str:
    """Return a case reference as all spellings of it have it: capitals, no spaces, nothing invisible.

    >>> tidy_reference(" x399 658")
    'X399658'
    """
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return tidy("".join(shown.split()).translate(_SMALL_TO_CAPITAL))


def _mended(raw: str, value: str) -> Reading:
    if raw == value:
        return Reading(value)
    return Reading(value, RemarkKind.MENDED, f"{quoted(raw)} was tidied to {quoted(value)}.")


def _left_blank(why: str) -> Reading:
    return Reading("", RemarkKind.LEFT_BLANK, why)


def _read_choice(column: Column, raw: str, text: str) -> Reading:
    folded = text.casefold()
    spelled = [(value, value) for value in column.values]
    spelled += [(spelling, value) for value, spellings in column.values.items() for spelling in spellings]
    for spelling, value in spelled:
        if raw == spelling:
            return Reading(value)
    for spelling, value in spelled:
        if tidy(spelling).casefold() == folded:
            return Reading(value, RemarkKind.MENDED, f"{quoted(raw)} was read as {quoted(value)}.")
    known = ", ".join(quoted(value) for value in column.values)
    return _left_blank(f"{quoted(raw)} is none of the known values ({known}); it was left blank.")


def _read_date(raw: str, text: str) -> Reading:
    with_time = _TIME_OF_DAY.fullmatch(text)
    day_only = with_time[1] if with_time else text
    day = _written_day(day_only)
    if day is not None:
        if raw == text:
            return Reading(day.isoformat())
        return Reading(day.isoformat(), RemarkKind.MENDED, f"{quoted(raw)} was read as {day:%d/%m/%Y}.")
    if (number := _EXCEL_DAY.fullmatch(text)) and int(number[1]) in _EXCEL_DAYS:
        day = _EXCEL_EPOCH + timedelta(days=int(number[1]))
        sentence = f"Excel's day number {text} was read as {day:%d/%m/%Y}."
        return Reading(day.isoformat(), RemarkKind.MENDED, sentence)
    if _SHORT_YEAR.fullmatch(day_only):
        return _left_blank(f"{quoted(raw)} does not say which century; it was left blank.")
    return _left_blank(f"{quoted(raw)} is no date of the form dd/mm/yyyy; it was left blank.")


def _written_day(text: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _MONTH_NAMED.fullmatch(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12 for a whole month name or its first three letters ("Sept" too), 0 for anything else."""
    folded = "sep" if name.casefold() == "sept" else name.casefold()
    return next((at for at, month in enumerate(_MONTHS, 1) if folded in (month, month[:3])), 0)


def _read_number(raw: str, text: str) -> Reading:
    plain = text.removesuffix("%").rstrip()
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return _left_blank(f"{quoted(raw)} is not a number; it was left blank.")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, fraction = digits.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    value = whole + ("." + fraction if fraction else "")
    value = value if value == "0" else sign + value
    if value == raw:
        return Reading(value)
    return Reading(value, RemarkKind.MENDED, f"{quoted(raw)} was read as {value}.")
