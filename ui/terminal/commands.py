"""The commands of the terminal: names, one line about each, and where each is; loaded only when called."""

from importlib import import_module
from typing import Any, Final

import click

from model.refusal import Refusal
from resources import VERSION

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "demo": ("ui.terminal.demo.command:demo", "Run the whole practice inspection."),
}
"""Name of a command → ("module:function" of the click command, one line for `--help`)."""


class LateGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--help` loads none of them.

    `late` is a table like COMMANDS; the order of `--help` is the table's. A Refusal from a command is
    shown as its three sentences and ends the program with code 1.
    """

    def __init__(self, *args: Any, late: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the table."""
        return list(self.late)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and give it back, or None for a name that is not in the table."""
        if cmd_name not in self.late:
            return None
        module, function = self.late[cmd_name][0].split(":")
        command = getattr(import_module(module), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.late[cmd_name][0]} is not a command of click")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table alone."""
        rows = [(name, words) for name, (_, words) in self.late.items()]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(str(refusal)) from refusal


@click.group(cls=LateGroup, late=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="Casebook", message="%(prog)s %(version)s")
def casebook() -> None:
    """Review cases of probation, on site and at the office, without a network.

    Without a command, Casebook opens its window.
    """
