"""The practice inspections: all of them by the one command, and one in small, then opened in the window."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.somebody import KEY, Somebody, at_the_start
from tests.ui.terminal.demo.small import small
from ui.reading.practice import Practice, practices
from ui.terminal.commands import casebook
from ui.terminal.demo import day
from ui.terminal.demo.command import TABLE
from ui.terminal.demo.people import PASSPHRASE


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stores of a small practice day, everything handed in, all locked."""
    folder, practice, say = tmp_path_factory.mktemp("day"), small(), list[str]().append
    at_work = day.prepare(practice, folder, say)
    day.fieldwork(at_work, practice, folder, say)
    day.hand_in(at_work, practice, folder, say)
    day.decide_all(at_work, practice, say)
    day.acknowledge(at_work, folder, say)
    day.close(at_work)
    return folder / "stores"


@pytest.fixture
def office(qtbot: QtBot, stores: Path) -> Iterator[Somebody]:
    """Somebody at the office, who has unlocked it with the practice passphrase."""
    with at_the_start(qtbot, stores / "office") as person:
        person.press(PASSPHRASE, KEY.Key_Return)
        yield person


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_the_office_sees_the_whole_inspection_in_the_window(office: Somebody) -> None:
    for place, said in (
        ("Results", "Overall rating"),
        ("Officers", "Confirmed"),
        ("Interviews and meetings", "Divisional leaders"),
        ("Decisions", "Nothing to decide"),
    ):
        shown = office.go(place)
        assert shown.title == place
        rows = [str(row) for row in shown.table.rows.shown()] if hasattr(shown, "table") else []
        assert said in words(shown) + "".join(rows)


def rows_of(folder: Path, practice: Practice) -> list[dict[str, str]]:
    with (folder / practice.folder / TABLE).open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


UNEQUAL = {"north_west_2018": 2, "northumbria_2013": 16, "cumbria_2017": 22}
"""How many published figures the answers of cases and interviews cannot give; each says why."""


@pytest.mark.slow
def test_every_practice_inspection_comes_to_what_was_published(tmp_path: Path) -> None:
    result = CliRunner().invoke(casebook, ["demo", "--into", str(tmp_path / "demo")])
    assert result.exit_code == 0, result.output
    for practice in practices():
        assert practice.title.upper() in result.output
        rows = rows_of(tmp_path / "demo", practice)
        assert len(rows) == len(practice.figures)
        assert [row for row in rows if row["equal"] == "no" and not row["why"]] == []
        unequal = {row["figure"] for row in rows if row["equal"] != "yes"}
        assert len(unequal) == UNEQUAL[practice.folder], unequal
        assert list((tmp_path / "demo" / practice.folder / "papers").glob("results-*.pdf"))
        if practice.folder == "north_west_2018":
            assert unequal == {
                "RO1",
                "RO6",
            }  # how many officers there were, and an answer the report does not name
