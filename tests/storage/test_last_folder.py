"""The folder where bundles last went."""

from pathlib import Path

import pytest

from storage.last_folder import FILE, keep_last_folder, read_last_folder


def test_what_was_kept_comes_back_while_it_is_there(tmp_path: Path) -> None:
    assert read_last_folder(tmp_path) is None
    stick = tmp_path / "Stick Ŵ"
    stick.mkdir()
    keep_last_folder(tmp_path, stick)
    assert read_last_folder(tmp_path) == stick
    stick.rmdir()
    assert read_last_folder(tmp_path) is None


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"relative/folder", b"/\0", b"/" + b"x" * 9_000])
def test_any_other_file_says_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    assert read_last_folder(tmp_path) is None
