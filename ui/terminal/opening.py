"""What every command shares: which store, the passphrase, and a session that is locked at the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from model.refusal import Refusal
from ui.session import Session

Command = TypeVar("Command", bound=Callable[..., Any])

HOME = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="CASEBOOK_HOME",
    required=True,
    help="Folder of the store (or CASEBOOK_HOME).",
)
PASSPHRASE = click.option(
    "--passphrase",
    envvar="CASEBOOK_PASSPHRASE",
    prompt=True,
    hide_input=True,
    help="Asked for unless CASEBOOK_PASSPHRASE holds it.",
)
NEW_PASSPHRASE = click.option(
    "--passphrase",
    envvar="CASEBOOK_PASSPHRASE",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    help="At least 12 characters.",
)


def with_store(command: Command) -> Command:
    """Give a command the options --home and --passphrase."""
    return HOME(PASSPHRASE(command))


@contextmanager
def opened(home: Path, passphrase: str) -> Iterator[Session]:
    """Unlock a store, and lock it again whatever happens. Refusal as for unlocking."""
    from ui.actions import unlock

    session = unlock.unlock(home, passphrase)
    try:
        yield session
    finally:
        unlock.lock(session)


def person_named(session: Session, name: str) -> str:
    """Return the id of the person of this name in the open inspection. Refusal: nobody, or several."""
    from ui.reading import inspections

    found = [one.id for one in inspections.people(session) if one.name.casefold() == name.casefold()]
    if len(found) != 1:
        raise Refusal(
            f"{'Nobody' if not found else 'More than one person'} here is called {name}.",
            "Nothing was changed.",
            "Look at the team, and give the name as it stands there.",
        )
    return found[0]
