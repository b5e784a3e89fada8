"""Commands of an inspector: beginning, the cases held, an answer, handing in."""

from pathlib import Path

import click

from model.assessments import Stage
from model.people import fingerprint
from ui.reading.cases import Sheet
from ui.session import Session
from ui.terminal.office import FILE, FOLDER, GIVEN
from ui.terminal.opening import HOME, NEW_PASSPHRASE, opened, with_store


@click.command()
@HOME
@NEW_PASSPHRASE
@click.option("--name", required=True, help="Your name.")
@click.option("--card", type=FILE, required=True, help="Where to write the card for the office.")
@click.argument("invitation", type=GIVEN)
def begin(home: Path, passphrase: str, name: str, card: Path, invitation: Path) -> None:
    """Make your store from an INVITATION whose fingerprint you compared with the office."""
    from ui.actions import begin as beginning
    from ui.actions import carry, unlock

    begun = beginning.begin_with_invitation(home, carry.read_chosen(invitation), name, passphrase)
    carry.write_chosen(card, begun.card_file)
    click.echo(
        f"Send {card} to the office. Your fingerprint: {fingerprint(beginning.own_card(begun.session))}"
    )
    unlock.lock(begun.session)


@click.command()
@with_store
def cases(home: Path, passphrase: str) -> None:
    """List the cases you hold: number, officer, state, progress; the instrument where there are several."""
    from model.instruments.routing import progress

    with opened(home, passphrase) as session:
        held = [sheet for sheet in _held(session) if sheet.case.number]
        several = len({sheet.instrument.id for sheet in held}) > 1
        for sheet in held:
            done = progress(sheet.instrument, sheet.answers)
            about = f"{sheet.listed.get('officer', ''):24} {sheet.assessment.state:14}"
            which = f"  {sheet.instrument.id}" if several else ""
            click.echo(f"{sheet.case.number}  {about} {done.words}{which}")


@click.command()
@with_store
@click.option("--reason", help="Why it does not apply, for “not_applicable”.")
@click.argument("case")
@click.argument("question")
@click.argument("value")
def answer(home: Path, passphrase: str, case: str, question: str, value: str, reason: str | None) -> None:
    """Answer a QUESTION (its id or printed code) of a CASE with VALUE.

    CASE is a Casebook number, with a stroke and the instrument where you assess it with several; or the
    beginning of the id of any assessment that you hold.
    """
    from model.instruments.instrument import Kind
    from ui.actions.answer import answer as record

    with opened(home, passphrase) as session:
        sheet = _case(session, case)
        asked = next(
            (one for one in sheet.instrument.questions.values() if question in (one.id, one.code)), None
        )
        if asked is None:
            raise click.BadParameter(f"no question {question}")
        given: str | float | tuple[str, ...] = value
        if asked.kind is Kind.SEVERAL and value != "not_applicable":
            given = tuple(value.split(","))
        elif asked.kind is Kind.NUMBER:
            given = float(value) if "." in value else int(value)
        record(session, sheet.assessment.id, asked.id, given, reason)
        click.echo(f"Saved: {case} {asked.code or asked.id} {value}")


@click.command()
@with_store
@click.option("--reason", default="", help="Needed for reopened and cannot_inspect.")
@click.argument("case")
@click.argument("state", type=click.Choice([stage.value for stage in Stage]))
def move(home: Path, passphrase: str, case: str, state: str, reason: str) -> None:
    """Bring the assessment of a CASE to another STATE.

    CASE is a Casebook number, with a stroke and the instrument where you assess it with several; or the
    beginning of the id of any assessment that you hold.
    """
    from ui.actions import assess

    with opened(home, passphrase) as session:
        sheet = _case(session, case)
        missing = assess.what_is_open(sheet).missing if state == Stage.COMPLETE else ()
        if missing:
            codes = (sheet.instrument.question(point.question).code for point in missing if point.question)
            click.echo(f"Missing: {', '.join(codes)}")
        assess.move(session, sheet.assessment.id, Stage(state), reason)
        click.echo(f"{case} is {state.replace('_', ' ')}.")


@click.command()
@with_store
@click.argument("folder", type=FOLDER)
def hand_in(home: Path, passphrase: str, folder: Path) -> None:
    """Write your bundle for the office into FOLDER, checked by opening it."""
    from ui.actions import exchange

    with opened(home, passphrase) as session:
        written = exchange.write_fieldwork_bundle(session, folder)
        click.echo(f"{written.path.name}: {written.entries} entries, written and checked")


def _held(session: Session) -> list[Sheet]:
    from ui.reading import cases as reading

    mine = [
        reading.sheet(session, assessment.id)
        for assessment, _ in reading.assessments(session).values()
        if assessment.holder == session.author
    ]
    return sorted(mine, key=lambda sheet: (_named(sheet), sheet.assessment.id))


def _case(session: Session, number: str) -> Sheet:
    held = _held(session)
    found = [sheet for sheet in held if number in (sheet.case.number, _named(sheet))] or [
        sheet for sheet in held if number and sheet.assessment.id.startswith(number)
    ]
    if not found:
        raise click.BadParameter(f"you hold no case or assessment {number}")
    if len(found) > 1:
        alike = len({_named(sheet) for sheet in found}) < len(found)
        ids = ", ".join(sheet.assessment.id if alike else _named(sheet) for sheet in found)
        raise click.BadParameter(f"{number} has several assessments; name one: {ids}")
    return found[0]


def _named(sheet: Sheet) -> str:
    """How an assessment of a case is named where the case has several, as in "4123/supervision"."""
    return f"{sheet.case.number}/{sheet.instrument.id}"
