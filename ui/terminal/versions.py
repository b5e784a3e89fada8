"""Commands of the office for instruments in use: a newer version, words of its own, another language."""

from pathlib import Path

import click

from model.refusal import Refusal
from ui.actions.issue_version import Proposed
from ui.session import Session
from ui.terminal.office import FILE, GIVEN
from ui.terminal.opening import opened, with_store

INSTRUMENT = click.option("--instrument", required=True, help="Id of the instrument.")
REASON = click.option(
    "--reason", default="", help="Why it is issued; without one the difference is only shown."
)


@click.command()
@with_store
@REASON
@click.argument("file", type=GIVEN)
def issue_instrument(home: Path, passphrase: str, reason: str, file: Path) -> None:
    """Issue FILE as the newer version of an instrument: the difference first, entries with --reason."""
    from ui.actions import issue_version

    with opened(home, passphrase) as session:
        _shown(session, issue_version.look_at_file(session, file), reason)


@click.command()
@with_store
@INSTRUMENT
@REASON
@click.option("--question", required=True, help="Its id or its printed code.")
@click.option(
    "--place",
    type=click.Choice(
        [
            "text",
            "guidance.look_for",
            "guidance.where",
            "guidance.sufficient",
            "guidance.not_applicable",
            "guidance.slip",
        ]
    ),
    default="text",
    show_default=True,
)
@click.option("--language", type=click.Choice(["en", "cy"]), default="en", show_default=True)
@click.argument("words")
def reword(
    home: Path,
    passphrase: str,
    instrument: str,
    reason: str,
    question: str,
    place: str,
    language: str,
    words: str,
) -> None:
    """Put the office's own WORDS in place of a question's wording or guidance, without touching its id."""
    from ui.actions import reword as rewording

    with opened(home, passphrase) as session:
        change = rewording.own_words(session, instrument, question, place, language, words)
        _shown(session, rewording.propose(session, instrument, [change]), reason)


@click.command()
@with_store
@INSTRUMENT
@click.argument("file", type=FILE)
def export_translations(home: Path, passphrase: str, instrument: str, file: Path) -> None:
    """Write every wording of an instrument into FILE (.csv or .xlsx), Welsh blank where there is none."""
    from ui.actions import reword as rewording

    with opened(home, passphrase) as session:
        rows = rewording.export_translations(session, instrument, file)
        click.echo(f"Written: {file}, {rows} wordings.")


@click.command()
@with_store
@INSTRUMENT
@REASON
@click.argument("file", type=GIVEN)
def import_translations(home: Path, passphrase: str, instrument: str, reason: str, file: Path) -> None:
    """Take the filled table FILE in as a newer version: the difference first, entries with --reason."""
    from ui.actions import reword as rewording

    with opened(home, passphrase) as session:
        _shown(session, rewording.import_translations(session, instrument, file), reason)


def _shown(session: Session, proposed: Proposed, reason: str) -> None:
    from model.instruments.difference_words import described
    from ui.actions import issue_version

    click.echo(f"Version {proposed.before.version} → {proposed.after.version}")
    for line in (*described(proposed.difference), *issue_version.touched(proposed)):
        click.echo(line)
    if not reason.strip():
        click.echo("Nothing is recorded yet. Give --reason to issue it.")
        return
    try:
        issue_version.issue(session, proposed, reason)
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(
        f"Issued: version {proposed.after.version}, {proposed.after.fingerprint[:12]}. Write bundles next."
    )
