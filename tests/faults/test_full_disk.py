"""A full disk: said in words, nothing lost, and work goes on when there is room again.

Recording on a full disk is in tests/storage/test_database.py; here are whole actions, bundles and copies.
Single flipped bits of a bundle are in tests/storage/test_bundles.py, of the store in test_database.py.
"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from model.journal.entry import FieldKey
from storage import copies, drafts, projection, store
from storage.bundles import Outgoing, seal, write_bundle
from storage.database import DiskFull
from storage.keys import card_of, make_keys
from storage.manifests import Kind
from storage.platform import CannotWrite
from tests.faults.recording import TREE
from tests.faults.working import (
    ASSESSMENT,
    INSPECTION,
    INSPECTOR,
    PASSPHRASE,
    act,
    come_back,
    portrait,
    set_up,
    trouble_in,
)
from ui.actions import unlock, write
from ui.session import Session

if sys.platform != "win32":
    import resource

NOTE, OTHER = FieldKey("note", "9" * 32, "text"), FieldKey("note", "8" * 32, "text")
LONG = "A long note about nobody. " * 4_000


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = set_up(tmp_path)
    for number in range(1, 9):
        act(opened, number)
    return opened


def fill(session: Session) -> None:
    """Leave the store hardly any room to grow."""
    pages = session.store.db.execute("PRAGMA page_count").fetchone()[0]
    session.store.db.execute(f"PRAGMA max_page_count={pages + 2}").fetchall()


def make_room(session: Session) -> None:
    session.store.db.execute("PRAGMA max_page_count=1000000").fetchall()


def test_a_note_that_does_not_fit_leaves_everything_as_it_was_and_its_draft_with_it(session: Session) -> None:
    write.type_on(session, "note", NOTE.id, LONG, {"assessment": ASSESSMENT})
    before = portrait(session)
    fill(session)
    with pytest.raises(DiskFull, match="disk is full") as refused:
        write.write(session, "note", NOTE.id, LONG + LONG, assessment=ASSESSMENT)
    assert refused.value.kept == (
        "Everything saved before is safe, and what you typed is still on the screen."
    )
    assert portrait(session) == before
    make_room(session)
    write.write(session, "note", NOTE.id, LONG, assessment=ASSESSMENT)
    held = projection.read_field(session.store.db, INSPECTION, NOTE)
    assert held is not None
    assert held.value == LONG.strip()
    assert all(draft.key != NOTE for draft in drafts.kept(session.store.db, INSPECTION))


def test_a_draft_that_does_not_fit_keeps_the_one_before(session: Session) -> None:
    write.type_on(session, "note", NOTE.id, "The beginning.", {"assessment": ASSESSMENT})
    fill(session)
    with pytest.raises(DiskFull):
        write.type_on(session, "note", NOTE.id, LONG, {"assessment": ASSESSMENT})
    kept = {draft.key: draft.text for draft in drafts.kept(session.store.db, INSPECTION)}
    assert kept[NOTE] == "The beginning."


def test_work_goes_on_after_closing_a_store_on_a_full_disk(session: Session) -> None:
    fill(session)
    with pytest.raises(DiskFull):
        write.write(session, "note", NOTE.id, LONG, assessment=ASSESSMENT)
    before = portrait(session)
    session.store.close()
    again = come_back(session.store.folder)
    assert portrait(again) == before
    assert trouble_in(again) == ""
    again.store.close()


FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from tests.faults import test_full_disk
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
print(getattr(test_full_disk, sys.argv[1])(Path(sys.argv[2])))
"""


