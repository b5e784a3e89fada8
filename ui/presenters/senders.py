"""Who has sent what, in words: how each person stands, what is still missing of theirs, their last bundle."""

from dataclasses import dataclass
from datetime import datetime

from model.documents.dates import date_in_words
from ui.presenters.case_words import Said
from ui.presenters.people_words import role_in_words
from ui.presenters.sizes import counted, days_since, local
from ui.reading.received import Sent

LATE = 2
"""Days without a bundle after which somebody who still holds open cases is pointed out."""


@dataclass(frozen=True, slots=True)
class Sender:
    """One person in the table of who has sent what.

    `days` have passed since their last bundle was written: None while none of theirs has arrived.
    """

    person: str
    name: str
    role: str
    last: str
    days: int | None
    held: int
    complete: int
    waiting: int
    said: Said
    missing: str
    """What has not arrived, in words."""


def sender(sent: Sent, now: datetime, me: str) -> Sender:
    """Say what has arrived from one person; `me` is the person at work, `now` is UTC."""
    person, work = sent.person, sent.work
    is_here = person.id == me
    return Sender(
        person.id,
        person.name,
        role_in_words(person.role),
        "On this computer" if is_here else _last(sent, now),
        None if is_here or not sent.written else days_since(sent.written, now),
        work.held,
        work.complete,
        work.waiting,
        _standing(sent, now, is_here),
        _missing(sent),
    )


def _last(sent: Sent, now: datetime) -> str:
    if not sent.written:
        return "Passed on by others" if sent.entries else "Never"
    at, days = local(sent.written), days_since(sent.written, now)
    if days < 2:
        return f"{('Today', 'Yesterday')[days]}, {at:%H:%M}"
    day = date_in_words(at.date().isoformat(), short=True)
    words = day.removesuffix(f" {at.year}") if at.year == now.astimezone().year else day
    return f"{days} days ago, {words} {at:%H:%M}"


def _standing(sent: Sent, now: datetime, is_here: bool) -> Said:
    """One word for where somebody stands: trouble with the card first, then what has arrived."""
    if sent.person.withdrawn:
        return Said("Card withdrawn", "not_sufficient", "stop")
    if not sent.person.confirmed and not is_here:
        return Said("Card not confirmed", "attention")
    if sent.missing:
        return Said("Gap", "attention")
    if not sent.work.waiting:
        return Said("Everything in" if sent.work.held else "No cases", "sufficient" if sent.work.held else "")
    if is_here:
        return Said("At work", "", "clock")
    if not sent.written:
        return Said("Nothing yet" if not sent.entries else "Waiting", "unknown", "unknown")
    late = days_since(sent.written, now) >= LATE
    return Said("Late", "attention", "clock") if late else Said("Waiting", "", "clock")


def _missing(sent: Sent) -> str:
    work = sent.work
    untouched = work.waiting - work.begun
    parts = []
    if untouched:
        parts.append(f"nothing received of {counted(untouched, 'case')}")
    if work.begun:
        parts.append(f"{work.begun} begun")
    if work.cannot_inspect:
        parts.append(f"{work.cannot_inspect} cannot be inspected")
    if sent.missing:
        gone = counted(sent.missing, "entry has", "entries have")
        parts.append(f"{gone} not arrived: ask for a new bundle")
    return _sentence("; ".join(parts)) or "–"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
