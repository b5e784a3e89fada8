"""Printing: every document a person can ask for, previewed and printed from the same bytes, and recorded."""

from dataclasses import dataclass, field
from pathlib import Path

from model.documents.stamp import Stamp
from model.journal.change import Change
from model.journal.entry import FieldKey
from storage import projection
from storage.platform import write_safely
from ui.reading import documents, inspections
from ui.session import Session

CASE_SUMMARY, INSPECTORS_COPY = "case summary", "inspector's copy"
INTERVIEW_SHEET, RESULTS, DRAW = "officer interview sheet", "results", "record of the draw"
DOCUMENTS = (CASE_SUMMARY, INSPECTORS_COPY, INTERVIEW_SHEET, RESULTS, DRAW)
NOT_PRINTED = "preview"
_SHOWN = 8
"""So many digits of an assessment's id stand in a file name where there is no case: a name never does."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as PDF bytes. `number` is "preview" until it is printed; the file name names no person."""

    document: str
    subject: str
    number: str
    file_name: str
    pdf: bytes = field(repr=False)


def preview(session: Session, document: str, subject: str) -> Paper:
    """Lay a document out without recording a print.

    `subject`: an assessment id (case summary, inspector's copy), an officer's name (interview sheet), a
    sample id (results), or the id of a draw.
    """
    return _paper(session, document, subject, NOT_PRINTED)


def print_paper(session: Session, document: str, subject: str) -> Paper:
    """Lay a document out under the next print number, and record who printed what and when."""
    number = next_number(session)
    paper = _paper(session, document, subject, number)
    print_id = session.new_id()
    about = subject if document != INTERVIEW_SHEET else ""
    session.record(
        Change(FieldKey("print", print_id, "document"), document),
        Change(FieldKey("print", print_id, "about"), about),
        Change(FieldKey("print", print_id, "number"), number),
    )
    return paper


def save_paper(paper: Paper, folder: Path) -> Path:
    """Write a printed document into a folder that the person chose, after the warning."""
    path = folder / paper.file_name
    write_safely(path, paper.pdf)
    return path


def next_number(session: Session) -> str:
    """Return the next print number of this person: the beginning of their id, and a count."""
    prints = projection.read_subjects(session.store.db, session.inspection, "print").values()
    mine = sum(fields["number"].author == session.author for fields in prints if "number" in fields)
    return f"{session.author[:4].upper()}-{mine + 1}"


def _paper(session: Session, document: str, subject: str, number: str) -> Paper:
    # ReportLab is slow to import, and most sessions never print.
    from ui.paper import case_summary, draw_sheet, inspectors_copy, interview_sheet, results

    name = inspections.names(session).get(session.author, "")
    stamp = Stamp(number, name, session.now())
    about = subject
    match document:
        case "case summary":
            summary = documents.case_summary_of(session, subject)
            pdf, about = case_summary.lay_out(summary, stamp), summary.number
        case "inspector's copy":
            copy = documents.inspectors_copy_of(session, subject)
            pdf, about = inspectors_copy.lay_out(copy, stamp), copy.number or subject[:_SHOWN]
        case "officer interview sheet":
            sheet = documents.interview_sheet_of(session, subject)
            pdf, about = interview_sheet.lay_out(sheet, stamp), "-".join(sheet.numbers)
        case "results":
            pdf = results.lay_out(documents.results_of(session, subject), stamp)
        case "record of the draw":
            pdf, about = draw_sheet.lay_out(documents.draw_sheet_of(session, subject), stamp), "sample"
        case _:
            raise ValueError(document)
    file_name = f"{document.replace(chr(39), '').replace(' ', '-')}-{about}-{number}.pdf"
    return Paper(document, subject, number, file_name, pdf)
