"""What is kept aside can be read: the entries of a branch, and who brought them."""

from pathlib import Path

from tests.merging import Evening, evening
from ui.actions import decide, exchange, unlock
from ui.reading import aside


def test_the_entries_of_a_branch_and_their_bundle(tmp_path: Path) -> None:
    day: Evening = evening(tmp_path)
    office = day.open("office")
    for name in ("ann", "ann_copy"):
        exchange.take_bundle(office, day.bundle(name))
    (kept,) = decide.kept_aside(office)
    entries = aside.branch(office, kept.stream, kept.why, kept.bundle)
    texts = [entry.recorded.value for entry in entries if entry.recorded.key.field == "text"]
    came = aside.came(office)[kept.bundle]
    ann = office.store.db.execute("SELECT id FROM stream WHERE id = ?", [kept.stream]).fetchone()
    unlock.lock(office)
    assert len(entries) == kept.entries
    assert [entry.number for entry in entries] == sorted(entry.number for entry in entries)
    assert texts == ["Read again on the spare laptop."]
    assert came.time == "2018-10-08T19:00:00Z"
    assert kept.stream.startswith(came.sender[:16])
    assert ann is not None


def test_where_nothing_is_kept_aside_nothing_is_listed(tmp_path: Path) -> None:
    office = evening(tmp_path).open("office")
    assert aside.listed(office) == ()
    assert aside.came(office) == {}
    unlock.lock(office)
