"""How dates and times read on paper: "8 October 2018", and never a guess about what is not a date."""

from datetime import date, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(iso: str, *, short: bool = False) -> str:
    """An ISO date as "8 October 2018", or "8 Oct 2018" when short; a month as "October 2018".

    What is neither comes back unchanged, so that nobody's words are lost.

    >>> date_in_words("2018-10-08"), date_in_words("2018-10", short=True), date_in_words("last week")
    ('8 October 2018', 'Oct 2018', 'last week')
    """
    day_given = iso.count("-") == 2
    try:
        day = date.fromisoformat(iso if day_given else f"{iso}-01")
    except ValueError:
        return iso
    month = _MONTHS[day.month - 1][:3] if short else _MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}" if day_given else f"{month} {day.year}"


def time_in_words(iso: str) -> str:
    """An ISO date and time as "8 October 2018, 14:02", with "UTC" behind it where the time ends in Z.

    A date alone is said as a date; what is neither comes back unchanged.

    >>> time_in_words("2018-10-08T14:02:11Z"), time_in_words("2018-10-09 09:30")
    ('8 October 2018, 14:02 UTC', '9 October 2018, 09:30')
    """
    zone = " UTC" if iso.endswith("Z") else ""
    try:
        moment = datetime.fromisoformat(iso.removesuffix("Z"))
    except ValueError:
        return iso
    if len(iso) <= len("2018-10-08"):
        return date_in_words(iso)
    return f"{date_in_words(moment.date().isoformat())}, {moment:%H:%M}{zone}"
