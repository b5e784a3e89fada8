"""Exporting the results as a workbook or CSV; anybody can read it, so the table is numbered and recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from model.documents.dates import time_in_words
from model.documents.reported import Reported, figure_words
from model.documents.results_rows import OverallRow, QuestionRow, ResultsDocument, StandardRow
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.measures import Figure, Mean
from model.ratings import band
from model.refusal import Refusal
from storage.platform import write_safely
from storage.tables.writing import Cell, Sheet, write_csv, write_xlsx
from ui.actions.print_paper import next_number
from ui.reading import documents, inspections, results
from ui.session import Session

DOCUMENT = "results table"
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
    return f"results-table-{sample}-{next_number(session)}{WORKBOOK}"


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
    found = next(one.found for one in results.reports(session) if one.id == sample)
    rows = tuple(_rows(document, found, number))
    table = Sheet("Results", HEADER, rows)
    data = write_csv(table) if ending == TEXT else write_xlsx([table, _notes(session, document, number)])
    write_safely(target, data)
    print_id = session.new_id()
    changes = session.record(
        Change(FieldKey("print", print_id, "document"), DOCUMENT),
        Change(FieldKey("print", print_id, "about"), sample),
        Change(FieldKey("print", print_id, "number"), number),
    )
    return Exported(target, number, changes.time)


def _rows(document: ResultsDocument, found: Reported, number: str) -> Iterator[tuple[Cell, ...]]:
    tail: tuple[Cell, ...] = (document.received, document.expected, number)
    if document.overall is not None:
        yield (*_overall(document.overall), *tail)
    for standard in document.standards:
        yield (*_standard(standard), *tail)
        for finding in standard.findings:
            for words in finding.lines:
                yield ("Finding", standard.code, finding.title, words, *_NOTHING_COUNTED, *tail)
        yield from ((*_measure(row, found), *tail) for row in standard.questions)
    rows = {row.id for standard in document.standards for row in standard.questions}
    yield from ((*_measure(row, found), *tail) for row in document.others)
    for table in found.tables:
        names = (name for row in table.rows for name in row.measures if name)
        for name in dict.fromkeys(names):
            if name not in rows:
                yield (*_of_table(found.programme.measure(name), found), *tail)


_NOTHING_COUNTED: tuple[Cell, ...] = (None,) * 8


def _overall(row: OverallRow) -> tuple[Cell, ...]:
    blank: tuple[Cell, ...] = (None,) * 7
    return ("Overall", "", f"{row.title}: {row.points}", row.rating, row.still_possible, *blank)


def _standard(row: StandardRow) -> tuple[Cell, ...]:
    more = [part for part in (row.statement, row.note) if part]
    words = " ".join([f"{row.title}.", *more]) if more else row.title
    blank: tuple[Cell, ...] = (None,) * 6
    rating = row.rating or row.verdict
    return ("Standard", row.code, words, rating, row.still_possible, *blank, _marks(row.marks))


def _measure(row: QuestionRow, found: Reported) -> tuple[Cell, ...]:
    words, span = row.wording.text or row.wording.code, row.still_possible
    lowest, highest = (span.lowest, span.highest) if span else (None, None)
    counts = _counted(found.programme.measure(row.id), found)
    return (*counts[:2], words, *counts[2:], lowest, highest, _marks(row.marks))


def _of_table(measure: Measure, found: Reported) -> tuple[Cell, ...]:
    """A measure that stands in a table only."""
    counts, words = _counted(measure, found), found.wording(measure).text or measure.code
    return (*counts[:2], words, *counts[2:], None, None, "")


def _counted(measure: Measure, found: Reported) -> tuple[Cell, ...]:
    """Level, code, and what was counted; a figure stands where a rating would."""
    result = found.result(measure.id)
    if isinstance(result, Figure):
        return ("Figure", measure.code, figure_words(measure, result), None, None, None, result.count, "")
    if isinstance(result, Mean):
        return ("Mean", measure.code, None, None, result.percentage, None, len(result.parts), "")
    reached = band(result, found.programme)
    words = say(reached.label) if reached else ""
    return ("Key question", measure.code, None, None, result.percentage, result.above, result.base, words)


def _notes(session: Session, document: ResultsDocument, number: str) -> Sheet:
    """What stands around the table on paper: status, footnotes, scale, and what is quoted."""
    rows: list[tuple[Cell, ...]] = [
        ("Provider", document.provider),
        ("Sample", document.sample),
        ("Counted", f"{document.received} of {document.expected} cases"),
        ("Status", document.status or "Final"),
        ("Export", number),
        ("Exported by", inspections.names(session).get(session.author, "")),
        ("Exported at", time_in_words(session.now())),
        *(("Programme", words) for words in dict.fromkeys(each.programme for each in document.editions)),
        *(
            ("Instrument", f"{each.instrument}, version {each.version}, {each.fingerprint}")
            for each in document.editions
        ),
        *(("Attribution", each.attribution) for each in document.editions if each.attribution),
        *(("Rating", line) for line in document.rules),
        *(("Rating", line) for line in document.scale),
        *((f"Footnote {note.number}", note.text) for note in document.footnotes),
    ]
    return Sheet("Notes", ("About", "Words"), tuple(rows))


def _marks(marks: tuple[int, ...]) -> str:
    return ", ".join(str(mark) for mark in marks)
