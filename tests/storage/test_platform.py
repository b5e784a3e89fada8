"""Files are written whole or not at all, for their owner alone; folders and dumps follow the system."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from storage import platform
from storage.platform import (
    CannotRead,
    CannotWrite,
    data_folder,
    make_private_folder,
    read_limited,
    write_safely,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes and no folder fsync")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_read_back_and_nothing_else_lies_there(tmp_path: Path) -> None:
    write_safely(tmp_path / "a.casebook", b"one")
    write_safely(tmp_path / "a.casebook", b"two")
    assert read_limited(tmp_path / "a.casebook", 3) == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.casebook"]


@posix_only
def test_only_the_owner_can_read_it_even_where_an_open_file_stood(tmp_path: Path) -> None:
    target = tmp_path / "a.casebook"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_safely(target, b"new")
    assert mode(target) == 0o600


@posix_only
def test_the_data_are_tight_and_flushed_before_the_name_changes_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def watch_fsync(handle: int) -> None:
        kind = os.fstat(handle)
        steps.append(
            "folder" if stat.S_ISDIR(kind.st_mode) else f"file {stat.S_IMODE(kind.st_mode):o} {kind.st_size}"
        )
        fsync(handle)

    def watch_replace(source: Path, target: Path) -> Path:
        steps.append("rename")
        assert source.parent == target.parent
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", watch_fsync)
    monkeypatch.setattr(Path, "replace", watch_replace)
    write_safely(tmp_path / "a.casebook", b"12345")
    assert steps == ["file 600 5", "rename", "folder"]


def test_a_full_disk_leaves_the_old_file_and_no_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.casebook"
    write_safely(target, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"a\.casebook could not be written .*No space left") as caught:
        write_safely(target, b"new")
    assert "was not touched" in caught.value.kept
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.casebook"]


@posix_only
@pytest.mark.parametrize(("number", "refused"), [(22, False), (95, False), (5, True)])
def test_a_stick_that_cannot_flush_folders_is_no_error_but_a_failing_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, refused: bool
) -> None:
    fsync = os.fsync

    def fails_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fails_for_folders)
    if refused:
        with pytest.raises(CannotWrite, match="Do not rely on this file"):
            write_safely(tmp_path / "a", b"new")
    else:
        write_safely(tmp_path / "a", b"new")
        assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_held_by_a_scanner_is_tried_again_with_longer_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, held, pauses = Path.replace, [PermissionError(13, "Access is denied")] * 3, list[float]()

    def held_at_first(source: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held_at_first)
    write_safely(tmp_path / "a", b"new", tries=4, pause=pauses.append)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert pauses == [0.05, 0.1, 0.2]


def test_a_file_held_for_ever_is_refused_and_nothing_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def held(_source: Path, _target: Path) -> Path:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(CannotWrite, match="Access is denied"):
        write_safely(tmp_path / "a", b"new", tries=3, pause=pauses.append)
    assert len(pauses) == 2
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="No such file"):
        write_safely(tmp_path / "gone" / "a", b"new")


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_limited(tmp_path / "a", 5) == b"12345"
    with pytest.raises(CannotRead, match="larger than 4 bytes"):
        read_limited(tmp_path / "a", 4)
    with pytest.raises(CannotRead, match="could not be read"):
        read_limited(tmp_path / "b", 4)


@posix_only
def test_a_private_folder_is_closed_to_others_and_may_exist(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private_folder(folder)
    folder.chmod(0o755)
    make_private_folder(folder)
    assert mode(folder) == 0o700


def test_a_folder_where_a_file_stands_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(CannotWrite, match="could not be made"):
        make_private_folder(tmp_path / "a")


def test_the_data_folder_follows_the_persons_choice_first(tmp_path: Path) -> None:
    assert data_folder({"CASEBOOK_HOME": str(tmp_path), "XDG_DATA_HOME": "/elsewhere"}) == tmp_path


@posix_only
def test_the_data_folder_follows_the_desktops_rules() -> None:
    assert data_folder({"XDG_DATA_HOME": "/elsewhere"}) == Path("/elsewhere/casebook")
    own = Path.home() / ".local" / "share" / "casebook"
    assert data_folder({}) == own
    assert data_folder({"XDG_DATA_HOME": "relative"}) == own


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel what it would do")
def test_after_forbidding_them_the_kernel_writes_no_core_dumps() -> None:
    asked = (
        "import ctypes, resource; from storage.platform import forbid_core_dumps; "
        "before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0); forbid_core_dumps(); "
        "print(before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(platform.__file__).parents[1],
    )
    assert answer.stdout == "1 0 (0, 0)\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such setting")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, "C.UTF-8"),
        ({"LANG": "C"}, "C.UTF-8"),
        ({"LC_ALL": "POSIX", "LANG": "cy_GB.UTF-8"}, "C.UTF-8"),
        ({"LANG": "cy_GB.UTF-8"}, None),
        ({"LC_ALL": "", "LC_CTYPE": "en_GB.UTF-8", "LANG": "C"}, ""),
    ],
)
def test_a_session_without_a_language_speaks_utf_8(before: dict[str, str], after: str | None) -> None:
    platform.speak_utf8(environment := dict(before))
    assert environment.get("LC_ALL") == after
