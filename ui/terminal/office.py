"""Commands of the office: setting up, inspection, team, list, sample, allocation, forgotten passphrases."""

from pathlib import Path

import click

from model.people import Role, fingerprint
from ui.session import Session
from ui.terminal.opening import HOME, NEW_PASSPHRASE, opened, with_store

FILE = click.Path(path_type=Path, dir_okay=False)
GIVEN = click.Path(path_type=Path, dir_okay=False, exists=True)
SAMPLE = click.option("--sample", default="", help="Which sample; the programme’s first if none is named.")
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command()
@HOME
@NEW_PASSPHRASE
@click.option("--name", required=True, help="Your name.")
@click.option("--recovery-card", type=FILE, required=True, help="Where to write the recovery card.")
def set_up_office(home: Path, passphrase: str, name: str, recovery_card: Path) -> None:
    """Make an office's store. Keep the recovery card in a safe: it exists nowhere else."""
    from ui.actions import begin, carry, unlock

    made = begin.set_up_office(home, name, passphrase)
    carry.write_chosen(recovery_card, made.recovery_card.encode())
    unlock.lock(made.session)
    click.echo(f"The office's store is in {home}, the recovery card in {recovery_card}.")


@click.command()
@with_store
@click.option("--name", required=True)
@click.option("--provider", required=True)
@click.option("--type", "provider_type", required=True, help="Kind of provider, as the programme has it.")
@click.option("--programme", default="", help="Which programme; may be left out where there is only one.")
@click.option("--start", required=True, help="First day, as 2018-10-08.")
@click.option("--end", required=True, help="Last day.")
def make_inspection(home: Path, passphrase: str, **particulars: str) -> None:
    """Make an inspection with a key of its own."""
    from ui.actions.make_inspection import Particulars, programmes_offered
    from ui.actions.make_inspection import make_inspection as make

    offered = programmes_offered(home)
    only = next(iter(offered)) if len(offered) == 1 else ""
    programme = particulars["programme"] = particulars["programme"] or only
    if programme not in offered:
        raise click.BadParameter(f"name one of: {', '.join(offered)}", param_hint="--programme")
    kinds = offered[programme].provider_types
    if particulars["provider_type"] not in kinds:
        raise click.BadParameter(f"name one of: {', '.join(kinds)}", param_hint="--type")
    with opened(home, passphrase) as session:
        made = make(session, Particulars(**particulars))
        click.echo(f"Inspection {made.inspection[:8]} is made: {particulars['name']}.")


@click.command()
@with_store
@click.option("--name", default="", help="Whom you invite.")
@click.argument("file", type=FILE)
def invite(home: Path, passphrase: str, name: str, file: Path) -> None:
    """Write an invitation into FILE; read your fingerprint to the person by telephone."""
    from ui.actions import begin, carry, team

    with opened(home, passphrase) as session:
        carry.write_chosen(file, team.invite(session, name))
        click.echo(f"Written: {file}. Your fingerprint: {fingerprint(begin.own_card(session))}")


@click.command()
@with_store
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--confirmed", is_flag=True, help="The fingerprint was compared by telephone.")
@click.argument("file", type=GIVEN)
def take_card(home: Path, passphrase: str, role: str, confirmed: bool, file: Path) -> None:
    """Take somebody's card and give them a role."""
    from ui.actions import carry, team

    with opened(home, passphrase) as session:
        card_file = carry.read_chosen(file)
        shown = team.look_at_card(session, card_file)
        team.take_card(session, card_file, Role(role), confirmed)
        state = "confirmed" if confirmed else "NOT confirmed yet"
        click.echo(f"{shown.card.name}, {role}, {state}. Fingerprint: {shown.fingerprint}")


