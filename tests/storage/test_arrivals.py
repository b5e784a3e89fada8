"""What arriving bundles do to a store: union, repetition, gaps, forks, forgeries, erasing."""

import secrets

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.journal.erasure import tombstone
from storage import arrivals, departures, projection, search, streams
from storage.arrivals import Arriving
from tests.team import (
    ANN,
    BEN,
    FIELDS,
    INSPECTION,
    NOW,
    OFFICE,
    record,
    send,
    shown,
    team,
)


def test_the_same_bundle_again_changes_nothing_and_says_so() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        first = send(ann, ANN, office, "5" * 32)
        before = shown(office)
        again = send(ann, ANN, office, "5" * 32)
        assert (first.new, first.repeated) == (1, False)
        assert (again.new, again.known, again.repeated) == (0, 1, True)
        assert shown(office) == before


def test_gaps_and_repetition_of_bundles_do_not_matter() -> None:
    with team(OFFICE, ANN) as (office, ann):
        for number in range(4):
            record(ann, ANN, Change(FIELDS[0], f"v{number}"))
        lines = list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))
        for part in (lines[2:], lines[:1], lines[1:3]):
            arriving = Arriving(secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, part)
            arrivals.receive(office.db, arriving, NOW)
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        assert streams.heads(office.db, INSPECTION)[stream] == streams.heads(ann.db, INSPECTION)[stream]
        held = projection.read_field(office.db, INSPECTION, FIELDS[0])
        assert held is not None
        assert held.value == "v3"


def test_an_inspector_cannot_speak_for_somebody_else() -> None:
    with team(OFFICE, ANN, BEN) as (office, _, ben):
        record(ben, BEN, Change(FIELDS[0], "yes"))
        lines = list(departures.to_office(ben.db, INSPECTION, OFFICE, everything=False))
        passed_on = Arriving(secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, lines)
        arrival = arrivals.receive(office.db, passed_on, NOW)
        assert (arrival.new, arrival.unvouched) == (0, 1)
        assert projection.read_field(office.db, INSPECTION, FIELDS[0]) is None
        assert [row[1] for row in arrivals.set_aside(office.db, INSPECTION)] == ["not vouched for"]
        assert send(ben, BEN, office).new == 1
        assert arrivals.set_aside(office.db, INSPECTION) == ()


def test_a_fork_is_set_aside_whole_and_can_be_taken_in_as_a_new_stream() -> None:
    with team(OFFICE, ANN, ANN) as (office, ann, clone):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        streams.add_stream(clone.db, stream, INSPECTION, own=1)
        record(clone, ANN, Change(FIELDS[1], "no"), Change(FIELDS[2], "no"))
        send(ann, ANN, office)
        assert send(clone, ANN, office).forks == (stream,)
        assert projection.read_field(office.db, INSPECTION, FIELDS[1]) is None
        assert arrivals.take_in_fork(office.db, INSPECTION, stream, stream[:16] + "7" * 16) == 2
        taken = projection.read_field(office.db, INSPECTION, FIELDS[1])
        assert taken is not None
        assert taken.value == "no"
        live = shown(office)
        projection.rebuild(office.db, INSPECTION)
        assert shown(office) == live


def test_erasing_takes_the_bodies_everywhere_and_merging_never_brings_them_back() -> None:
    note = FieldKey("note", "6" * 32, "text")
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(note, "Rosebud said so"), Change(FIELDS[0], "yes"))
        lines = list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))
        send(ann, ANN, office)
        assert search.search(office.db, INSPECTION, "rosebud")
        record(office, OFFICE, Change(tombstone("note", note.id), "retention rule 4"))
        with office.db.atomic():
            touched = arrivals.bury(office.db, [tombstone("note", note.id)])
            projection.refresh(office.db, INSPECTION, touched)
        send(office, OFFICE, ann)
        again = Arriving(secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, lines)
        arrivals.receive(office.db, again, NOW)
        for opened in (office, ann):
            bodies = [row[0] for row in opened.db.execute("SELECT body FROM entry WHERE body IS NOT NULL")]
            assert not any(b"Rosebud" in body for body in bodies)
            assert search.search(opened.db, INSPECTION, "rosebud") == ()
            assert projection.read_field(opened.db, INSPECTION, note) is None
            kept = projection.read_field(opened.db, INSPECTION, FIELDS[0])
            assert kept is not None
            assert kept.value == "yes"
