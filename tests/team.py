"""Several real encrypted stores in one inspection, for tests of what travels between them."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.journal.change import Change
from model.journal.entry import FieldKey
from storage import arrivals, departures, store, streams
from storage.arrivals import Arriving
from storage.store import Store

INSPECTION, OFFICE = "1" * 32, "f" * 32
ANN, BEN, STRANGER = "a" * 32, "b" * 32, "e" * 32
ASSESSMENT = "c" * 32
NOW = "2018-10-08T10:00:00Z"
FIELDS = [FieldKey("assessment", ASSESSMENT, f"answer.q{number}") for number in range(3)]


@contextmanager
def team(*people: str) -> Iterator[list[Store]]:
    """One encrypted store for each person; the office gives Ann and Ben their roles."""
    with tempfile.TemporaryDirectory() as folder:
        stores = []
        for number, _ in enumerate(people):
            place = Path(folder) / str(number)
            place.mkdir()
            opened = store.create(place, secrets.token_bytes(32))
            streams.join(opened.db, INSPECTION, OFFICE, NOW)
            stores.append(opened)
        try:
            office = stores[people.index(OFFICE)]
            record(
                office,
                OFFICE,
                Change(FieldKey("person", ANN, "role"), "inspector"),
                Change(FieldKey("person", BEN, "role"), "inspector"),
                Change(FieldKey("assessment", ASSESSMENT, "holder"), ANN),
            )
            for person, opened in zip(people, stores, strict=True):
                if person != OFFICE:
                    send(office, OFFICE, opened)
            yield stores
        finally:
            for opened in stores:
                opened.close()


def record(opened: Store, author: str, *changes: Change) -> None:
    streams.record(opened.db, INSPECTION, author, changes, NOW, secrets.token_bytes)


def send(sender: Store, person: str, receiver: Store, bundle: str | None = None) -> arrivals.Arrival:
    lines = list(departures.to_office(sender.db, INSPECTION, "9" * 32, everything=person == OFFICE))
    held = streams.heads(sender.db, INSPECTION)
    arriving = Arriving(bundle or secrets.token_hex(16), INSPECTION, person, "fieldwork", b"{}", held, lines)
    return arrivals.receive(receiver.db, arriving, NOW)


def shown(opened: Store) -> list[tuple[object, ...]]:
    fields = opened.db.execute("SELECT * FROM field ORDER BY kind, subject, field").fetchall()
    listed = opened.db.execute("SELECT * FROM listed ORDER BY stream, number").fetchall()
    notes = opened.db.execute("SELECT kind, subject, text FROM note_text ORDER BY 1, 2, 3").fetchall()
    return [*fields, *listed, *notes]
