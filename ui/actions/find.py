"""Searching in everything that was written."""

from dataclasses import dataclass

from model.evidence import Written, written_from
from storage import projection
from storage.search import search
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Hit:
    """One piece of writing that holds all the words; the snippet marks them with ⟦ and ⟧."""

    written: Written
    snippet: str


def find(session: Session, words: str) -> tuple[Hit, ...]:
    """Return what holds all the words (a beginning of a word is enough), the best match first."""
    db, inspection = session.store.db, session.inspection
    hits = []
    for found in search(db, inspection, words):
        fields = projection.read_fields(db, inspection, found.kind, found.id)
        piece = written_from(found.kind, found.id, fields)
        if not piece.removed:
            hits.append(Hit(piece, found.snippet))
    return tuple(hits)
