"""Commands of everybody: taking bundles in, results, printing."""

from pathlib import Path

import click

from model.documents.percentages import per_cent
from ui.terminal.office import FOLDER
from ui.terminal.opening import opened, with_store


@click.command()
@with_store
@click.argument("bundles", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
def take(home: Path, passphrase: str, bundles: tuple[Path, ...]) -> None:
    """Take in BUNDLES: files, or folders of them, in any order and as often as you like."""
    from ui.actions import exchange

    refused = 0
    with opened(home, passphrase) as session:
        files = [
            file
            for given in bundles
            for file in (sorted(given.glob(f"*{exchange.SUFFIX}")) if given.is_dir() else [given])
        ]
        for taken in exchange.take_files(session, files):
            if taken.refusal is not None:
                refused += 1
                click.echo(f"{taken.name}: refused. {taken.refusal}")
            elif taken.arrival is not None:
                click.echo(f"{taken.name}: {taken.arrival.new} new entries, {taken.arrival.known} known")
    if refused:
        raise click.ClickException(
            f"{refused} of {len(files)} bundles were refused; the others are taken in."
        )


@click.command()
@with_store
def results(home: Path, passphrase: str) -> None:
    """Show rates and ratings so far, of complete assessments of record."""
    from model.instruments.instrument import say
    from model.measures import percentage
    from ui.reading.results import team_results

    with opened(home, passphrase) as session:
        for found in team_results(session):
            click.echo(f"{say(found.sample.title)}: {found.received} of {found.expected} received")
            codes = {measure.id: measure.code for measure in found.measures}
            for standard, rating, _ in found.ratings:
                word = say(rating.band.label) if rating.band else "not rated"
                click.echo(f"  {standard.code} {say(standard.title)}: {word}")
                for name in standard.measures:
                    tally = found.tallies[name]
                    share = percentage(tally.above, tally.base)
                    shown = "no case counts yet" if share is None else per_cent(share)
                    click.echo(f"    {codes[name]}: {shown} ({tally.above} of {tally.base})")


@click.command("print")
@with_store
@click.option("--document", required=True, help="For example “annex 2 results” or “record of the draw”.")
@click.option("--about", required=True, help="Assessment id, officer, sample or draw that it is about.")
@click.argument("folder", type=FOLDER)
def print_document(home: Path, passphrase: str, document: str, about: str, folder: Path) -> None:
    """Print a document into FOLDER as PDF. It leaves the encrypted store; the print is recorded."""
    from ui.actions import print_paper

    with opened(home, passphrase) as session:
        if document not in print_paper.DOCUMENTS:
            raise click.BadParameter("one of: " + ", ".join(print_paper.DOCUMENTS))
        path = print_paper.save_paper(print_paper.print_paper(session, document, about), folder)
        click.echo(f"Printed: {path}")
