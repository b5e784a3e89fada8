"""The disk that the power cuts are tried on: it keeps what was flushed, and promises no more."""

from pathlib import Path
from random import Random

from tests.faults.disk import SECTOR, Cut, Disk, Operation, cuts, lay_out

FILE, OTHER, FOLDER = "/store/file", "/store/other", "/store"


def did(letter: str, name: str = FILE, second: str = "", offset: int = 0, data: bytes = b"") -> Operation:
    return Operation(letter, name, second, offset, data)


def after(*operations: Operation) -> Disk:
    disk = Disk()
    for operation in operations:
        disk.follow(operation)
    return disk


def outcomes(disk: Disk, how: Cut) -> set[tuple[tuple[str, bytes], ...]]:
    return {tuple(sorted(disk.cut(how, Random(seed)).items())) for seed in range(60)}


def test_what_was_flushed_in_a_folder_that_was_flushed_stays_in_every_cut() -> None:
    disk = after(did("C"), did("W", data=b"kept"), did("F"), did("F", FOLDER))
    assert {kept for how in Cut for kept in outcomes(disk, how)} == {((FILE, b"kept"),)}


def test_a_new_name_is_lost_until_its_folder_is_flushed() -> None:
    disk = after(did("C"), did("W", data=b"kept"), did("F"))
    assert outcomes(disk, Cut.NOTHING) == {()}
    assert outcomes(disk, Cut.SOME) == {(), ((FILE, b"kept"),)}


def test_a_name_may_survive_without_its_contents() -> None:
    disk = after(did("C"), did("W", data=b"lost"))
    assert outcomes(disk, Cut.NAMES) == {((FILE, b""),)}


def test_an_unflushed_write_tears_at_sectors_and_nowhere_else() -> None:
    disk = after(did("C"), did("F"), did("F", FOLDER), did("W", data=b"a" * SECTOR + b"b" * SECTOR))
    found = {dict(kept)[FILE] for kept in outcomes(disk, Cut.SOME)}
    assert found == {
        b"",
        b"a" * SECTOR,
        bytes(SECTOR) + b"b" * SECTOR,
        b"a" * SECTOR + b"b" * SECTOR,
    }


def test_a_renamed_file_is_the_old_one_or_the_new_one() -> None:
    disk = after(
        did("C", OTHER),
        did("W", OTHER, data=b"old"),
        did("F", OTHER),
        did("F", FOLDER),
        did("C"),
        did("W", data=b"new"),
        did("F"),
        did("N", FILE, OTHER),
    )
    found = {dict(kept)[OTHER] for how in Cut for kept in outcomes(disk, how)}
    assert found == {b"old", b"new"}


def test_a_removed_file_may_come_back() -> None:
    disk = after(did("C"), did("F"), did("F", FOLDER), did("R"))
    assert outcomes(disk, Cut.SOME) == {(), ((FILE, b""),)}


def test_a_length_cut_short_and_given_again_holds_zeros() -> None:
    disk = after(did("C"), did("W", data=b"abcdef"), did("L", offset=2), did("L", offset=4), did("F"))
    assert disk.cut(Cut.ALL, Random(1)) == {FILE: b"ab\0\0"}


def test_cuts_fall_after_the_mark_and_know_the_marks_before_them(tmp_path: Path) -> None:
    recording = [did("M", "early"), did("M", "begin"), did("C"), did("M", "done"), did("F")]
    found = list(cuts(recording, 40, Random(2), begin="begin"))
    assert {marks for marks, _, _ in found} == {("early", "begin"), ("early", "begin", "done")}
    assert {how for _, how, _ in found} == set(Cut)
    lay_out({FILE: b"x"}, Path(FOLDER), tmp_path)
    assert (tmp_path / "file").read_bytes() == b"x"
