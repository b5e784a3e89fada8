"""Issuing a newer version of an instrument while fieldwork is on: what it changes first, then the entries."""

from dataclasses import dataclass
from pathlib import Path

from model.instruments.difference import Difference, difference
from model.instruments.instrument import Instrument, say
from model.instruments.programme_rules import check_kept
from model.instruments.reader import read_instrument
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from model.versions import VERSION
from storage.platform import read_limited
from ui.reading import cases, inspections
from ui.reading.own import role
from ui.session import Changes, Session

_KEPT = "Nothing was changed; the version that stands goes on."
_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Proposed:
    """A version that may be issued: what is different, and how many assessments it touches.

    `open` are read by it from then on; `closed` stay under the version in which they were closed. `again`
    are answers in open assessments that would be asked again, by question id.
    """

    text: str
    before: Instrument
    after: Instrument
    difference: Difference
    open: int
    closed: int
    again: dict[str, int]


def look(session: Session, text: str, name: str) -> Proposed:
    """Return what issuing this text would change; `name` is how a refusal calls the file.

    Refusal: the file is wrong, is of an instrument that this inspection does not have, does not fit the
    programme, is the version that stands, or bears the number of another version.
    """
    if role(session) is not Role.OFFICE:
        raise Refusal("Only the office issues instruments.", _KEPT, "Send the file to the office.")
    after = read_instrument(text, name)
    known = inspections.standing_versions(session)
    if after.id not in known:
        ids = ", ".join(sorted(known))
        raise Refusal(
            f"This inspection has no instrument “{after.id}”.", _KEPT, f"Choose a version of one of: {ids}."
        )
    before = read_instrument(inspections.text_of(session, known[after.id].fingerprint), name)
    _check_same(before, after)
    for other in inspections.heads(session):
        if other.id == after.id and other.version == after.version and other.fingerprint != after.fingerprint:
            raise Refusal(
                f"Another version of “{say(before.title)}” bears the number {after.version} already.",
                _KEPT,
                "Give the new one a number of its own, so that results can name it.",
            )
    _check_fits(session, after)
    return _proposed(session, text, before, after)


def look_at_file(session: Session, file: Path) -> Proposed:
    """Return what issuing this file would change. Refusal as in `look`, and CannotRead."""
    return look(session, read_limited(file, _MOST_BYTES).decode("utf-8", "replace"), file.name)


def issue(session: Session, proposed: Proposed, reason: str) -> Changes:
    """Record that a version was issued, in one act: it stands from now on, and travels to the team.

    Refusal: no reason is given, or another version was issued since the difference was shown.
    """
    if not reason.strip():
        raise Refusal("Issuing a version needs a reason.", _KEPT, "Say why in a few words.")
    after = proposed.after
    now = inspections.standing_versions(session)[after.id].fingerprint
    if now != proposed.before.fingerprint:
        raise Refusal(
            "Another version was issued since this difference was shown.", _KEPT, "Look at it again."
        )
    changes = [
        Change(
            FieldKey("inspection", session.inspection, VERSION + after.id), after.fingerprint, reason.strip()
        )
    ]
    if after.fingerprint not in {one.fingerprint for one in inspections.heads(session)}:
        changes.insert(0, Change(FieldKey("instrument", after.fingerprint, "text"), proposed.text))
    return session.record(*changes)


def touched(proposed: Proposed) -> tuple[str, ...]:
    """Say how many assessments a version touches, and what of them is asked again."""
    lines = [
        f"Open assessments read by it from then on: {proposed.open}.",
        f"Closed assessments, which stay under their version until they are reopened: {proposed.closed}.",
    ]
    again = sum(proposed.again.values())
    if again:
        lines.append(f"Answers in open assessments that are asked again: {again}. They are kept.")
    return tuple(lines)


def _proposed(session: Session, text: str, before: Instrument, after: Instrument) -> Proposed:
    found = difference(before, after)
    family = {one.fingerprint: one.id for one in inspections.heads(session)}
    made = [
        (held, answers)
        for held, answers in cases.assessments(session).values()
        if family.get(held.instrument) == after.id
    ]
    being_worked = [answers for held, answers in made if not held.is_closed]
    again = {}
    for question in found.questions:
        if question.asks_again:
            old = question.was or question.id
            given = [answers[old] for answers in being_worked if old in answers]
            again[question.id] = sum(each.conflict or not each.is_empty for each in given)
    return Proposed(text, before, after, found, len(being_worked), len(made) - len(being_worked), again)


def _check_same(before: Instrument, after: Instrument) -> None:
    if before.fingerprint == after.fingerprint:
        raise Refusal("This is the version that stands already.", _KEPT, "There is nothing to issue.")
    if (before.family, before.about) != (after.family, after.about):
        raise Refusal(
            f"“{after.id}” would be of another family, or about something else.",
            _KEPT,
            f'Keep family = "{before.family}" and about = "{before.about}" in every version.',
        )


def _check_fits(session: Session, after: Instrument) -> None:
    at_hand = inspections.inspection(session)
    if not at_hand.programme:
        return
    stands = {**inspections.standing_versions(session), after.id: after}
    by_title = {say(one.title): one for one in stands.values()}
    check_kept(inspections.programme(session), by_title, at_hand.provider_type, "the programme")
