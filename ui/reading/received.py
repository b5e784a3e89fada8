"""Who has sent what: each person's last bundle, what is held of their work, and what is still missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.cases import Assessment, Case, Purpose
from model.inspections import Person
from model.people import Role
from storage import streams
from storage.manifests import read_kept
from ui.reading import cases, inspections, interviews, samples, subjects
from ui.session import Session

DONE = frozenset({"complete", "cannot_inspect"})
_ID = 16
"""The first digits of a person's id, with which every stream of theirs begins."""


@dataclass(frozen=True, slots=True)
class Work:
    """How many cases somebody holds, and how they stand here: cases replaced by others are left out."""

    held: int
    complete: int
    cannot_inspect: int
    begun: int
    """Begun, and neither complete nor found impossible to inspect."""

    @property
    def waiting(self) -> int:
        """Cases whose result has not arrived."""
        return self.held - self.complete - self.cannot_inspect


@dataclass(frozen=True, slots=True)
class Sent:
    """What has arrived from one person. Times are UTC; "" stands for no bundle of their own yet."""

    person: Person
    written: str
    """When the newest of their bundles that was taken in here was written."""
    taken_in: str
    bundles: int
    entries: int
    """Entries recorded by them that are held here without a gap, whoever brought them."""
    missing: int
    """Entries that some bundle says they recorded, and that have not arrived."""
    work: Work


def who_sent_what(session: Session) -> tuple[Sent, ...]:
    """Return everybody who holds cases or sends bundles, by name; the person at work only with cases."""
    family, items = subjects.family(session), {one.id for one in interviews.case_items(session)}
    every = (held for held, _ in cases.assessments(session).values())
    made = (held for held in every if family.get(held.instrument) not in items)
    work = work_of(cases.cases(session), made, samples.by_instrument(session))
    arrived = _arrived(session)
    entries, missing = _entries(session), _missing(session)
    found = []
    for person in inspections.people(session):
        own = work.get(person.id, Work(0, 0, 0, 0))
        if not own.held and (person.id == session.author or person.role in (Role.OFFICE, Role.ANALYST)):
            continue
        start = person.id[:_ID]
        written, taken_in, bundles = arrived.get(person.id, ("", "", 0))
        found.append(
            Sent(person, written, taken_in, bundles, entries.get(start, 0), missing.get(start, 0), own)
        )
    return tuple(found)


def work_of(
    held: Mapping[str, Case], made: Iterable[Assessment], samples: Mapping[str, tuple[str, ...]]
) -> dict[str, Work]:
    """Return by person how the first assessments that they hold stand, without those of replaced cases.

    `samples`: by fingerprint of an instrument the samples whose cases are assessed with it. A case can be
    replaced in one of its samples and stay in another.
    """
    states: dict[str, list[str]] = {}
    for assessment in made:
        case = held.get(assessment.case)
        counts = case is not None and case.counts_in(*samples.get(assessment.instrument, ()))
        if counts and assessment.purpose is Purpose.FIRST:
            states.setdefault(assessment.holder, []).append(assessment.state)
    return {
        person: Work(
            len(mine),
            mine.count("complete"),
            mine.count("cannot_inspect"),
            sum(state not in DONE and state != "not_started" for state in mine),
        )
        for person, mine in states.items()
    }


def _arrived(session: Session) -> dict[str, tuple[str, str, int]]:
    """By person: when their newest bundle was written, when it was taken in, and how many there were."""
    found: dict[str, tuple[str, str, int]] = {}
    rows = session.store.db.execute(
        "SELECT person, time, manifest FROM bundle WHERE inspection = ? AND direction = 'in'"
        " ORDER BY time, id",
        [session.inspection],
    ).fetchall()
    for person, time, manifest in rows:
        made = read_kept(bytes(manifest)).made
        written, taken_in, count = found.get(person, ("", "", 0))
        newest = max((written, taken_in), (made, str(time)))
        found[person] = (*newest, count + 1)
    return found


def _entries(session: Session) -> dict[str, int]:
    found: dict[str, int] = {}
    for stream, (number, _) in streams.heads(session.store.db, session.inspection).items():
        found[stream[:_ID]] = found.get(stream[:_ID], 0) + number
    return found


def _missing(session: Session) -> dict[str, int]:
    """By the beginning of a person's id: entries that exist somewhere and are neither held nor aside."""
    db = session.store.db
    heads = streams.heads(db, session.inspection)
    aside = dict(
        db.execute("SELECT stream, COUNT(*) FROM aside WHERE why = 'fork' GROUP BY stream").fetchall()
    )
    stated = db.execute(
        "SELECT stream, MAX(number) FROM acknowledged WHERE inspection = ? GROUP BY stream",
        [session.inspection],
    ).fetchall()
    found: dict[str, int] = {}
    for stream, number in stated:
        gap = number - heads.get(stream, (0, b""))[0] - aside.get(stream, 0)
        found[stream[:_ID]] = found.get(stream[:_ID], 0) + max(gap, 0)
    return found
