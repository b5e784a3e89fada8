"""Running a program of ours under the recorder of recorder.c."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.disk import Operation, read_recording

TREE = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("recorder.c")


def recorder_in(folder: Path) -> Path:
    """Build the recorder; skips the test where that cannot be."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the recorder is loaded before the C library, which only Linux does")
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("gcc is not installed, so the recorder of what is written cannot be built")
    built = folder / "recorder.so"
    flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run([compiler, *flags, "-o", str(built), str(SOURCE), "-ldl", "-lpthread"], check=True)
    return built


def recorded(recorder: Path, module: str, folder: Path, *arguments: str) -> tuple[Operation, ...]:
    """Run a module of the tests on a new `folder` and return all that it did to the files there."""
    folder.mkdir()
    log = folder.with_suffix(".log")
    environment = {**os.environ, "LD_PRELOAD": str(recorder), "RECORD_FOLDER": str(folder)}
    subprocess.run(
        [sys.executable, "-m", module, str(folder), *arguments],
        cwd=TREE,
        env={**environment, "RECORD_LOG": str(log)},
        check=True,
    )
    return read_recording(log)
