"""Journals on real encrypted stores: live projections, rebuilding, merging, erasing, listing."""

import itertools
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.journal.erasure import tombstone
from model.people import Role
from storage import arrivals, departures, projection, search, store, streams
from storage.arrivals import Arriving
from storage.store import Store

INSPECTION, OFFICE = "1" * 32, "f" * 32
ANN, BEN, STRANGER = "a" * 32, "b" * 32, "e" * 32
ASSESSMENT = "c" * 32
NOW = "2018-10-08T10:00:00Z"
FIELDS = [FieldKey("assessment", ASSESSMENT, f"answer.q{number}") for number in range(3)]


def counting() -> Callable[[int], bytes]:
    numbers = itertools.count(1)
    return lambda size: next(numbers).to_bytes(size, "big")


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


histories = st.lists(
    st.tuples(
        st.sampled_from(["ann", "ben", "exchange"]), st.sampled_from(FIELDS), st.sampled_from(["yes", "no"])
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(histories)
def test_rebuilt_equals_live_and_order_of_arrival_does_not_matter(
    history: list[tuple[str, FieldKey, str]],
) -> None:
    with team(OFFICE, ANN, BEN, OFFICE) as (office, ann, ben, other):
        for who, key, value in history:
            if who == "exchange":
                send(ann, ANN, office)
                send(office, OFFICE, ben)
            else:
                record(ann if who == "ann" else ben, ANN if who == "ann" else BEN, Change(key, value))
        for first, last in ((office, other), (other, office)):
            send(ann, ANN, first)
            send(ben, BEN, last)
        send(ann, ANN, other)
        send(ben, BEN, office)
        send(office, OFFICE, other)
        assert shown(office) == shown(other)
        live = shown(office)
        projection.rebuild(office.db, INSPECTION)
        assert shown(office) == live


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


def test_what_the_office_says_it_holds_is_not_sent_again_until_it_states_less() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        send(ann, ANN, office)
        send(office, OFFICE, ann)
        assert list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False)) == []
        record(ann, ANN, Change(FIELDS[0], "no"))
        assert len(list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))) == 1
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        lost = Arriving(
            secrets.token_hex(16), INSPECTION, OFFICE, "allocation", b"{}", {stream: (9, b"x" * 32)}, []
        )
        arrivals.receive(ann.db, lost, NOW)
        assert len(list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))) == 2


def test_a_conflict_shows_both_sides_and_a_decision_replaces_both() -> None:
    with team(OFFICE, ANN, BEN) as (office, ann, ben):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        record(ben, BEN, Change(FIELDS[0], "no"))
        send(ann, ANN, office)
        send(ben, BEN, office)
        assert projection.read_conflicts(office.db, INSPECTION) == (FIELDS[0],)
        state = streams.state_of(office.db, INSPECTION, FIELDS[0])
        assert state is not None
        assert {head.recorded.author: head.recorded.value for head in state.heads} == {ANN: "yes", BEN: "no"}
        record(office, OFFICE, Change(FIELDS[0], "no", reason="Read again together"))
        assert projection.read_conflicts(office.db, INSPECTION) == ()
        send(office, OFFICE, ann)
        held = projection.read_field(ann.db, INSPECTION, FIELDS[0])
        assert held is not None
        assert (held.value, held.reason) == ("no", "Read again together")


def test_somebody_without_a_role_is_listed_and_never_shown() -> None:
    with team(OFFICE, STRANGER) as (office, stranger):
        record(office, OFFICE, Change(FieldKey("case", "d" * 32, "number"), "1"))
        stranger.db.execute("UPDATE inspection SET office = ?", [STRANGER])  # a store that lies about itself
        projection.rebuild(stranger.db, INSPECTION)
        record(
            stranger, STRANGER, Change(FIELDS[0], "yes"), Change(FieldKey("case", "d" * 32, "number"), "2")
        )
        send(stranger, STRANGER, office)
        assert projection.read_field(office.db, INSPECTION, FIELDS[0]) is None
        held = projection.read_field(office.db, INSPECTION, FieldKey("case", "d" * 32, "number"))
        assert held is not None
        assert held.value == "1"
        assert {why for _, why in projection.read_listed(office.db, INSPECTION)} == {"not authorised"}
        record(office, OFFICE, Change(FieldKey("person", STRANGER, "role"), "inspector"))
        assert projection.read_listed(office.db, INSPECTION)[0][0].recorded.key.kind == "case"
        answered = projection.read_field(office.db, INSPECTION, FIELDS[0])
        assert answered is not None
        assert answered.value == "yes"


def test_an_inspector_cannot_speak_for_somebody_else() -> None:
    with team(OFFICE, ANN, BEN) as (office, ann, ben):
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


def test_roles_travel_and_a_local_assessor_is_one_everywhere() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(office, OFFICE, Change(FieldKey("person", BEN, "role"), "local_assessor"))
        send(office, OFFICE, ann)
        assert projection.roles_in(office.db, INSPECTION) == projection.roles_in(ann.db, INSPECTION)
        assert projection.roles_in(ann.db, INSPECTION) == {
            OFFICE: Role.OFFICE,
            ANN: Role.INSPECTOR,
            BEN: Role.LOCAL_ASSESSOR,
        }
