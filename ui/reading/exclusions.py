"""Conflicts of interest: which person takes no case of which officer or unit."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.allocation.allocate import Exclusion
from model.cases import words
from storage import projection
from ui.session import Session


@dataclass(frozen=True, slots=True)
class KeptExclusion:
    """A conflict of interest as the office recorded it."""

    id: str
    exclusion: Exclusion


def exclusions(session: Session) -> tuple[KeptExclusion, ...]:
    """Return the conflicts of interest that stand in the open inspection, in the order of their ids."""
    found = projection.read_subjects(session.store.db, session.inspection, "exclusion")
    read: Mapping[str, tuple[str, str, str]] = {
        id: (words(fields, "person"), words(fields, "officer"), words(fields, "unit"))
        for id, fields in found.items()
    }
    return tuple(
        KeptExclusion(id, Exclusion(person, officer, unit))
        for id, (person, officer, unit) in read.items()
        if person and (officer or unit)
    )
