"""A thousand kills at random moments while an inspector works: nothing that was acknowledged is lost."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.recording import TREE

PARTS, KILLS_IN_PART = 2, 500

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="lives are forked and killed as only Unix does"),
]


def killed(folder: Path, kills: int, seed: int, manner: str) -> Any:
    """Run the program that forks and kills; return what it found."""
    arguments = [str(folder), str(kills), str(seed), manner]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed", *arguments],
        cwd=TREE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_kill_loses_what_was_acknowledged(tmp_path: Path, part: int) -> None:
    found = killed(tmp_path, KILLS_IN_PART, part, "saving")
    assert found["wrong"] == []
    assert found["acknowledged"] > KILLS_IN_PART
    assert found["beyond"] > KILLS_IN_PART // 50  # some fell between the commit and the acknowledgement


def test_the_control_that_acknowledges_before_it_commits_is_found_out(tmp_path: Path) -> None:
    assert "an acknowledged act is lost" in killed(tmp_path, 50, 1, "boasting")["wrong"]
