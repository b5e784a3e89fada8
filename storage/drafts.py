"""Text being typed: the one thing that is overwritten. Durable at once, and never sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.journal.entry import FieldKey
from storage.database import translated

if TYPE_CHECKING:
    from sqlite_utils import Database

WORDING = "wording"
"""The kind of drafts that are words for an instrument; they never become entries by themselves."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Half a note. `extra` are the other fields of the subject it will become (its question, its source)."""

    key: FieldKey
    text: str
    extra: Mapping[str, str]
    author: str
    time: str


def keep(db: "Database", inspection: str, draft: Draft) -> None:
    """Make a draft durable, in place of what was typed before; an empty one is dropped."""
    if not draft.text.strip():
        return drop(db, draft.key)
    with translated(), db.atomic():
        db.execute(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [inspection, *draft.key, draft.text, json.dumps(dict(draft.extra)), draft.author, draft.time],
        )
    return None


def drop(db: "Database", key: FieldKey) -> None:
    """Forget a draft; call it in the transaction that makes it an entry."""
    with translated(), db.atomic():
        db.execute("DELETE FROM draft WHERE kind = ? AND subject = ? AND field = ?", key)


def kept(db: "Database", inspection: str) -> tuple[Draft, ...]:
    """Return all drafts of an inspection, oldest first."""
    rows = db.execute(
        "SELECT kind, subject, field, text, extra, author, time FROM draft WHERE inspection = ?"
        " ORDER BY time, subject",
        [inspection],
    )
    return tuple(
        Draft(FieldKey(kind, subject, field), text, json.loads(extra), author, time)
        for kind, subject, field, text, extra, author, time in rows
    )
