"""The table of results as a workbook and as CSV: the same figures as on screen, numbered and recorded."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from model.refusal import Refusal
from storage import projection
from storage.platform import CannotWrite
from tests.merging import SAMPLE, Evening
from ui.actions import exchange, unlock
from ui.actions.export_results import HEADER, export_results, file_name
from ui.reading import results
from ui.session import Session


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    exchange.take_files(session, [day.bundle(name) for name in ("ann", "ben")])
    yield session
    unlock.lock(session)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def recorded(session: Session) -> list[tuple[object, object, object]]:
    found = projection.read_subjects(session.store.db, session.inspection, "print").values()
    return [(one["number"].value, one["document"].value, one["about"].value) for one in found]


def test_csv_holds_every_standard_and_key_question_with_its_figures(day: Evening, office: Session) -> None:
    exported = export_results(office, SAMPLE, day.folder / "table.csv")
    rows = rows_of(exported.path)
    found = results.team_results(office)[0]
    assert [row["Code"] for row in rows if row["Level"] == "Standard"] == ["2.1", "2.2", "2.3", "2.4"]
    measures = {measure.code: found.tallies[measure.id] for measure in found.measures}
    for row in rows:
        if row["Level"] == "Key question":
            tally = measures[row["Code"]]
            assert (row["Per cent"], row["Above the line"], row["Cases counted"]) == (
                str(tally.percentage),
                str(tally.above),
                str(tally.base),
            )
    assert {(row["Cases received"], row["Cases expected"], row["Export"]) for row in rows} == {
        ("3", "6", exported.number)
    }


def test_the_workbook_holds_the_same_and_says_what_it_is(day: Evening, office: Session) -> None:
    exported = export_results(office, SAMPLE, day.folder / "table")
    assert exported.path.name == "table.xlsx"
    book = openpyxl.load_workbook(exported.path)
    table, notes = book.worksheets
    assert [cell.value for cell in table[1]] == list(HEADER)
    assert table.max_row == 1 + 4 + 12
    about = {row[0].value: row[1].value for row in notes.iter_rows(min_row=2)}
    assert about["Status"] == "Provisional: 3 of 6 received"
    assert about["Export"] == exported.number
    assert about["Exported by"] == "Olwen"
    assert "Open Government Licence" in str(about["Attribution"])


def test_an_export_is_recorded_like_a_print(day: Evening, office: Session) -> None:
    name = file_name(office, SAMPLE)
    exported = export_results(office, SAMPLE, day.folder / name)
    assert recorded(office) == [(exported.number, "results table", SAMPLE)]
    assert name == f"results-table-{SAMPLE}-{exported.number}.xlsx"
    assert file_name(office, SAMPLE) != name


def test_what_cannot_be_written_is_not_recorded(day: Evening, office: Session) -> None:
    with pytest.raises(Refusal, match=r"not as \.pdf"):
        export_results(office, SAMPLE, day.folder / "table.pdf")
    with pytest.raises(CannotWrite):
        export_results(office, SAMPLE, day.folder / "not there" / "table.csv")
    assert recorded(office) == []
