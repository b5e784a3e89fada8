"""The practice day: from the provider's lists to the published table, for one practice inspection."""

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from model.instruments.instrument import About
from model.instruments.instrument import say as in_words
from ui.actions import (
    allocate,
    draw_sample,
    exchange,
    interview,
    occasions,
    officers,
    print_paper,
    read_list,
    unlock,
)
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases, interviews, results, samples
from ui.reading.practice import Practice, PracticeSample
from ui.reading.results import Report
from ui.session import Session
from ui.terminal.demo import mishaps, people, site
from ui.terminal.demo.people import Team, held_cases

Say = Callable[[str], None]


def prepare(practice: Practice, folder: Path, say: Say) -> Team:
    """Before fieldwork: office, inspection, team, lists, samples, allocation, everybody's first bundle."""
    clock = people.practice_clock()
    stores = folder / "stores"
    made = people.make_office(stores, clock)
    office = make_inspection(made.session, _particulars(practice))
    at_work = people.gather_team(stores, office, practice, clock)
    say(f"An office and {len(at_work.inspectors)} people on site, each with an encrypted store of their own.")
    for sample in practice.samples:
        _draw(office, sample, [session.author for session in at_work.inspectors.values()], say)
    twice = sum(len(case.places) > 1 for case in cases.cases(office).values())
    if twice:
        say(f"{twice} cases stand in two samples, and go to one inspector with both.")
    officers.confirm(office, interviews.directory(office).proposals)
    given = interview.give_interviews(office)
    say(f"{given} officers confirmed, each to be interviewed by one person.")
    _start_for_inspection(office, practice)
    bundles = folder / "bundles" / "allocation"
    bundles.mkdir(parents=True)
    size = people.hand_out(at_work, bundles)
    say(f"Everybody has opened a bundle that only they can open ({size // 1024} KiB in all).")
    return at_work


