"""The commands of the terminal: names, one line about each, and where each is; loaded only when called."""

from importlib import import_module
from typing import Any, Final

import click

from model.refusal import Refusal
from resources import VERSION

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "set-up-office": ("ui.terminal.office:set_up_office", "Make an office's store and its recovery card."),
    "make-inspection": ("ui.terminal.office:make_inspection", "Make an inspection with a key of its own."),
    "invite": ("ui.terminal.office:invite", "Write an invitation for somebody."),
    "take-card": ("ui.terminal.office:take_card", "Take somebody's card and give them a role."),
    "read-list": ("ui.terminal.office:read_list", "Take in the provider's list of eligible cases."),
    "draw": ("ui.terminal.office:draw", "Draw the sample, with reserves."),
    "allocate": ("ui.terminal.office:allocate", "Allocate the drawn cases to the inspectors."),
    "officers": ("ui.terminal.officers:officers", "List officers: proposals first, then those confirmed."),
    "confirm-officers": ("ui.terminal.officers:confirm_officers", "Confirm who an officer is."),
    "join-officers": ("ui.terminal.officers:join_officers", "Say that two officers are one."),
    "split-officer": ("ui.terminal.officers:split_officer", "Say that one officer is two."),
    "rename-officer": ("ui.terminal.officers:rename_officer", "Correct how an officer is called."),
    "give-interviews": ("ui.terminal.officers:give_interviews", "Give officers’ interviews to who asks."),
    "write-bundles": ("ui.terminal.office:write_bundles", "Write everybody's bundle."),
    "answer-forgotten": (
        "ui.terminal.office:answer_forgotten",
        "Answer somebody who has forgotten a passphrase.",
    ),
    "begin": ("ui.terminal.inspector:begin", "Make your store from an invitation."),
    "cases": ("ui.terminal.inspector:cases", "List the cases you hold."),
    "answer": ("ui.terminal.inspector:answer", "Answer a question of a case."),
    "move": ("ui.terminal.inspector:move", "Bring an assessment to another state."),
    "interviews": ("ui.terminal.officers:interviews", "List your interviews and meetings."),
    "start": ("ui.terminal.officers:start", "Start a meeting, or the assessment of the inspection."),
    "hand-in": ("ui.terminal.inspector:hand_in", "Write your bundle for the office."),
    "take": ("ui.terminal.both:take", "Take in bundles, in any order."),
    "results": ("ui.terminal.both:results", "Show rates and ratings so far."),
    "print": ("ui.terminal.both:print_document", "Print a document as PDF."),
    "check-instrument": (
        "ui.terminal.instruments:check_instrument",
        "Check an instrument before it is issued.",
    ),
    "instruments": ("ui.terminal.instruments:instruments", "List the inspection's instruments."),
    "export-instrument": (
        "ui.terminal.instruments:export_instrument",
        "Write an instrument as an XLSForm workbook.",
    ),
    "import-instrument": (
        "ui.terminal.instruments:import_instrument",
        "Take an XLSForm workbook in as an instrument.",
    ),
    "blank-form": ("ui.terminal.instruments:blank_form", "Print the blank form of an instrument."),
    "codebook": ("ui.terminal.instruments:codebook", "Write the codebook of an instrument."),
    "issue-instrument": (
        "ui.terminal.versions:issue_instrument",
        "Issue a newer version of an instrument.",
    ),
    "reword": ("ui.terminal.versions:reword", "Put your own words in place of a question's."),
    "export-translations": (
        "ui.terminal.versions:export_translations",
        "Write a table in which to supply Welsh.",
    ),
    "import-translations": ("ui.terminal.versions:import_translations", "Take a filled table in."),
    "demo": ("ui.terminal.demo.command:demo", "Run the practice inspections whole."),
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
