"""Live projections on real encrypted stores: rebuilding, conflicts, roles."""

import secrets

from hypothesis import given, settings
from hypothesis import strategies as st

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from storage import projection, streams
from tests.team import (
    ANN,
    BEN,
    FIELDS,
    INSPECTION,
    NOW,
    OFFICE,
    STRANGER,
    record,
    send,
    shown,
    team,
)

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


def test_two_inspections_in_one_store_know_nothing_of_each_other() -> None:
    other, key = "2" * 32, FieldKey("person", ANN, "role")
    with team(OFFICE) as (office,):
        streams.join(office.db, other, OFFICE, NOW)
        streams.record(office.db, other, OFFICE, [Change(key, "lead")], NOW, secrets.token_bytes)
        for inspection, role in ((INSPECTION, Role.INSPECTOR), (other, Role.LEAD)):
            for _ in range(2):
                assert projection.roles_in(office.db, inspection)[ANN] == role
                assert projection.role_of(office.db, inspection, ANN) == role
                assert projection.role_of(office.db, inspection, OFFICE) == Role.OFFICE
                assert projection.role_of(office.db, inspection, STRANGER) is None
                assert projection.read_conflicts(office.db, inspection) == ()
                assert [entry.recorded.value for entry in streams.history(office.db, inspection, key)] == [
                    role
                ]
                projection.rebuild(office.db, inspection)


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
