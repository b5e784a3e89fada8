"""Files that people carry: read with a limit, written whole."""

from pathlib import Path

import pytest

from model.refusal import Refusal
from ui.actions import carry


def test_what_is_written_is_read(tmp_path: Path) -> None:
    carry.write_chosen(tmp_path / "card", b"words")
    assert carry.read_chosen(tmp_path / "card") == b"words"


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"x" * (carry.LIMIT + 1))
    with pytest.raises(Refusal, match="larger"):
        carry.read_chosen(tmp_path / "film")


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        carry.write_chosen(tmp_path / "gone" / "card", b"words")