def fieldwork(at_work: Team, practice: Practice, folder: Path, say: Say) -> None:
    """Every case is judged and every officer interviewed; what goes wrong goes wrong here."""
    conflict, double = practice.conflict, practice.double_work
    edited = mishaps.edit_on_two_laptops(at_work, practice, conflict, folder) if conflict else None
    asked: dict[str, list[int]] = {}
    for session in at_work.inspectors.values():
        for sample, counts in site.judge_cases(session, practice).items():
            asked.setdefault(sample, []).extend(counts)
    titles = {drawn.sample.id: in_words(drawn.sample.title) for drawn in samples.draws(at_work.office)}
    for id, counts in asked.items():
        middle = sorted(counts)[len(counts) // 2]
        say(f"{titles[id]}: {len(counts)} cases judged and completed, {middle} items answered in the middle.")
    asked_officers = sum(
        site.interview_officers(session, practice) for session in at_work.inspectors.values()
    )
    met = site.meet(at_work.lead, practice)
    say(f"{asked_officers} officers interviewed, {met} meetings and conversations recorded.")
    items = site.answer_for_inspection(at_work.lead, practice)
    if items:
        say(f"The lead inspector answered {items} items about the whole inspection.")
    if edited and double:
        twice = mishaps.assess_twice(at_work, practice, double)
        say(f"Case {twice.number} was assessed twice, case {edited.number} edited on two laptops.")


def hand_in(at_work: Team, practice: Practice, folder: Path, say: Say) -> None:
    """Everybody writes a bundle; one may be damaged; the office merges them shuffled, and all once more."""
    bundles = folder / "bundles" / "fieldwork"
    bundles.mkdir(parents=True)
    order = [
        exchange.write_fieldwork_bundle(session, bundles).path for session in at_work.inspectors.values()
    ]
    if practice.damaged:
        order.append(mishaps.damage(order[-1]))
    random.Random(practice.folder).shuffle(order)  # noqa: S311 (an order for the practice day, no secret)
    taken = exchange.take_files(at_work.office, order)
    for refused in (one for one in taken if one.refusal is not None):
        say(f"Refused: {refused.name}. {refused.refusal}")
    news = sum(one.arrival.new for one in taken if one.arrival)
    again = exchange.take_files(at_work.office, sorted(order))
    repeated = sum(one.arrival.new for one in again if one.arrival)
    say(f"Merged in shuffled order: {news} entries. Merged once more: {repeated} new.")


def decide_all(at_work: Team, practice: Practice, say: Say) -> None:
    """The office decides the conflict and the double work, each with its reason."""
    if practice.conflict:
        for words in mishaps.decide_conflicts(at_work, practice, practice.conflict):
            say(words)
    if practice.double_work:
        for words in mishaps.decide_double_work(at_work, practice.double_work):
            say(words)


def acknowledge(at_work: Team, folder: Path, say: Say) -> None:
    """The office's next bundles say what it holds; every laptop then has nothing left to send."""
    bundles = folder / "bundles" / "acknowledgement"
    bundles.mkdir(parents=True)
    people.hand_out(at_work, bundles)
    left = [
        exchange.write_fieldwork_bundle(session, bundles).entries for session in at_work.inspectors.values()
    ]
    say(f"Acknowledged: the laptops have {sum(left)} entries that the office has not said it holds.")


def outcome(at_work: Team) -> Report:
    """Return what the office works out of the whole inspection."""
    return results.reports(at_work.office)[0]


def print_papers(at_work: Team, practice: Practice, report: str, folder: Path, say: Say) -> None:
    """Write each document once, as the office and an inspector would print it; `report` is the id of one."""
    papers = folder / "papers"
    papers.mkdir()
    sample = practice.samples[0].id
    session = at_work.others[0]
    case, made = held_cases(session)[sample][0]
    wanted = [
        (session, print_paper.CASE_SUMMARY, made.id),
        (session, print_paper.INSPECTORS_COPY, made.id),
        (session, print_paper.INTERVIEW_SHEET, case.officer or case.facts(sample)["officer"]),
        (at_work.office, print_paper.RESULTS, report),
        *((at_work.office, print_paper.DRAW, drawn.id) for drawn in samples.draws(at_work.office)),
    ]
    for who, document, subject in wanted:
        print_paper.save_paper(print_paper.print_paper(who, document, subject), papers)
    say(f"{len(wanted)} documents printed, as the office and an inspector would: {papers}")


def close(at_work: Team) -> None:
    """Lock every store."""
    for session in (at_work.office, *at_work.inspectors.values()):
        unlock.lock(session)


def fresh(folder: Path) -> Path:
    """Return an empty folder for the day, in place of that of an earlier run (and of nothing else)."""
    mark = folder / "practice-day"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise FileExistsError(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mark.touch()
    return folder


def _particulars(practice: Practice) -> Particulars:
    today = date.today()  # noqa: DTZ011 (the day as people here call it)
    return Particulars(
        practice.name,
        practice.provider,
        practice.provider_type,
        practice.programme,
        today.isoformat(),
        (today + timedelta(days=practice.days - 1)).isoformat(),
    )


def _draw(office: Session, sample: PracticeSample, inspectors: list[str], say: Say) -> None:
    """Read a list, draw from it, and allocate what was drawn."""
    shown = read_list.preview(office, sample.list, sample.id)
    counts = ", ".join(f"{count} {kind.value}" for kind, count in shown.understood.counts.items() if count)
    read_list.accept(office, shown)
    draw_sample.draw_sample(office, sample.id, sample.seed, sample.size)
    drawn = next(one for one in samples.draws(office) if one.sample.id == sample.id)
    proposal = allocate.propose(office, sample.id, inspectors)
    allocate.allocate_cases(office, sample.id, proposal)
    loads = sorted(len(allocated) for allocated in proposal.cases.values())
    shared = f"{loads[0]} to {loads[-1]}" if loads[0] < loads[-1] else f"{loads[0]}"
    say(
        f"{in_words(drawn.sample.title)}: {len(shown.understood.rows)} eligible cases ({counts});"
        f" {drawn.record.size} drawn, {shared} for each person; strata: {len(drawn.record.strata)};"
        f" officers with two inspectors: {len(proposal.split)}."
    )


def _start_for_inspection(office: Session, practice: Practice) -> None:
    forms = {one.id: one for one in interviews.instruments(office, About.INSPECTION)}
    for form in practice.inspection:
        occasions.start_for_inspection(office, forms[form.instrument].fingerprint)
