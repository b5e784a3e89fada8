"""What arriving bundles do to a store: union, repetition, gaps, forks, forgeries, erasing."""

import secrets

import pytest

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.journal.erasure import tombstone
from model.people import Role
from storage import arrivals, departures, projection, search, streams
from storage.arrivals import Arriving
from storage.bundle_refused import BundleRefused, Why
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


def test_branches_of_one_stream_are_taken_in_one_after_another_and_erased_stays_erased() -> None:
    note = FieldKey("note", "6" * 32, "text")
    with team(OFFICE, ANN, ANN, ANN) as (office, ann, clone, third):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        for opened, changes in (
            (clone, (Change(FIELDS[1], "no"), Change(note, "Rosebud said so"))),
            (third, (Change(FIELDS[1], "no"), Change(FIELDS[2], "no"))),
        ):
            streams.add_stream(opened.db, stream, INSPECTION, own=1)
            record(opened, ANN, *changes)
        for opened in (ann, clone, third):
            send(opened, ANN, office)
        record(office, OFFICE, Change(tombstone("note", note.id), "retention rule 4"))
        taken = [
            arrivals.take_in_fork(office.db, INSPECTION, stream, stream[:16] + digit * 16) for digit in "789"
        ]
        assert taken == [2, 2, 0]
        assert arrivals.set_aside(office.db, INSPECTION) == ()
        assert search.search(office.db, INSPECTION, "rosebud") == ()
        for key in FIELDS[1:]:
            held = projection.read_field(office.db, INSPECTION, key)
            assert held is not None
            assert held.value == "no"
        live = shown(office)
        projection.rebuild(office.db, INSPECTION)
        assert shown(office) == live


def test_a_laptop_whose_stream_went_on_elsewhere_begins_a_new_one_and_no_chain_has_a_gap() -> None:
    note = FieldKey("note", "6" * 32, "text")
    with team(OFFICE, ANN, ANN) as (office, ann, clone):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        streams.add_stream(clone.db, stream, INSPECTION, own=1)
        record(ann, ANN, Change(note, "Rosebud said so"))
        record(ann, ANN, Change(FIELDS[1], "no"))
        send(ann, ANN, office)
        record(office, OFFICE, Change(tombstone("note", note.id), "retention rule 4"))
        lines = list(departures.to_person(office.db, INSPECTION, ANN, Role.INSPECTOR))
        arriving = Arriving(secrets.token_hex(16), INSPECTION, OFFICE, "allocation", b"{}", {}, lines)
        arrivals.receive(clone.db, arriving, NOW)
        record(clone, ANN, Change(FIELDS[2], "no"))
        assert streams.heads(clone.db, INSPECTION)[stream] == streams.heads(ann.db, INSPECTION)[stream]
        gone_on, begun = streams.own_streams(clone.db, INSPECTION)
        assert gone_on == stream
        assert streams.heads(clone.db, INSPECTION)[begun][0] == 1
        assert send(clone, ANN, office).forks == ()
        assert search.search(clone.db, INSPECTION, "rosebud") == ()


def test_a_line_that_no_casebook_wrote_refuses_the_whole_bundle() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        sound = list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))
        before = shown(office)
        for line in (b"{}", sound[0].replace(b'"kind":"assessment"', b'"kind":"assess\\nment"')):
            arriving = Arriving(
                secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, [*sound, line]
            )
            with pytest.raises(BundleRefused) as refused:
                arrivals.receive(office.db, arriving, NOW)
            assert refused.value.why is Why.FORGED
        assert shown(office) == before


def test_a_line_twice_in_one_bundle_counts_once() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        lines = list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))
        arriving = Arriving(secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, lines * 2)
        assert arrivals.receive(office.db, arriving, NOW).new == 1


def test_no_bundle_adds_to_a_stream_of_another_inspection() -> None:
    other = "2" * 32
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        lines = list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        streams.join(office.db, other, OFFICE, NOW)
        streams.add_stream(office.db, stream, other, own=0)
        arriving = Arriving(secrets.token_hex(16), INSPECTION, ANN, "fieldwork", b"{}", {}, lines)
        arrival = arrivals.receive(office.db, arriving, NOW)
        assert (arrival.new, arrival.unvouched) == (0, 1)
        assert projection.read_field(office.db, INSPECTION, FIELDS[0]) is None


def test_a_listed_entry_that_is_erased_is_listed_no_longer() -> None:
    number = FieldKey("case", "d" * 32, "number")
    with team(OFFICE, ANN) as (office, ann):
        ann.db.execute("UPDATE inspection SET office = ?", [ANN])  # a store that lies about itself
        projection.rebuild(ann.db, INSPECTION)
        record(ann, ANN, Change(number, "2"))
        send(ann, ANN, office)
        assert len(projection.read_listed(office.db, INSPECTION)) == 1
        record(office, OFFICE, Change(tombstone("case", number.id), "retention rule 4"))
        with office.db.atomic():
            touched = arrivals.bury(office.db, INSPECTION, [tombstone("case", number.id)])
            projection.refresh(office.db, INSPECTION, touched)
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
            touched = arrivals.bury(office.db, INSPECTION, [tombstone("note", note.id)])
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