@click.command()
@with_store
@SAMPLE
@click.argument("file", type=GIVEN)
def read_list(home: Path, passphrase: str, sample: str, file: Path) -> None:
    """Take in the provider's list of eligible cases, and say what was understood."""
    from ui.actions import read_list as lists

    with opened(home, passphrase) as session:
        shown = lists.preview(session, file, _sample(session, sample))
        for remark in shown.understood.remarks:
            click.echo(f"row {remark.row}: {remark.kind.value}: {remark.sentence}")
        lists.accept(session, shown)
        click.echo(f"{len(shown.understood.rows)} eligible cases taken in.")


@click.command()
@with_store
@SAMPLE
@click.option("--seed", required=True, help="Anyone with the list and the seed can repeat the draw.")
@click.option("--size", type=int, help="Instead of the size that the programme's rule gives.")
def draw(home: Path, passphrase: str, sample: str, seed: str, size: int | None) -> None:
    """Draw the sample, with reserves."""
    from ui.actions import draw_sample
    from ui.reading import samples

    with opened(home, passphrase) as session:
        wanted = _sample(session, sample)
        draw_sample.draw_sample(session, wanted, seed, size)
        drawn = next(one for one in samples.draws(session) if one.sample.id == wanted)
        click.echo(f"{drawn.record.size} cases drawn in {len(drawn.record.strata)} strata.")


@click.command()
@with_store
@SAMPLE
def allocate(home: Path, passphrase: str, sample: str) -> None:
    """Allocate the drawn cases evenly, an officer's cases to one inspector where possible.

    Conflicts of interest are kept apart; a case that somebody holds in another sample goes to them.
    """
    from ui.actions import allocate as allocation
    from ui.reading import exclusions, inspections

    with opened(home, passphrase) as session:
        wanted = _sample(session, sample)
        people = [person.id for person in allocation.assessors(session)]
        barred = [kept.exclusion for kept in exclusions.exclusions(session)]
        proposal = allocation.propose(session, wanted, people, barred)
        allocation.allocate_cases(session, wanted, proposal)
        names = inspections.names(session)
        for person, cases in proposal.cases.items():
            click.echo(f"{names[person]}: {len(cases)} cases")


@click.command()
@with_store
@click.argument("folder", type=FOLDER)
def write_bundles(home: Path, passphrase: str, folder: Path) -> None:
    """Write everybody's bundle into FOLDER; each says what the office holds of theirs."""
    from ui.actions import allocate as allocation
    from ui.actions import exchange

    with opened(home, passphrase) as session:
        for person in allocation.assessors(session):
            if person.id != session.author:
                written = exchange.write_allocation_bundle(session, person.id, folder)
                click.echo(f"{person.name}: {written.path.name}, written and checked")


@click.command()
@click.option("--recovery-card", type=GIVEN, required=True, help="It is read, and not kept.")
@click.option("--confirmed", is_flag=True, help="The digits were compared by telephone.")
@click.argument("request", type=GIVEN)
@click.argument("reply", type=FILE)
def answer_forgotten(recovery_card: Path, confirmed: bool, request: Path, reply: Path) -> None:
    """Answer the REQUEST of somebody who has forgotten a passphrase: write REPLY, and show its code.

    Needs no store, so that an office which has forgotten its own passphrase can answer itself.
    """
    from ui.actions import carry, forgotten

    file = carry.read_chosen(request)
    digits = forgotten.look_at_request(file).digits
    answered = forgotten.answer_request(file, carry.read_chosen(recovery_card))
    click.echo(f"A request from {answered.name}. Its digits: {digits}")
    if not confirmed:
        click.confirm("Did you compare these digits by telephone, and are they the same?", abort=True)
    carry.write_chosen(reply, answered.reply)
    click.echo(f"Written: {reply}. Read this code to {answered.name} by telephone, and do not mail it:")
    click.echo(answered.code)


def _sample(session: Session, named: str) -> str:
    """The id of the sample that was named, or of the programme's first."""
    from ui.reading import inspections

    every = [sample.id for sample in inspections.programme(session).samples]
    if named and named not in every:
        raise click.BadParameter(f"name one of: {', '.join(every)}", param_hint="--sample")
    return named or every[0]
