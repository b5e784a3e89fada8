"""The inspection page: which one is open, making another, and how far its errand has come."""

from dataclasses import dataclass
from datetime import date

from model.documents.dates import date_in_words
from model.inspections import Inspection
from model.instruments.instrument import say
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.write import leave_drafts
from ui.presenters.days import read_day
from ui.presenters.errand import Step, steps
from ui.presenters.opened import Opened, opened
from ui.reading import inspections, programmes
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme that an inspection can follow, with its kinds of provider as (code, words)."""

    folder: str
    title: str
    provider_types: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of a new inspection; the dates as they were typed."""

    name: str = ""
    provider: str = ""
    provider_type: str = ""
    programme: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class InspectionState:
    """What the page shows. Without an inspection `id` is empty and there are no steps."""

    id: str
    name: str
    about: str
    """Provider, kind of provider, programme and dates in one line."""
    all: tuple[tuple[str, str], ...]
    """Every inspection of this office as (id, name), the newest first."""
    steps: tuple[Step, ...]
    offers: tuple[Offer, ...]


def show(session: Session) -> InspectionState:
    """Return the open inspection with its errand, or only what a first one can be made of."""
    everything = tuple((one.id, one.name) for one in reversed(inspections.inspections(session)))
    if not session.inspection:
        return InspectionState("", "", "", everything, (), _offers(session))
    at_hand = inspections.inspection(session)
    return InspectionState(
        at_hand.id, at_hand.name, _about(session, at_hand), everything, steps(session), _offers(session)
    )


def check(typed: Typed, today: date) -> dict[str, str]:
    """Return what is wrong with each field, by its name; nothing where all can be taken as it stands."""
    problems = {
        name: words
        for name, words in (
            ("name", "Type a name for the inspection."),
            ("provider", "Type the name of the provider."),
            ("provider_type", "Choose what kind of provider it is."),
            ("programme", "Choose the programme that the inspection follows."),
        )
        if not str(getattr(typed, name)).strip()
    }
    days = {name: read_day(getattr(typed, name), today, ahead=True) for name in ("start", "end")}
    for name, day in days.items():
        if not day:
            problems[name] = "Type day, month and year, as in 8 Oct 2018."
    start, end = days["start"], days["end"]
    if start and end and end < start:
        problems["end"] = "The last day lies before the first. Correct one of them."
    return problems


def make(session: Session, typed: Typed) -> Opened:
    """Make an inspection with a key of its own, and return it opened. Refusal: something is missing.

    What was being typed in the one before is recorded first.
    """
    leave_drafts(session)
    today = session.clock().astimezone().date()
    made = make_inspection(
        session,
        Particulars(
            typed.name,
            typed.provider,
            typed.provider_type,
            typed.programme,
            read_day(typed.start, today, ahead=True) or "",
            read_day(typed.end, today, ahead=True) or "",
        ),
    )
    return opened(made)


def choose(session: Session, inspection: str) -> Opened:
    """Open another inspection of this office. What was being typed in this one is recorded first."""
    leave_drafts(session)
    return opened(session.within(inspection))


def _offers(session: Session) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            folder,
            say(programme.title),
            tuple((code, say(words)) for code, words in programme.provider_types.items()),
        )
        for folder, programme in programmes.offered_to(session).programmes.items()
    )


def _about(session: Session, at_hand: Inspection) -> str:
    programme = inspections.programme(session)
    kind = programme.provider_types.get(at_hand.provider_type)
    days = _days(at_hand.start, at_hand.end)
    parts = (at_hand.provider, say(kind) if kind else "", say(programme.title), days)
    return " · ".join(part for part in parts if part)


def _days(start: str, end: str) -> str:
    """Say from when to when, as in "8 to 19 October 2018"; a month or year that both share stands once."""
    first, last = date_in_words(start).split(), date_in_words(end).split()
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"{' '.join(first[: len(first) - shared])} to {' '.join(last)}"
