"""A round of fieldwork in the shape of a national one: an office, its inspectors and their sealed bundles."""

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from model.journal.change import Change
from model.journal.entry import Body, FieldKey, Hash, Value, encode, link, origin
from model.people import Card, person_id
from storage import bundles, keys, sealing
from storage.bundles import Outgoing
from storage.database import open_database
from storage.keys import Keys
from storage.known import card_text
from storage.manifests import Kind
from storage.wire import write_line
from storage.wrapping import Cost
from ui.actions import begin
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import inspections
from ui.session import Session

CASES_IN_BUNDLE = 20
ENTRIES_IN_CASE = 250
MADE = "2018-10-08T17:00:00Z"
_WORDS = (
    "The assessment names the person’s own account of the offence and the partner’s view, but no home visit "
    "was made before release and nothing was asked about the children at the address until the fourth month."
).split()
_PARTICULARS = Particulars("Round", "England", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")


@dataclass
class Inspector:
    """Somebody who sends bundles: their keys, and how far their one stream reaches."""

    card: Card
    keys: Keys = field(repr=False)
    number: int = 0
    head: Hash = b""

    @property
    def id(self) -> str:
        """Who they are, by their keys."""
        return person_id(self.card)

    @property
    def stream(self) -> str:
        """The stream they write."""
        return self.id[:16] + "0" * 16


@dataclass(frozen=True)
class Round:
    """The office's session, the key that bundles are sealed to, and everybody who sends some."""

    office: Session
    recipient: str
    instrument: str
    inspectors: tuple[Inspector, ...]


def make_round(folder: Path, people: int) -> Round:
    """Set up an office with an inspection and a confirmed team; keys are wrapped lightly here."""
    made = begin.set_up_office(folder, "Office", "a long passphrase", cost=Cost(64, 1, 1))
    office = make_inspection(made.session, _PARTICULARS)
    team = []
    for number in range(people):
        own = keys.make_keys()
        team.append(Inspector(keys.card_of(own, f"Inspector {number}", MADE), own))
    for one in team:
        fields: dict[str, Value] = {
            "name": one.card.name,
            "card": card_text(one.card),
            "role": "inspector",
            "confirmed": True,
        }
        office.record(*(Change(FieldKey("person", one.id, name), value) for name, value in fields.items()))
    instrument = inspections.instruments(office)[0]
    return Round(office, inspections.inspection(office).key, instrument.fingerprint, tuple(team))


def bundles_of(
    round: Round, cases: int, dice: random.Random, in_bundle: int = CASES_IN_BUNDLE
) -> Iterator[bytes]:
    """Yield sealed bundles of so many cases each, one inspector after the other, each stream going on."""
    turn = 0
    while cases > 0:
        here = min(cases, in_bundle)
        yield _bundle(round, round.inspectors[turn % len(round.inspectors)], here, dice)
        cases, turn = cases - here, turn + 1


def _bundle(round: Round, maker: Inspector, cases: int, dice: random.Random) -> bytes:
    lines = []
    maker.head = maker.head or origin(maker.stream)
    for _ in range(cases):
        stood: dict[FieldKey, Hash] = {}
        for key, value, meaning in _work(dice):
            replaces = (stood[key],) if key in stood else ()
            nonce, act = dice.randbytes(8).hex(), dice.randbytes(16).hex()
            instrument = round.instrument if meaning else None
            body = Body(
                maker.id, MADE, act, key, value, nonce, replaces, meaning=meaning, instrument=instrument
            )
            encoded = encode(body)
            maker.number += 1
            entry = link(maker.stream, maker.number, maker.head, body, encoded)
            lines.append(write_line(entry.stream, entry.number, entry.previous, entry.body_hash, encoded))
            stood[key] = maker.head = entry.hash
    outgoing = Outgoing(
        Kind.FIELDWORK,
        round.office.inspection,
        maker.card,
        MADE,
        {maker.stream: (maker.number, maker.head)},
        {},
        {"entries": len(lines)},
        [round.instrument],
    )
    return bundles.seal(outgoing, lines, maker.keys, [round.recipient]).data


def _work(dice: random.Random) -> Iterator[tuple[FieldKey, Value, int | None]]:
    """Yield the work on one case: 120 answers, 10 of them changed, and 30 notes of four entries each."""
    assessment = dice.randbytes(16).hex()
    for number in range(120):
        yield FieldKey("assessment", assessment, f"answer.question_{number}"), "yes", 1
        if number % 12 == 11:
            yield FieldKey("assessment", assessment, f"answer.question_{number - 5}"), "no", 1
    for number in range(30):
        note = assessment[:8] + dice.randbytes(12).hex()
        text = " ".join(dice.choices(_WORDS, k=40))
        yield FieldKey("note", note, "text"), text, None
        yield FieldKey("note", note, "assessment"), assessment, None
        yield FieldKey("note", note, "question"), f"question_{number}", None
        yield FieldKey("note", note, "source"), "Contact log, 12 April", None


class Floor:
    """The same rows without Casebook: decrypted, decoded and put into one bare table of an encrypted file."""

    def __init__(self, path: Path, identity: str) -> None:
        self._identity = identity
        self._db = open_database(path, bytes(32))
        self._db.execute(
            "CREATE TABLE entry (stream TEXT, number INTEGER, previous BLOB, hash BLOB, body_hash BLOB,"
            " body BLOB, kind TEXT, subject TEXT, field TEXT, author TEXT, act TEXT)"
        )

    def take(self, data: bytes) -> int:
        """Take in one bundle; return how many rows it had."""
        inner = sealing.unseal(data, [self._identity])
        mark = len(b"casebook bundle\n")
        start = mark + 4 + int.from_bytes(inner[mark : mark + 4], "big") + 64
        rows = []
        for line in zlib.decompress(inner[start:]).splitlines():
            read = msgspec.json.decode(line)
            body, previous = read["body"], bytes.fromhex(read["previous"])
            rows.append(
                (
                    read["stream"],
                    read["number"],
                    *(previous, previous, previous, line[170:]),
                    *(body["kind"], body["id"], body["field"], body["author"], body["act"]),
                )
            )
        with self._db.atomic():
            self._db.conn.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        return len(rows)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
