"""Exporting the annex 2 table as a workbook or CSV; anybody can read it, so it is numbered and recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.documents.annex_results import AnnexResults, StandardRow
from model.documents.dates import time_in_words
from model.instruments.instrument import say
from model.instruments.programme import Programme
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.measures import Tally
from model.ratings import band
from model.refusal import Refusal
from storage.platform import write_safely
from storage.tables.writing import Cell, Sheet, write_csv, write_xlsx
from ui.actions.print_paper import next_number
from ui.reading import documents, inspections, results
from ui.session import Session

DOCUMENT = "annex 2 table"
WORKBOOK, TEXT = ".xlsx", ".csv"
HEADER = (
    "Level",
    "Code",
    "Words",
    "Rating",
    "Rating still possible",
    "Per cent",
    "Above the line",
    "Cases counted",
    "Band of the key question",
    "Lowest per cent still possible",
    "Highest per cent still possible",
    "Footnotes",
    "Cases received",
    "Cases expected",
    "Export",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A table that was written: where, under which number, and when that was recorded (UTC)."""

    path: Path
    number: str
    time: str


def file_name(session: Session, sample: str) -> str:
    """Return a name for the export's file, with the number that it will have; it names no person."""
    return f"annex-2-table-{sample}-{next_number(session)}{WORKBOOK}"


def export_results(session: Session, sample: str, path: Path) -> Exported:
    """Write the table of a sample to `path`, as its ending says (.xlsx or .csv), and record the export.

    Refusal: there is nothing to report, or the ending is another. CannotWrite: nothing is recorded then.
    """
    target = path.with_name(path.name + WORKBOOK) if not path.suffix else path
    ending = target.suffix.lower()
    if ending not in (WORKBOOK, TEXT):
        raise Refusal(
            f"A table is written as {WORKBOOK} or {TEXT}, not as {target.suffix}.",
            "Nothing was written.",
            f"Choose a name that ends in {WORKBOOK} or {TEXT}.",
        )
    number = next_number(session)
    document = documents.results_of(session, sample)
    tallies = next(one.tallies for one in results.team_results(session) if one.sample.id == sample)
    rows = tuple(_rows(document, inspections.programme(session), tallies, number))
    table = Sheet("Annex 2", HEADER, rows)
    data = write_csv(table) if ending == TEXT else write_xlsx([table, _notes(session, document, number)])
    write_safely(target, data)
    print_id = session.new_id()
    changes = session.record(
        Change(FieldKey("print", print_id, "document"), DOCUMENT),
        Change(FieldKey("print", print_id, "about"), sample),
        Change(FieldKey("print", print_id, "number"), number),
    )
    return Exported(target, number, changes.time)


def _rows(
    document: AnnexResults, programme: Programme, tallies: Mapping[str, Tally], number: str
) -> Iterator[tuple[Cell, ...]]:
    by_question = {measure.question: measure.id for measure in programme.measures if measure.id in tallies}
    tail: tuple[Cell, ...] = (document.received, document.expected, number)
    for standard in document.standards:
        yield (*_standard(standard), *tail)
        for row in standard.questions:
            tally = tallies[by_question[row.wording.question]]
            reached = band(tally, programme)
            span = row.still_possible
            yield (
                "Key question",
                row.wording.code,
                row.wording.text,
                None,
                None,
                row.percentage,
                tally.above,
                row.base,
                say(reached.label) if reached else "",
                span.lowest if span else None,
                span.highest if span else None,
                _marks(row.marks),
                *tail,
            )


def _standard(row: StandardRow) -> tuple[Cell, ...]:
    words = f"{row.title}. {row.statement}" if row.statement else row.title
    blank: tuple[Cell, ...] = (None,) * 6
    return ("Standard", row.code, words, row.rating, row.still_possible, *blank, _marks(row.marks))


def _notes(session: Session, document: AnnexResults, number: str) -> Sheet:
    """What stands around the table on paper: status, footnotes, scale, and what is quoted."""
    edition = document.edition
    rows: list[tuple[Cell, ...]] = [
        ("Provider", document.provider),
        ("Sample", document.sample),
        ("Counted", f"{document.received} of {document.expected} cases"),
        ("Status", document.status or "Final"),
        ("Export", number),
        ("Exported by", inspections.names(session).get(session.author, "")),
        ("Exported at", time_in_words(session.now())),
        ("Programme", edition.programme),
        ("Instrument", f"{edition.instrument}, version {edition.version}, {edition.fingerprint}"),
        ("Attribution", edition.attribution),
        *(("Rating", line) for line in document.scale),
        *((f"Footnote {note.number}", note.text) for note in document.footnotes),
    ]
    return Sheet("Notes", ("About", "Words"), tuple(rows))


def _marks(marks: tuple[int, ...]) -> str:
    return ", ".join(str(mark) for mark in marks)
