"""Commands of everybody: taking bundles in, results, printing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.terminal.office import FOLDER
from ui.terminal.opening import opened, with_store

if TYPE_CHECKING:
    from model.documents.results_rows import StandardRow
    from model.documents.results_table import FilledTable


@click.command()
@with_store
@click.argument("bundles", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
def take(home: Path, passphrase: str, bundles: tuple[Path, ...]) -> None:
    """Take in BUNDLES: files, or folders of them, in any order and as often as you like."""
    from ui.actions import exchange

    refused = 0
    with opened(home, passphrase) as session:
        files = [
            file for given in bundles for file in (exchange.bundles_in(given) if given.is_dir() else [given])
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
    """Show rates and ratings so far: of the whole inspection, where it is more than one sample."""
    from model.documents.dates import date_in_words
    from model.documents.reported import rules
    from ui.reading import documents
    from ui.reading import results as reading

    with opened(home, passphrase) as session:
        found = reading.reports(session)
        for report in [one for one in found if one.id == reading.WHOLE] or found:
            table = documents.results_of(session, report.id)
            click.echo(f"{report.title}: {report.received} of {report.expected} received")
            for part in report.parts if len(report.parts) > 1 else ():
                counted = len(part.collected.sheets)
                click.echo(f"  {part.title}: {counted} of {part.collected.expected} received")
            if table.overall is not None:
                line = table.overall
                open_ = f"{line.still_possible} still possible" if line.still_possible else ""
                said = (line.points, open_, line.waiting.rstrip("."), line.not_rated.rstrip("."))
                words = "; ".join(part for part in said if part)
                rating = f"{line.rating or 'none'}{' so far' if open_ else ''}"
                click.echo(f"  {line.title}: {rating} ({words})")
            for standard in table.standards:
                stated = report.found.stated.get(standard.id)
                by = f", proposed by {stated.author} on {date_in_words(stated.time[:10])}" if stated else ""
                click.echo(f"  {standard.code} {standard.title}: {standard.rating or standard.verdict}{by}")
                for words in _beside(standard):
                    click.echo(f"    {words}")
                for row in standard.questions:
                    click.echo(f"    {'  ' * row.depth}{row.wording.code}: {row.figure} ({row.counts})")
            for row in table.others:
                click.echo(f"  {row.wording.code} {row.wording.text}: {row.figure} ({row.counts})")
            for words in _in_lines(table.tables):
                click.echo(words)
            for rule in rules(report.found):
                click.echo(f"  {rule}")


def _beside(standard: "StandardRow") -> Iterator[str]:
    """By which method a score is worked out, and what was found in words."""
    if standard.note:
        yield standard.note
    for finding in standard.findings:
        yield from (f"{finding.title}: {words}" for words in finding.lines)


def _in_lines(tables: "Iterable[FilledTable]") -> Iterator[str]:
    for filled in tables:
        yield f"  {filled.title}"
        for row in filled.rows:
            cells = zip(filled.columns, row.cells, strict=True)
            yield f"    {row.title}: " + ", ".join(f"{title} {cell}" for title, cell in cells if cell)


@click.command("print")
@with_store
@click.option("--document", required=True, help="For example “results” or “record of the draw”.")
@click.option("--about", required=True, help="Assessment id, officer, sample or draw that it is about.")
@click.option("--language", type=click.Choice(["en", "cy"]), default="en", show_default=True)
@click.argument("folder", type=FOLDER)
def print_document(
    home: Path, passphrase: str, document: str, about: str, language: str, folder: Path
) -> None:
    """Print a document into FOLDER as PDF. It leaves the encrypted store; the print is recorded."""
    from ui.actions import print_paper

    with opened(home, passphrase) as session:
        if document not in print_paper.DOCUMENTS:
            raise click.BadParameter("one of: " + ", ".join(print_paper.DOCUMENTS))
        read = replace(session, language=language)
        path = print_paper.save_paper(print_paper.print_paper(read, document, about), folder)
        click.echo(f"Printed: {path}")
