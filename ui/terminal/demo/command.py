"""The command `demo`: the whole practice day, with its results beside the published ones."""

import time
from pathlib import Path

import click

from model.documents.percentages import per_cent
from model.instruments.instrument import say
from model.measures import percentage
from model.refusal import Refusal
from ui.reading.results import SampleResult
from ui.terminal.demo import day
from ui.terminal.demo.people import PASSPHRASE
from ui.terminal.demo.published import Published


@click.command()
@click.option("--into", type=click.Path(path_type=Path), default=Path("demo"), help="Folder to write into.")
def demo(into: Path) -> None:
    """Run the practice inspection: list, sample, eight inspectors, bundles, merge, published table."""
    began = time.monotonic()
    try:
        folder = day.fresh(into.resolve())
    except FileExistsError:
        raise Refusal(
            f"The folder {into} holds something else than an earlier practice day.",
            "It was not touched.",
            "Name another folder with --into.",
        ) from None
    click.echo("Before fieldwork")
    at_work = day.prepare(folder, _line)
    click.echo("On site")
    day.fieldwork(at_work, folder, _line, _progress)
    click.echo("At the office")
    day.hand_in(at_work, folder, _line)
    day.decide_all(at_work, _line)
    day.acknowledge(at_work, folder, _line)
    found, published = day.outcome(at_work)
    click.echo()
    equal = _table(found, published)
    click.echo()
    day.print_papers(at_work, folder, _line)
    day.close(at_work)
    click.echo(f"  Done in {time.monotonic() - began:.0f} seconds. Everything lies in {folder}")
    click.echo("  To look at it in the window, with the passphrase “" + PASSPHRASE + "”:")
    click.echo(f"    CASEBOOK_HOME={folder}/stores/office make run   (or inspector-1 to inspector-8)")
    if not equal:
        raise click.ClickException("The results are not those published.")


def _line(words: str) -> None:
    click.echo("  " + words)


def _progress(done: int, total: int) -> None:
    if done % 16 == 0 or done == total:
        click.echo(f"  … {done} of {total} cases")


def _table(found: SampleResult, published: Published) -> bool:
    """Print annex 2 beside what was published; return whether every figure is equal."""
    click.echo(f"Annex 2, {found.received} of {found.expected} cases received")
    click.echo(f"  {'':64}{'ours':>22}{'published':>22}")
    measures = {measure.id: measure for measure in found.measures}
    equal = True
    for standard, rating, _ in found.ratings:
        ours = say(rating.band.label) if rating.band else "not rated"
        theirs = published.standards[standard.code]
        equal &= ours == theirs
        click.echo(f"  {standard.code + ' ' + say(standard.title):64}{ours:>22}{theirs:>22}")
        for name in standard.measures:
            tally = found.tallies[name]
            share = percentage(tally.above, tally.base)
            code = measures[name].code
            equal &= share == published.percent[code]
            words = say(found.instrument.question(measures[name].question).text)
            shown = f"{per_cent(share)} ({tally.above} of {tally.base})"
            click.echo(f"    {code} {_cut(words, 55):56}{shown:>22}{per_cent(published.percent[code]):>22}")
    click.echo("  All equal." if equal else "  NOT EQUAL.")
    return equal and found.received == found.expected


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
