"""The command that checks an instrument before it is issued."""

from pathlib import Path

import click

from ui.terminal.office import GIVEN


@click.command()
@click.option("--programme", type=GIVEN, help="The programme file, to check the bases of its measures too.")
@click.argument("file", type=GIVEN)
def check_instrument(file: Path, programme: Path | None) -> None:
    """Check an instrument FILE: unreachable questions, dead conditions, missing guidance, lengths."""
    from model.instruments.check import check
    from model.instruments.check_report import described
    from model.instruments.reader import read_instrument, read_programme

    instrument = read_instrument(file.read_text("utf-8"), file.name)
    whole = read_programme(programme.read_text("utf-8"), programme.name) if programme else None
    report = check(instrument, whole)
    for line in described(report, instrument, whole):
        click.echo(line)
    if report.findings:
        raise click.ClickException(f"{len(report.findings)} findings.")
