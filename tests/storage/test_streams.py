"""Writing one's own stream: chained, in one transaction, authorised, undone as a whole."""

import secrets
from pathlib import Path

import pytest

from model.journal.change import Change
from model.journal.entry import Entry, FieldKey, broken_at
from model.journal.erasure import tombstone
from model.journal.undo import CannotUndo
from storage import projection, streams
from tests.team import ANN, ASSESSMENT, BEN, FIELDS, INSPECTION, NOW, OFFICE, record, send, team


def own_entries(opened: object) -> list[Entry]:
    db = opened.db  # type: ignore[attr-defined]
    stream = streams.own_streams(db, INSPECTION)[0]
    rows = db.execute(
        "SELECT stream, number, previous, hash, body_hash, body FROM entry WHERE stream = ? ORDER BY number",
        [stream],
    )
    return [projection.entry_from(row) for row in rows]


def test_acts_are_chained_one_after_another() -> None:
    with team(OFFICE, ANN) as (_, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"), Change(FIELDS[1], "no"))
        record(ann, ANN, Change(FIELDS[0], "no"))
        entries = own_entries(ann)
        assert [entry.number for entry in entries] == [1, 2, 3]
        assert broken_at(entries) is None
        assert entries[0].recorded.act == entries[1].recorded.act != entries[2].recorded.act
        assert entries[2].recorded.replaces == (entries[0].hash,)
        assert entries[0].stream.startswith(ANN[:16])
        assert streams.heads(ann.db, INSPECTION)[entries[0].stream] == (3, entries[2].hash)


def test_what_a_role_may_not_record_leaves_nothing_of_the_act() -> None:
    with team(OFFICE, ANN) as (_, ann):
        with pytest.raises(streams.NotAllowed, match="inspector"):
            record(ann, ANN, Change(FIELDS[0], "yes"), Change(FieldKey("case", "d" * 32, "number"), "1"))
        assert projection.read_field(ann.db, INSPECTION, FIELDS[0]) is None
        assert streams.own_streams(ann.db, INSPECTION) == ()


def test_text_that_hides_or_reorders_is_refused_with_the_whole_act() -> None:
    note = FieldKey("note", "d" * 32, "text")
    with team(OFFICE, ANN) as (_, ann):
        with pytest.raises(streams.UnfitText, match=r"U\+202E"):
            record(ann, ANN, Change(FIELDS[0], "yes"), Change(note, "risk \u202e low"))
        assert projection.read_field(ann.db, INSPECTION, FIELDS[0]) is None


def test_undo_takes_back_the_whole_act_and_then_the_one_before() -> None:
    with team(OFFICE, ANN) as (_, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        record(ann, ANN, Change(FIELDS[0], "no"), Change(FIELDS[1], "no"))
        streams.undo(ann.db, INSPECTION, ANN, NOW, secrets.token_bytes)
        held = [projection.read_field(ann.db, INSPECTION, key) for key in FIELDS[:2]]
        assert [one.value if one else "never" for one in held] == ["yes", None]
        streams.undo(ann.db, INSPECTION, ANN, NOW, secrets.token_bytes)
        assert projection.read_field(ann.db, INSPECTION, FIELDS[0]) is not None
        assert streams.undo(ann.db, INSPECTION, ANN, NOW, secrets.token_bytes) == ()
        assert [entry.recorded.value for entry in streams.history(ann.db, INSPECTION, FIELDS[0])] == [
            "yes",
            "no",
            "yes",
            None,
        ]


def test_undo_of_what_a_colleague_changed_since_is_refused() -> None:
    with team(OFFICE, ANN, BEN) as (office, ann, ben):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        send(ann, ANN, office)
        send(office, OFFICE, ben)
        record(ben, BEN, Change(FIELDS[0], "no"))
        send(ben, BEN, office)
        send(office, OFFICE, ann)
        with pytest.raises(CannotUndo) as refused:
            streams.undo(ann.db, INSPECTION, ANN, NOW, secrets.token_bytes)
        assert refused.value.by == BEN


def test_a_retired_stream_is_still_sent_but_no_longer_written(tmp_path: Path) -> None:
    assert tmp_path.exists()
    with team(OFFICE, ANN) as (_, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        streams.retire_own_streams(ann.db)
        record(ann, ANN, Change(FIELDS[0], "no"))
        assert len(streams.own_streams(ann.db, INSPECTION)) == 2
        held = projection.read_field(ann.db, INSPECTION, FIELDS[0])
        assert held is not None
        assert held.value == "no"


def test_joining_again_is_harmless_and_keeps_the_first_office() -> None:
    with team(OFFICE, ANN) as (_, ann):
        streams.join(ann.db, INSPECTION, BEN, NOW)
        assert projection.roles_in(ann.db, INSPECTION)[OFFICE].value == "office"
        assert BEN not in {office for (office,) in ann.db.execute("SELECT office FROM inspection")}
        assert projection.find_subjects(ann.db, INSPECTION, "assessment", "holder", ANN) == (ASSESSMENT,)


def test_nothing_more_is_recorded_in_what_was_erased() -> None:
    note = FieldKey("note", "6" * 32, "text")
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(note, "before the office's tombstone is known here"))
        record(office, OFFICE, Change(tombstone("note", note.id), "retention rule 4"))
        send(office, OFFICE, ann)
        assert projection.is_erased(ann.db, INSPECTION, note)
        with pytest.raises(streams.Erased, match="cannot be undone"):
            streams.undo(office.db, INSPECTION, OFFICE, NOW, secrets.token_bytes)
        with pytest.raises(streams.Erased, match="has erased"):
            record(ann, ANN, Change(note, "after it"))
        other = note._replace(id="7" * 32)
        record(ann, ANN, Change(other, "of another note"))
        send(ann, ANN, office)
        for opened in (office, ann):
            assert projection.read_subjects(opened.db, INSPECTION, "note").keys() == {other.id}
