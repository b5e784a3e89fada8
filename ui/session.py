"""What is open: the store, who unlocked it, which inspection, and the clock. Passed on, never a global."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from model.journal.change import Change
from model.journal.entry import Entry, FieldKey
from storage import streams
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action recorded: the fields it touched, and when (UTC)."""

    fields: tuple[FieldKey, ...]
    time: str


@dataclass(frozen=True, slots=True)
class Session:
    """One person at work. `inspection` is empty until one is chosen."""

    store: Store
    author: str
    inspection: str = ""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = secrets.token_bytes
    language: str = "en"
    """The language in which sheets and interviews are read, where it is supplied."""

    def now(self) -> str:
        """Return the time as entries hold it: UTC, whole seconds."""
        return self.clock().strftime("%Y-%m-%dT%H:%M:%SZ")

    def new_id(self, beside: str = "") -> str:
        """Return a fresh random identity for a subject.

        It begins like the subject named in `beside`: what is written about one assessment then lies together
        in the store, and merging a bundle touches few of its pages.
        """
        return beside[:8] + self.random(16).hex()[len(beside[:8]) :]

    def within(self, inspection: str) -> "Session":
        """Return the same session with this inspection open."""
        return replace(self, inspection=inspection)

    def record(self, *changes: Change) -> Changes:
        """Write one act in one transaction; NotAllowed, Erased or UnfitText leave nothing written."""
        now = self.now()
        entries = streams.record(self.store.db, self.inspection, self.author, changes, now, self.random)
        return changes_of(entries, now)


def changes_of(entries: tuple[Entry, ...], now: str) -> Changes:
    """Return what these entries touched."""
    return Changes(tuple(dict.fromkeys(entry.recorded.key for entry in entries)), now)
