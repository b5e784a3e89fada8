"""The officers whom somebody confirmed, which cases are theirs, and who they turned out to be."""

from collections.abc import Mapping

from model.officers import Officer, officer_from, one_of
from storage import projection
from ui.session import Session


def recorded(session: Session) -> dict[str, Officer]:
    """Return every officer ever confirmed that this store holds, by id, those joined with others too."""
    found = projection.read_subjects(session.store.db, session.inspection, "officer")
    return {id: officer_from(id, fields) for id, fields in found.items()}


def one_for_each(officers: Mapping[str, Officer]) -> dict[str, str]:
    """Return for each recorded officer the one who stands for everybody they were joined with."""
    return one_of({id: officer.same_as for id, officer in officers.items()})


def standing(officers: Mapping[str, Officer]) -> dict[str, Officer]:
    """Return the officers who stand for themselves, by id."""
    one = one_for_each(officers)
    return {id: officer for id, officer in officers.items() if one[id] == id}
