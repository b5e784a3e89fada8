"""The page of instruments: what the inspection asks with, and each instrument as files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from model.instruments.instrument import About, Instrument, Standing, say
from ui.actions import instrument_files
from ui.presenters.sizes import where
from ui.reading import inspections, programmes
from ui.reading.instruments import Carried, as_written, carried
from ui.session import Session

_ABOUT = {
    About.CASE: "A case",
    About.OFFICER: "An officer",
    About.INSPECTION: "The inspection",
    About.OCCASION: "An occasion",
}
_STANDINGS = {
    Standing.PUBLISHED: "published",
    Standing.PROVISIONAL: "provisional",
    Standing.OURS: "ours",
    Standing.OFFICE: "the office’s",
}
WORKBOOK, FORM, CODEBOOK, FILE = "xlsform.xlsx", "form.pdf", "codebook.xlsx", "instrument.toml"

Tell = Callable[[int, int, str], object]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """One instrument; `fingerprint` is whole, `short` its beginning in two groups."""

    fingerprint: str
    name: str
    title: str
    version: str
    short: str
    about: str
    items: int
    length: str
    standings: str


@dataclass(frozen=True, slots=True)
class InstrumentsState:
    """What the page shows. `refused` says which programmes of the office's own are not offered, and why.

    `own_folder` can be broken into lines, by spaces that nobody sees.
    """

    rows: tuple[InstrumentRow, ...]
    own_folder: str
    own: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckShown:
    """The report of a check: one line that says how it went, and all of it."""

    words: str
    is_sound: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileWritten:
    """A file that was written, in words, and more about it; `left_out` of a workbook, in lines."""

    words: str
    more: str = ""
    left_out: tuple[str, ...] = ()


def show(session: Session) -> InstrumentsState:
    """Return the instruments of the open inspection; without one only what the office keeps of its own."""
    offered = programmes.offered_to(session)
    return InstrumentsState(
        _rows(session) if session.inspection else (),
        where(programmes.folder_of(session)),
        tuple(f"{say(offered.programmes[name].title)} ({name})" for name in offered.own),
        tuple(f"{name}: {refusal}" for name, refusal in offered.refused.items()),
    )


def file_name(row: InstrumentRow, kind: str) -> str:
    """Return a name for a file of this instrument: WORKBOOK, FORM or CODEBOOK."""
    return f"{row.name}-{row.version.replace(' ', '-')}-{kind}"


def check(session: Session, fingerprint: str, *, tell: Tell) -> CheckShown:
    """Check an instrument with what the programme makes of it, and run 1,000 random cases through it."""
    words = "Looking for the shortest and the longest way …"
    tell(0, 0, words)
    report = instrument_files.checked(
        as_written(session, fingerprint),
        inspections.programme(session),
        tell=lambda done, cases: tell(done, cases, "Random cases"),
    )
    title = say(inspections.instrument(session, fingerprint).title)
    found = f"{report.faults} findings" if report.faults != 1 else "one finding"
    said = f"{title}: {found if report.faults else 'nothing was found that is wrong'}."
    return CheckShown(said, not report.faults, report.lines)


def export(session: Session, fingerprint: str, path: Path) -> FileWritten:
    """Write an instrument as an XLSForm workbook, exactly as its file has it. Refusal: CannotWrite."""
    instrument = as_written(session, fingerprint)
    instrument_files.export_xlsform(instrument, path)
    return FileWritten(f"Written: {path.name}", f"{len(instrument.questions)} questions, nothing left out.")


def print_form(session: Session, fingerprint: str, path: Path, guidance: bool) -> FileWritten:
    """Write the blank form of an instrument as a PDF, in the words of the provider. Refusal: CannotWrite."""
    instrument = inspections.instrument(session, fingerprint)
    name = inspections.names(session).get(session.author, "")
    instrument_files.print_form(
        instrument,
        inspections.programme(session),
        path,
        by=name,
        at=session.now(),
        guidance=guidance,
        language=session.language,
    )
    return FileWritten(f"Written: {path.name}", "It holds no word of any case, so the print is not recorded.")


def codebook(session: Session, fingerprint: str, path: Path) -> FileWritten:
    """Write the codebook of an instrument: .pdf, .csv or .xlsx. Refusal: another ending, or CannotWrite."""
    instrument = inspections.instrument(session, fingerprint)
    name = inspections.names(session).get(session.author, "")
    instrument_files.write_codebook(
        instrument,
        inspections.programme(session),
        path,
        by=name,
        at=session.now(),
        language=session.language,
    )
    return FileWritten(f"Written: {path.name}", f"{len(instrument.questions)} questions.")


def take_in(workbook: Path, path: Path) -> FileWritten:
    """Write the instrument that an XLSForm workbook means as an instrument file.

    Refusal: WrongInstrument with sheet and row; CannotRead; CannotWrite.
    """
    found, left_out = instrument_files.import_xlsform(workbook, path)
    return FileWritten(
        f"Written: {path.name}, {len(found.questions)} questions, fingerprint {_short(found)}",
        "Put it into a folder of your own with a programme.toml that names it, and an inspection can use it.",
        left_out,
    )


def _rows(session: Session) -> tuple[InstrumentRow, ...]:
    """By what they are about, cases first, then by title."""
    order = list(_ABOUT.values())
    return tuple(
        sorted(map(_row, carried(session)), key=lambda row: (order.index(row.about), row.title.casefold()))
    )


def _row(one: Carried) -> InstrumentRow:
    instrument = one.instrument
    counts = (f"{count} {_STANDINGS[standing]}" for standing, count in one.standings.items())
    return InstrumentRow(
        fingerprint=instrument.fingerprint,
        name=instrument.id,
        title=say(instrument.title),
        version=instrument.version,
        short=_short(instrument),
        about=_ABOUT[instrument.about],
        items=len(instrument.questions),
        length=_length(one),
        standings=", ".join(counts),
    )


def _length(one: Carried) -> str:
    if one.shortest == one.longest:
        return "always all" if one.longest == len(one.instrument.questions) else f"always {one.longest}"
    return f"{one.shortest} to {one.longest}, typically {one.typical}"


def _short(instrument: Instrument) -> str:
    return f"{instrument.fingerprint[:4]} {instrument.fingerprint[4:8]}"
