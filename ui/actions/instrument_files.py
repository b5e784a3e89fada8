"""Instruments as files: checked, written as XLSForm, taken in from one, printed blank or as a codebook."""

from dataclasses import dataclass
from pathlib import Path

from model.documents.blank_form import blank_form
from model.documents.codebook import HEADER, codebook, rows
from model.documents.stamp import OFFICIAL, Stamp
from model.instruments import random_cases
from model.instruments.check import check
from model.instruments.check_report import described
from model.instruments.instrument import Instrument, say
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from model.refusal import Refusal
from storage.platform import read_limited, write_safely

LARGEST = 2_000_000
"""Bytes of an instrument or programme file."""
SEED = 1
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Checked:
    """The report in lines, and how many faults it has."""

    lines: tuple[str, ...]
    faults: int


def read(path: Path) -> Instrument:
    """Read an instrument file. Refusal: WrongInstrument, or it cannot be read."""
    return read_instrument(_text(path), path.name)


def read_its_programme(path: Path) -> Programme:
    """Read a programme file. Refusal: WrongInstrument, or it cannot be read."""
    return read_programme(_text(path), path.name)


def checked(
    instrument: Instrument,
    programme: Programme | None,
    cases: int = random_cases.CASES,
    seed: int = SEED,
    tell: random_cases.Tell | None = None,
) -> Checked:
    """Check an instrument before it is issued, and run so many random cases through it.

    `tell` hears how many of the cases are done.
    """
    report = check(instrument, programme)
    trial = random_cases.run(instrument, seed, cases, tell or random_cases.nobody, programme)
    lines = (*described(report, instrument, programme), *random_cases.told(trial, instrument))
    faults = len(report.findings) + sum(map(len, report.lacking.values())) + trial.faults
    return Checked(lines, faults)


def export_xlsform(instrument: Instrument, path: Path) -> None:
    """Write an instrument as an XLSForm workbook. Refusal: a text too long for a cell, or CannotWrite."""
    from storage.instrument_files import xlsform_of

    write_safely(path, xlsform_of(instrument))


def import_xlsform(workbook: Path, path: Path) -> tuple[Instrument, tuple[str, ...]]:
    """Write the instrument that an XLSForm workbook means as an instrument file.

    Return it, and what of the workbook was left out or is called otherwise, in lines. Refusal: the workbook
    means none (with sheet and row), or CannotWrite.
    """
    from storage.instrument_files import instrument_text, read_workbook_file

    text, remarks = instrument_text(read_workbook_file(workbook), workbook.name)
    write_safely(path, text.encode("utf-8"))
    return read_instrument(text, path.name), remarks


def print_form(
    instrument: Instrument,
    programme: Programme | None,
    path: Path,
    *,
    by: str,
    at: str,
    guidance: bool = False,
    language: str = "en",
) -> None:
    """Write the blank form as a PDF; `by` and `at` (UTC) stand on each page. It holds nothing of any case."""
    from ui.paper import blank_form as paper

    title = say(programme.title, language) if programme is not None else ""
    form = blank_form(instrument, programme=title, guidance=guidance, language=language)
    write_safely(path, paper.lay_out(form, Stamp(BLANK, by, at, OFFICIAL)))


def write_codebook(
    instrument: Instrument,
    programme: Programme | None,
    path: Path,
    *,
    by: str,
    at: str,
    language: str = "en",
) -> None:
    """Write the codebook as its ending says: .pdf, .csv or .xlsx. Refusal: another ending, or CannotWrite."""
    from storage.tables.writing import Sheet, write_csv, write_xlsx

    book = codebook(instrument, programme, language)
    sheet = Sheet(book.title, HEADER, rows(book))
    ending = path.suffix.casefold()
    if ending == ".csv":
        data = write_csv(sheet)
    elif ending == ".xlsx":
        data = write_xlsx([sheet])
    elif ending == ".pdf":
        from ui.paper import codebook as paper

        data = paper.lay_out(book, Stamp(BLANK, by, at, OFFICIAL))
    else:
        raise Refusal(
            f"A codebook cannot be written as “{path.name}”.",
            "Nothing was written.",
            "Let the name end in .pdf, .csv or .xlsx.",
        )
    write_safely(path, data)


def _text(path: Path) -> str:
    try:
        return read_limited(path, LARGEST).decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            f"The file {path.name} is no text in UTF-8.", "Nothing was changed.", "Save it anew as UTF-8."
        ) from None
