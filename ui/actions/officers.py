"""Confirming who an officer is: names and units of a list propose, somebody decides."""

from collections.abc import Iterable, Sequence

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.officers import Proposal
from model.refusal import Refusal
from ui.reading import interviews, officers
from ui.session import Changes, Session


def confirm(session: Session, proposals: Sequence[Proposal]) -> Changes:
    """Record for each proposal that its cases are of one officer: a known one, or one who is new here.

    Two people who confirm the same proposal record the same. Refusal: there is nothing to confirm.
    """
    known = officers.recorded(session)
    changes: list[Change] = []
    for proposal in proposals:
        officer = proposal.officer or proposal.id
        if officer in known and not proposal.officer:
            officer = session.new_id()  # somebody of this name and unit is known, and these are not theirs
        if officer not in known:
            changes += _new(officer, proposal.name, proposal.unit)
        changes += _theirs(officer, proposal.cases)
    if not changes:
        raise _nothing("There is nothing to confirm.", "Look at the list again.")
    return session.record(*changes)


def move(session: Session, case_ids: Iterable[str], officer: str) -> Changes:
    """Record that these cases are of a known officer. Refusal: the officer is not known."""
    if officer not in officers.recorded(session):
        raise _nothing("This officer is not known here.", "Choose one from the list.")
    return session.record(*_theirs(officer, case_ids))


def split(session: Session, officer: str, case_ids: Sequence[str], name: str = "") -> str:
    """Record that some of an officer's cases are of somebody else, who is new; return who.

    Refusal: no case, or every case, of the officer is named.
    """
    known = interviews.directory(session).of(officer)
    own = {case.id for case in known.cases} if known else set()
    going = [case for case in case_ids if case in own]
    if known is None or not going or len(going) == len(own):
        raise _nothing("Splitting needs some of the officer’s cases, and not all.", "Choose the cases.")
    other = session.new_id()
    session.record(
        *_new(other, name.strip() or known.officer.name, known.officer.unit), *_theirs(other, going)
    )
    return other


def join(session: Session, officer: str, into: str) -> Changes:
    """Record that an officer is the same person as another, who from now on stands for both.

    Their cases and interviews come together; two interviews that were begun are then double work.
    Refusal: they are one already, or not known.
    """
    known = officers.recorded(session)
    one = officers.one_for_each(known)
    if officer not in known or into not in known:
        raise _nothing("This officer is not known here.", "Confirm both, then join them.")
    if one[officer] == one[into]:
        raise _nothing("These two are one officer already.", "Choose another.")
    return session.record(Change(FieldKey("officer", one[officer], "same_as"), one[into]))


def separate(session: Session, officer: str) -> Changes:
    """Take back that an officer is the same person as another. Refusal: nobody said so."""
    if not getattr(officers.recorded(session).get(officer), "same_as", ""):
        raise _nothing("This officer was not joined with another.", "Look at the list again.")
    return session.record(Change(FieldKey("officer", officer, "same_as"), None))


def rename(session: Session, officer: str, name: str, unit: str) -> Changes:
    """Correct how a confirmed officer is called, and their unit; what the list says stays as it is.

    Refusal: no name is given, nothing is different, or the officer is not known.
    """
    known = officers.recorded(session).get(officer)
    if known is None:
        raise _nothing("This officer is not known here.", "Choose one from the list.")
    called = " ".join(name.split())
    if not called:
        raise _nothing("An officer needs a name.", "Give the name, then rename.")
    now = {"name": known.name, "unit": known.unit}
    changes = [one for one in _new(officer, called, unit) if one.value != now[one.key.field]]
    if not changes:
        raise _nothing("The officer is called so already.", "Change the name or the unit.")
    return session.record(*changes)


def _new(officer: str, name: str, unit: str) -> list[Change]:
    said = (("name", name), ("unit", unit))
    return [Change(FieldKey("officer", officer, field), " ".join(value.split())) for field, value in said]


def _theirs(officer: str, case_ids: Iterable[str]) -> list[Change]:
    return [Change(FieldKey("case", case, "officer"), officer) for case in case_ids]


def _nothing(happened: str, then: str) -> Refusal:
    return Refusal(happened, "Nothing was changed.", then)
