"""Giving an officer's interview to somebody: one named holder asks the officer's own items, once."""

from collections.abc import Iterable, Mapping

from model.allocation.allocate import DrawnCase
from model.cases import Purpose
from model.instruments.instrument import About, Instrument
from model.journal.change import Change
from model.journal.entry import FieldKey, Value
from model.refusal import Refusal
from ui.actions import assess
from ui.reading import inspections, interviews, subjects
from ui.reading.exclusions import exclusions
from ui.session import Changes, Session


def give_interviews(session: Session, *officers: str) -> int:
    """Give the interview of each officer who has none to whoever holds most of their cases.

    Of every officer, unless some are named; return how many were given. An officer whose cases nobody
    holds yet is left out.
    """
    changes: list[Change] = []
    asking, family = interviews.instruments(session, About.OFFICER), subjects.family(session)
    for known in interviews.directory(session).known:
        if known.holder and (not officers or known.officer.id in officers):
            changes += _missing(session, known, known.holder, asking, family)
    if changes:
        session.record(*changes)
    return sum(change.key.field == "officer" for change in changes)


def give_interview(session: Session, officer: str, holder: str, reason: str = "") -> Changes:
    """Give an officer's interview to somebody.

    Refusal: it is with somebody already and no reason is given, the programme asks officers nothing, or this
    person is not in the team, or must not meet this officer because of a conflict of interest.
    """
    known = interviews.directory(session).of(officer)
    if known is None:
        raise Refusal("This officer is not known here.", "Nothing was changed.", "Choose one from the list.")
    check_person(session, holder)
    _check_interests(session, known, holder)
    asking = interviews.instruments(session, About.OFFICER)
    missing = _missing(session, known, holder, asking, subjects.family(session))
    if missing:
        return session.record(*missing)
    elsewhere = [one for one in known.interviews if one.holder != holder]
    if not known.interviews or not elsewhere:
        raise Refusal(
            "This person asks the officer already."
            if known.interviews
            else "Officers are asked nothing here.",
            "Nothing was changed.",
            "Choose somebody else." if known.interviews else "The programme has no instrument for officers.",
        )
    return assess.hand_over(session, elsewhere[0].id, holder, reason)


def _check_interests(session: Session, known: interviews.Known, holder: str) -> None:
    order = [sample.id for sample in inspections.programme(session).samples]
    said = [interviews.listed(case, order) for case in known.cases]
    theirs = [DrawnCase(one.case, one.name, one.unit) for one in said]
    if any(kept.exclusion.bars(holder, one) for kept in exclusions(session) for one in theirs):
        raise Refusal(
            "A conflict of interest is recorded between this person and the officer or the unit.",
            "Nothing was changed.",
            "Choose somebody else, or lift the conflict on the allocation page.",
        )


def _missing(
    session: Session,
    known: interviews.Known,
    holder: str,
    asking: Iterable[Instrument],
    family: Mapping[str, str],
) -> list[Change]:
    """An interview by each instrument about officers with which this officer has none."""
    there = {family.get(one.instrument) for one in known.interviews}
    changes: list[Change] = []
    for instrument in asking:
        if instrument.id not in there:
            officer = known.officer.id
            changes += fields_of(session.new_id(), instrument.fingerprint, holder, "officer", officer)
    return changes


def fields_of(assessment: str, instrument: str, holder: str, subject: str, named: Value) -> list[Change]:
    """Return what is recorded when a first assessment begins; `subject` is the field that names it."""
    fields = (
        (subject, named),
        ("instrument", instrument),
        ("purpose", Purpose.FIRST.value),
        ("holder", holder),
    )
    return [Change(FieldKey("assessment", assessment, field), value) for field, value in fields]


def check_person(session: Session, person: str) -> None:
    """Refuse somebody who is not in the team, or no longer."""
    here = {one.id for one in inspections.people(session) if not one.withdrawn}
    if person not in here:
        raise Refusal(
            "This person is not in the team.", "Nothing was changed.", "Choose somebody from the list."
        )
