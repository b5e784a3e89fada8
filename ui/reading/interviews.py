"""Officers with their cases and their interviews: what a list proposes, and who asks whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.cases import Assessment, Case, Purpose
from model.double_work import of_record
from model.instruments.instrument import About, Instrument
from model.officers import Listed, Officer, Proposal, propose, proposed_holder
from ui.reading import cases, inspections, officers, subjects
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Known:
    """An officer whom somebody confirmed, with their cases and their interviews.

    `joined` are the officers who turned out to be this one; `holder` is who holds most of the cases.
    """

    officer: Officer
    joined: tuple[Officer, ...]
    cases: tuple[Case, ...]
    interviews: tuple[Assessment, ...]
    """First assessments of the officer, in order of id; more than one begun is double work."""
    holder: str
    asker: str
    """Who asks the officer's own items, as `asked_by` says."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Every officer of the inspection as this store knows them, and what waits to be confirmed."""

    known: tuple[Known, ...]
    proposals: tuple[Proposal, ...]
    cases: Mapping[str, Case]
    holders: Mapping[str, str]
    """Who holds each case, by its id."""

    def of(self, officer: str) -> Known | None:
        """Return what is known of an officer who stands for themselves."""
        return next((one for one in self.known if one.officer.id == officer), None)


def directory(session: Session) -> Directory:
    """Return the officers confirmed by name, and the proposals for the cases that nobody has confirmed."""
    recorded = officers.recorded(session)
    one = officers.one_for_each(recorded)
    held = {case.id: case for case in cases.cases(session).values() if case.counts_in()}
    holders, order = _holders(session), [sample.id for sample in inspections.programme(session).samples]
    made: dict[str, list[Assessment]] = {}
    for assessment, _ in subjects.assessments(session).values():
        if assessment.about is About.OFFICER and assessment.purpose is Purpose.FIRST:
            made.setdefault(assessment.officer, []).append(assessment)
    family = subjects.family(session)
    theirs: dict[str, list[Case]] = {id: [] for id in recorded if one[id] == id}
    waiting = []
    for case in sorted(held.values(), key=lambda case: (case.number, case.id)):
        mine = theirs.get(one.get(case.officer, ""))
        if mine is None:
            waiting.append(listed(case, order))
        else:
            mine.append(case)
    known = tuple(
        Known(
            _named(recorded[id], own, order),
            tuple(recorded[other] for other in recorded if other != id and one[other] == id),
            tuple(own),
            tuple(sorted(made.get(id, ()), key=lambda each: each.id)),
            proposed_holder(holders.get(case.id, "") for case in own),
            _asker(recorded[id], made.get(id, ()), family),
        )
        for id, own in theirs.items()
    )
    confirmed = {one.officer.id: [listed(case, order) for case in one.cases] for one in known}
    return Directory(
        tuple(sorted(known, key=lambda each: (each.officer.name.casefold(), each.officer.id))),
        propose(waiting, confirmed, session.inspection),
        held,
        holders,
    )


def _named(officer: Officer, own: Iterable[Case], order: Iterable[str]) -> Officer:
    """While people disagree about an officer's name, the list's stands in its place."""
    if officer.name:
        return officer
    names = (listed(case, order).name for case in own)
    return replace(officer, name=next((name for name in names if name), "Name in conflict"))


def listed(case: Case, order: Iterable[str]) -> Listed:
    """Return what the provider's lists say of a case's officer: of several lists the first that names one.

    `order`: the ids of the samples in the order of the programme.
    """
    facts = (case.places[sample].facts for sample in order if sample in case.places)
    named = next((each for each in facts if each.get("officer", "").strip()), {})
    return Listed(case.id, named.get("officer", ""), named.get("ldu", ""))


def instruments(session: Session, about: About) -> tuple[Instrument, ...]:
    """Return the newest version of each instrument about officers, the inspection or occasions, by title."""
    stands = inspections.standing_versions(session)
    return tuple(stands[id] for id in sorted(stands) if stands[id].about is about)


def case_items(session: Session) -> tuple[Instrument, ...]:
    """Return the instruments whose items are asked for each case while its officer is interviewed.

    These are about cases and of one family with an instrument about officers.
    """
    families = {one.family for one in instruments(session, About.OFFICER)}
    return tuple(one for one in instruments(session, About.CASE) if one.family in families)


def asked_by(session: Session, officer: str) -> str:
    """Return who asks an officer's own items: the holder of the interview that counts; "" while nobody does.

    While two were begun and nobody has decided, the one who began earlier is named.
    """
    found = officers.standing(officers.recorded(session)).get(officer)
    if found is None:
        return ""
    made = (one for one, _ in subjects.assessments(session).values())
    own = [one for one in made if one.officer == officer and one.purpose is Purpose.FIRST]
    return _asker(found, own, subjects.family(session))


def _asker(officer: Officer, made: Iterable[Assessment], family: Mapping[str, str]) -> str:
    by_instrument: dict[str, list[Assessment]] = {}
    for one in sorted(made, key=lambda one: one.id):
        by_instrument.setdefault(family.get(one.instrument, one.instrument), []).append(one)
    if not by_instrument:
        return ""
    first = min(by_instrument)
    counts = of_record(officer, first, by_instrument[first]) or min(by_instrument[first], key=_made)
    return counts.holder


def own_interviews(session: Session, officer: str) -> list[Assessment]:
    """Return the interviews of an officer that this person holds, in order of id."""
    made = (one for one, _ in subjects.assessments(session).values())
    mine = [one for one in made if one.officer and one.officer == officer and one.holder == session.author]
    return sorted(mine, key=lambda one: one.id)


def of_inspection(session: Session, instrument: str) -> Assessment | None:
    """Return the assessment of the whole inspection with an instrument (its id) that counts, if there is one.

    While two were begun and nobody has decided, the one that was begun earlier.
    """
    family = subjects.family(session)
    found = subjects.subjects(session)[session.inspection]
    made = [
        one
        for one, _ in subjects.assessments(session).values()
        if one.inspection == session.inspection
        and one.purpose is Purpose.FIRST
        and family.get(one.instrument) == instrument
    ]
    return of_record(found, instrument, made) or min(made, key=_made, default=None)


def _holders(session: Session) -> dict[str, str]:
    """Who holds each case: the holder of its first assessment that was made earliest."""
    made: Iterable[Assessment] = (one for one, _ in cases.assessments(session).values())
    firsts = sorted((one for one in made if one.case and one.purpose is Purpose.FIRST), key=_made)
    found: dict[str, str] = {}
    for one in firsts:
        found.setdefault(one.case, one.holder)
    return found


def _made(one: Assessment) -> tuple[str, str]:
    return one.started, one.id