def with_room_for(size: int, function: str, folder: Path) -> str:
    """Run a function below in a process none of whose files can grow beyond `size` bytes."""
    done = subprocess.run(
        [sys.executable, "-c", FULL, function, str(folder), str(size)],
        cwd=TREE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def bundle_of(size: int, path: Path) -> None:
    """Write a bundle with `size` bytes in it that cannot be compressed."""
    keys = make_keys()
    line = os.urandom(size // 2).hex().encode()
    card = card_of(keys, "Ann", "2018-10-08T10:00:00Z")
    outgoing = Outgoing(Kind.FIELDWORK, INSPECTION, card, "2018-10-08T10:00:00Z", {}, {}, {}, [])
    write_bundle(path, seal(outgoing, [line], keys, [keys.recipient]))


def write_a_large_bundle(folder: Path) -> str:
    path = folder / "day.casebook"
    bundle_of(1_000, path)
    small = path.read_bytes()
    try:
        bundle_of(400_000, path)
    except CannotWrite as refusal:
        assert path.read_bytes() == small
        assert [one.name for one in folder.iterdir()] == [path.name]
        return str(refusal)
    return "written"


def save_until_full(folder: Path) -> str:
    session = set_up(folder)
    before = ""
    try:
        for number in range(1, 10_000):
            before = portrait(session)
            act(session, number)
    except DiskFull as refusal:
        assert portrait(session) == before
        session.store.close()
        return str(refusal)
    return "never full"


def keep_a_copy(folder: Path) -> str:
    session = set_up(folder)
    first = copies.keep_copy(session.store, "2018-10-08")
    kept = first.read_bytes()
    write.write(session, "note", NOTE.id, LONG * 3, assessment=ASSESSMENT)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(kept) + 50_000, resource.RLIM_INFINITY))
    try:
        copies.keep_copy(session.store, "2018-10-09")
    except DiskFull as refusal:
        assert first.read_bytes() == kept
        assert copies.copies(folder) == [first]
        return str(refusal)
    return "kept"


def unlock_and_lock(folder: Path) -> str:
    session = set_up(folder)
    session.store.db.execute("PRAGMA wal_autocheckpoint=1").fetchall()
    write.write(session, "note", NOTE.id, LONG * 3, assessment=ASSESSMENT)
    write.type_on(session, "note", OTHER.id, LONG, {"assessment": ASSESSMENT})
    session.store.close()
    size = (folder / store.FILE).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))
    opened = replace(unlock.unlock(folder, PASSPHRASE), author=INSPECTOR, inspection=INSPECTION)
    held = projection.read_field(opened.store.db, INSPECTION, NOTE)
    assert held is not None
    assert held.value == (LONG * 3).strip()
    with pytest.raises(DiskFull):
        write.write(opened, "note", OTHER.id, LONG * 4, assessment=ASSESSMENT)
    unlock.lock(opened)
    return "locked"


limited = pytest.mark.skipif(sys.platform == "win32", reason="the size of files is limited as only Unix does")


@limited
def test_a_bundle_that_does_not_fit_is_said_and_the_one_before_stays(tmp_path: Path) -> None:
    said = with_room_for(100_000, "write_a_large_bundle", tmp_path)
    assert "day.casebook could not be written" in said
    assert "What stood there before was not touched. Everything saved in Casebook is safe." in said
    assert with_room_for(1_000_000, "write_a_large_bundle", tmp_path) == "written"


@limited
def test_what_was_saved_before_a_disk_was_full_is_there_afterwards(tmp_path: Path) -> None:
    said = with_room_for(600_000, "save_until_full", tmp_path)
    assert "so the last change was not saved" in said
    again = come_back(tmp_path)
    assert trouble_in(again) == ""
    act(again, 1)
    again.store.close()


@limited
def test_a_copy_that_does_not_fit_leaves_the_one_before_and_the_work(tmp_path: Path) -> None:
    assert "The disk is full" in with_room_for(10_000_000, "keep_a_copy", tmp_path)
    again = come_back(tmp_path)
    assert trouble_in(again) == ""
    again.store.close()


@limited
def test_a_full_disk_locks_nobody_out_and_nothing_in(tmp_path: Path) -> None:
    assert with_room_for(10_000_000, "unlock_and_lock", tmp_path) == "locked"
    again = come_back(tmp_path)
    typed = {draft.key: draft.text.strip() for draft in drafts.kept(again.store.db, INSPECTION)}
    entered = projection.read_field(again.store.db, INSPECTION, OTHER)
    kept = typed[OTHER] if entered is None else entered.value
    assert kept == LONG.strip(), "neither a draft nor an entry"
    assert trouble_in(again) == ""
    again.store.close()
