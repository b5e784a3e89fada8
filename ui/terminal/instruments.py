"""Commands about instruments as files: list, check, XLSForm out and in, blank form, codebook."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ui.terminal.office import FILE, GIVEN
from ui.terminal.opening import opened, with_store

PROGRAMME = click.option(
    "--programme", type=GIVEN, help="The programme file, for the measures that the answers feed."
)
LANGUAGE = click.option("--language", type=click.Choice(["en", "cy"]), default="en", show_default=True)
BY = "Casebook"


@click.command()
@with_store
def instruments(home: Path, passphrase: str) -> None:
    """List the instruments of the inspection: version, fingerprint, length, standing of wordings."""
    from model.instruments.instrument import say
    from ui.reading.instruments import carried

    with opened(home, passphrase) as session:
        for one in carried(session):
            instrument = one.instrument
            click.echo(f"{say(instrument.title)}, version {instrument.version}")
            click.echo(f"  fingerprint {instrument.fingerprint}")
            lengths = f"{one.shortest} to {one.longest} asked, {one.typical} in a typical case"
            click.echo(f"  {len(instrument.questions)} items: {lengths}")
            counts = ", ".join(f"{count} {standing}" for standing, count in one.standings.items())
            click.echo(f"  wordings: {counts}")


@click.command()
@click.option("--programme", type=GIVEN, help="The programme file, to check the bases of its measures too.")
@click.option("--cases", default=1_000, show_default=True, help="How many random cases to run through it.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same cases.")
@click.argument("file", type=GIVEN)
def check_instrument(file: Path, programme: Path | None, cases: int, seed: int) -> None:
    """Check an instrument FILE: unreachable questions, dead conditions, guidance, languages, random cases."""
    from ui.actions import instrument_files

    whole = instrument_files.read_its_programme(programme) if programme else None
    report = instrument_files.checked(instrument_files.read(file), whole, cases, seed)
    for line in report.lines:
        click.echo(line)
    if report.faults:
        raise click.ClickException(f"{report.faults} findings.")


@click.command()
@click.argument("file", type=GIVEN)
@click.argument("workbook", type=FILE)
def export_instrument(file: Path, workbook: Path) -> None:
    """Write an instrument FILE as an XLSForm WORKBOOK (.xlsx), with nothing lost."""
    from ui.actions import instrument_files

    instrument = instrument_files.read(file)
    instrument_files.export_xlsform(instrument, workbook)
    click.echo(f"Written: {workbook}, {len(instrument.questions)} questions.")


@click.command()
@click.argument("workbook", type=GIVEN)
@click.argument("file", type=FILE)
def import_instrument(workbook: Path, file: Path) -> None:
    """Take an XLSForm WORKBOOK (.xlsx or .ods) in as an instrument FILE (.toml); what is left out is said."""
    from ui.actions import instrument_files

    instrument, remarks = instrument_files.import_xlsform(workbook, file)
    for line in remarks:
        click.echo(line)
    click.echo(f"Written: {file}, {len(instrument.questions)} questions.")
    click.echo(f"Fingerprint: {instrument.fingerprint}")


@click.command()
@PROGRAMME
@click.option("--guidance", is_flag=True, help="Print the guidance under each question.")
@LANGUAGE
@click.argument("file", type=GIVEN)
@click.argument("pdf", type=FILE)
def blank_form(file: Path, pdf: Path, programme: Path | None, guidance: bool, language: str) -> None:
    """Print the blank form of an instrument FILE as a PDF."""
    from ui.actions import instrument_files

    whole = instrument_files.read_its_programme(programme) if programme else None
    instrument = instrument_files.read(file)
    instrument_files.print_form(
        instrument, whole, pdf, by=BY, at=_now(), guidance=guidance, language=language
    )
    click.echo(f"Printed: {pdf}")


@click.command()
@PROGRAMME
@LANGUAGE
@click.argument("file", type=GIVEN)
@click.argument("book", type=FILE)
def codebook(file: Path, book: Path, programme: Path | None, language: str) -> None:
    """Write the codebook of an instrument FILE as BOOK, which ends in .pdf, .csv or .xlsx."""
    from ui.actions import instrument_files

    whole = instrument_files.read_its_programme(programme) if programme else None
    instrument = instrument_files.read(file)
    instrument_files.write_codebook(instrument, whole, book, by=BY, at=_now(), language=language)
    click.echo(f"Written: {book}")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
