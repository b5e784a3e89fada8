"""Commands about officers: what the list proposes, who they are, and who asks them."""

from pathlib import Path

import click

from model.instruments.instrument import About
from model.officers import Proposal
from model.refusal import Refusal
from ui.session import Session
from ui.terminal.opening import opened, person_named, with_store

SHORT = 8
"""So many letters of an id are shown; as many as are needed to tell it may be typed."""


@click.command()
@with_store
def officers(home: Path, passphrase: str) -> None:
    """List the officers: first the proposals that nobody has confirmed, then those confirmed."""
    from ui.reading import inspections, interviews

    with opened(home, passphrase) as session:
        found, names = interviews.directory(session), inspections.names(session)
        for proposal in found.proposals:
            numbers = ", ".join(found.cases[case].number for case in proposal.cases)
            spelt = "" if len(proposal.spellings) == 1 else f" ({' / '.join(proposal.spellings)})"
            known = found.of(proposal.officer)
            more = f", seems to be {known.officer.name}" if known else ""
            more += ", may be somebody else here" if proposal.alike else ""
            click.echo(f"?  {proposal.id[:SHORT]}  {proposal.name}{spelt}, {proposal.unit}: {numbers}{more}")
        for one in found.known:
            numbers = ", ".join(case.number for case in one.cases)
            asker = names.get(one.asker, "nobody yet")
            said = f"{one.officer.name}, {one.officer.unit}: {numbers}"
            click.echo(f"   {one.officer.id[:SHORT]}  {said}, asked by {asker}")


@click.command()
@with_store
@click.option("--all", "every", is_flag=True, help="Confirm everything that is proposed.")
@click.argument("proposals", nargs=-1)
def confirm_officers(home: Path, passphrase: str, every: bool, proposals: tuple[str, ...]) -> None:
    """Confirm PROPOSALS (as `officers` lists them): their cases are of one officer."""
    from ui.actions import officers as confirming
    from ui.reading import interviews

    with opened(home, passphrase) as session:
        offered = interviews.directory(session).proposals
        chosen = offered if every else [_one(offered, typed) for typed in proposals]
        confirming.confirm(session, chosen)
        click.echo(f"{len(chosen)} confirmed.")


@click.command()
@with_store
@click.argument("officer")
@click.argument("into")
def join_officers(home: Path, passphrase: str, officer: str, into: str) -> None:
    """Say that OFFICER is the same person as INTO, who stands for both from now on."""
    from ui.actions import officers as confirming

    with opened(home, passphrase) as session:
        confirming.join(session, _officer(session, officer), _officer(session, into))
        click.echo("Joined.")


@click.command()
@with_store
@click.option("--name", default="", help="How the other is called; the same unless it is given.")
@click.argument("officer")
@click.argument("cases", nargs=-1, required=True)
def split_officer(home: Path, passphrase: str, name: str, officer: str, cases: tuple[str, ...]) -> None:
    """Say that CASES (Casebook numbers) of OFFICER are of somebody else."""
    from ui.actions import officers as confirming
    from ui.reading import interviews

    with opened(home, passphrase) as session:
        known = interviews.directory(session).of(_officer(session, officer))
        going = [case.id for case in known.cases if case.number in cases] if known else []
        other = confirming.split(session, known.officer.id if known else "", going, name)
        click.echo(f"Split: {len(going)} cases are of {other[:SHORT]}.")


@click.command()
@with_store
@click.option("--unit", default=None, help="Where they work; as it was unless it is given.")
@click.argument("officer")
@click.argument("name")
def rename_officer(home: Path, passphrase: str, unit: str | None, officer: str, name: str) -> None:
    """Correct how OFFICER is called: NAME from now on."""
    from ui.actions import officers as confirming
    from ui.reading import officers as reading

    with opened(home, passphrase) as session:
        id = _officer(session, officer)
        confirming.rename(session, id, name, reading.recorded(session)[id].unit if unit is None else unit)
        click.echo(f"{officer} is {name} now.")


@click.command()
@with_store
@click.option("--officer", default="", help="One officer; without it every officer who has nobody.")
@click.option("--to", default="", help="Who asks; without it whoever holds most of the officer's cases.")
@click.option("--reason", default="", help="Needed when somebody asks already.")
def give_interviews(home: Path, passphrase: str, officer: str, to: str, reason: str) -> None:
    """Give officers' interviews to those who ask them."""
    from ui.actions import interview

    with opened(home, passphrase) as session:
        if not to:
            named = (_officer(session, officer),) if officer else ()
            click.echo(f"{interview.give_interviews(session, *named)} interviews given.")
            return
        holder = person_named(session, to)
        interview.give_interview(session, _officer(session, officer), holder, reason)
        click.echo(f"{to} asks this officer.")


@click.command()
@with_store
@click.option("--title", default="", help="Of a meeting: who or what it is.")
@click.option("--day", default="", help="Of a meeting, as 2018-10-09.")
@click.option("--case", "number", default="", help="Of an instrument about cases: the Casebook number.")
@click.argument("instrument")
def start(home: Path, passphrase: str, title: str, day: str, number: str, instrument: str) -> None:
    """Start an assessment with INSTRUMENT (its id): a meeting, the whole inspection, a case's items."""
    from ui.actions import assess, occasions
    from ui.reading import interviews

    with opened(home, passphrase) as session:
        asked = next(
            (
                one
                for about in About
                for one in interviews.instruments(session, about)
                if one.id == instrument
            ),
            None,
        )
        if asked is None:
            raise click.BadParameter(f"no instrument {instrument} in this inspection")
        match asked.about:
            case About.OCCASION:
                made = occasions.start_occasion(session, asked.fingerprint, title, day)
            case About.INSPECTION:
                made = occasions.start_for_inspection(session, asked.fingerprint)
            case About.CASE:
                made = assess.start_assessment(session, _case(session, number), asked.fingerprint)
            case _:
                raise Refusal(
                    "Officers’ interviews are given, not started.",
                    "Nothing was started.",
                    "Use give-interviews.",
                )
        click.echo(f"Started: {made}")


@click.command()
@with_store
def interviews(home: Path, passphrase: str) -> None:
    """List what you hold that is no case: interviews, meetings, the inspection."""
    from model.instruments.instrument import say
    from model.instruments.routing import progress
    from ui.reading import cases

    with opened(home, passphrase) as session:
        for id, (held, _) in sorted(cases.assessments(session).items()):
            if held.holder == session.author and held.about not in (None, About.CASE):
                sheet = cases.sheet(session, id)
                done = progress(sheet.instrument, sheet.answers)
                said = f"{sheet.words} ({say(sheet.instrument.title)}) {held.state}"
                click.echo(f"{id[:SHORT]}  {said} {done.words}")


def _one(offered: tuple[Proposal, ...], typed: str) -> Proposal:
    found = [one for one in offered if one.id.startswith(typed)]
    if len(found) != 1:
        raise click.BadParameter(f"{'no' if not found else 'more than one'} proposal {typed}")
    return found[0]


def _officer(session: Session, typed: str) -> str:
    """The officer whose id begins so, or whose name it is."""
    from ui.reading import interviews as reading

    found = [
        one.officer.id
        for one in reading.directory(session).known
        if (typed and one.officer.id.startswith(typed)) or one.officer.name == typed
    ]
    if len(found) != 1:
        raise click.BadParameter(f"{'no' if not found else 'more than one'} officer {typed}")
    return found[0]


def _case(session: Session, number: str) -> str:
    from ui.reading import cases

    found = next((case.id for case in cases.cases(session).values() if case.number == number), "")
    if not found:
        raise click.BadParameter(f"no case {number}")
    return found
