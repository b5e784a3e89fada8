"""Finding words in notes, chronology lines, points and alerts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Found:
    """One note that holds every word asked for; `snippet` marks them with ⟦ and ⟧."""

    kind: str
    id: str
    snippet: str


def search(db: "Database", inspection: str, words: str, limit: int = 200) -> tuple[Found, ...]:
    """Return what holds all `words` (beginnings of words count), the best match first."""
    query = quoted(words)
    if not query:
        return ()
    rows = db.execute(
        "SELECT kind, subject, snippet(note_text, 3, '⟦', '⟧', ' … ', 24) FROM note_text"
        " WHERE note_text MATCH ? AND inspection = ? ORDER BY rank LIMIT ?",
        [query, inspection, limit],
    )
    return tuple(Found(*row) for row in rows)


def quoted(words: str) -> str:
    """Return words as a full-text query in which nothing that people type is an operator."""
    parts = words.replace("\0", " ").split()
    return " ".join('"' + part.replace('"', '""') + '"*' for part in parts)
