"""The command `demo`: every practice inspection whole, with its results beside the published ones."""

import time
from pathlib import Path

import click

from model.refusal import Refusal
from ui.reading.practice import Practice, practices
from ui.reading.results import Report
from ui.terminal.demo import day, figures
from ui.terminal.demo.figures import Compared
from ui.terminal.demo.people import PASSPHRASE

WORDS, VALUE = 56, 22
TABLE = "figures.csv"


class Phases:
    """Says when a phase begins and how long it took."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.last = self.began

    def begin(self, words: str) -> None:
        """Head a phase."""
        self.last = time.monotonic()
        click.echo(words)

    def end(self) -> None:
        """Say how long the phase took."""
        click.echo(f"  ({time.monotonic() - self.last:.1f} s)")


@click.command()
@click.option("--into", type=click.Path(path_type=Path), default=Path("demo"), help="Folder to write into.")
def demo(into: Path) -> None:
    """Run the practice inspections: lists, samples, people on site, bundles, merge, published figures."""
    began = time.monotonic()
    try:
        folder = day.fresh(into.resolve())
    except FileExistsError:
        raise Refusal(
            f"The folder {into} holds something else than an earlier practice day.",
            "It was not touched.",
            "Name another folder with --into.",
        ) from None
    wrong = [practice.title for practice in practices() if not _run(practice, folder / practice.folder)]
    click.echo(f"Done in {time.monotonic() - began:.0f} seconds. Everything lies in {folder}")
    click.echo("To look at it in the window, with the passphrase “" + PASSPHRASE + "”:")
    click.echo(
        f"  CASEBOOK_HOME={folder}/{practices()[0].folder}/stores/office make run   (or inspector-2 …)"
    )
    if wrong:
        raise click.ClickException(f"The results are not those published: {', '.join(wrong)}.")


def _run(practice: Practice, folder: Path) -> bool:
    """Run one practice inspection; return whether everything that can be equal is."""
    click.echo(practice.title.upper())
    phases = Phases()
    phases.begin("Before fieldwork")
    at_work = day.prepare(practice, folder, _line)
    phases.end()
    phases.begin("On site")
    day.fieldwork(at_work, practice, folder, _line)
    phases.end()
    phases.begin("At the office")
    day.hand_in(at_work, practice, folder, _line)
    day.decide_all(at_work, practice, _line)
    day.acknowledge(at_work, folder, _line)
    phases.end()
    phases.begin("Published, and ours")
    report = day.outcome(at_work)
    found = figures.compare(practice.figures, report)
    figures.save(found, folder / TABLE)
    _table(found, report)
    phases.end()
    phases.begin("On paper")
    day.print_papers(at_work, practice, report.id, folder, _line)
    day.close(at_work)
    phases.end()
    click.echo()
    return not figures.unexplained(found) and report.received == report.expected


def _line(words: str) -> None:
    click.echo("  " + words)


def _table(found: tuple[Compared, ...], report: Report) -> None:
    """Print the headlines, what was counted and is not equal, and how many figures are equal."""
    click.echo(f"  {'':8}{'':{WORDS}}{'published':>{VALUE}}{'ours':>{VALUE}}  equal")
    for one in found:
        if one.row.headline or (one.row.shown and not one.equal):
            words = f"{one.row.figure:8}{_cut(one.row.words, WORDS - 2):{WORDS}}"
            ours = figures.beside(one, report)
            click.echo(f"  {words}{one.published:>{VALUE}}{ours:>{VALUE}}  {'yes' if one.equal else 'no'}")
    equal = figures.by_figure(found)
    click.echo(f"  {sum(equal.values())} of {len(equal)} figures equal.")
    for why, count in figures.reasons(found).most_common():
        click.echo(f"  {count} not: {why or 'NOBODY KNOWS WHY'}")


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
