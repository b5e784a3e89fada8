"""The practice day: from the provider's list to the published table."""

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from model.assessments import Stage
from model.cases import Assessment, Case
from model.journal.entry import FieldKey
from ui.actions import (
    allocate,
    assess,
    decide,
    draw_sample,
    exchange,
    practise_judging,
    print_paper,
    read_list,
    unlock,
    write,
)
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases, results, samples
from ui.reading.results import SampleResult
from ui.session import Session
from ui.terminal.demo import people
from ui.terminal.demo.mishaps import assess_twice, edit_on_two_laptops
from ui.terminal.demo.people import Team
from ui.terminal.demo.published import (
    SAMPLE,
    Published,
    held_cases,
    practice_file,
    published,
    published_answers,
)

SEED = "north west 2018"
TODAY = date.today()  # noqa: DTZ011 (the day as people here call it)
PARTICULARS = Particulars(
    "Practice inspection",
    "North West division",
    "NPS",
    "probation_services_2018",
    TODAY.isoformat(),
    (TODAY + timedelta(days=11)).isoformat(),
)
Say = Callable[[str], None]
Progress = Callable[[int, int], None]


def prepare(folder: Path, say: Say) -> Team:
    """Before fieldwork: office, inspection, team, list, sample, allocation, and everybody's first bundle."""
    clock = people.practice_clock()
    stores = folder / "stores"
    made = people.make_office(stores, clock)
    office = make_inspection(made.session, PARTICULARS)
    at_work = people.gather_team(stores, office, clock)
    say(f"An office and {len(at_work.inspectors)} inspectors, each with an encrypted store of their own.")
    shown = read_list.preview(office, practice_file("case_supervision_list.csv"), SAMPLE)
    counts = ", ".join(f"{count} {kind.value}" for kind, count in shown.understood.counts.items())
    say(f"The provider's list: {len(shown.understood.rows)} eligible cases ({counts}).")
    read_list.accept(office, shown)
    draw_sample.draw_sample(office, SAMPLE, SEED)
    (drawn,) = samples.draws(office)
    say(f"Drawn: {drawn.record.size} cases in {len(drawn.record.strata)} strata from the seed “{SEED}”.")
    proposal = allocate.propose(office, SAMPLE, [session.author for session in at_work.inspectors.values()])
    allocate.allocate_cases(office, SAMPLE, proposal)
    loads = sorted(len(allocated) for allocated in proposal.cases.values())
    say(
        f"Allocated: {loads[0]} to {loads[-1]} cases each; {len(proposal.split)} officers see two inspectors."
    )
    bundles = folder / "bundles" / "allocation"
    bundles.mkdir(parents=True)
    size = people.hand_out(at_work, bundles)
    say(f"Each inspector has opened a bundle that only they can open ({size // 1024} KiB in all).")
    return at_work


def fieldwork(at_work: Team, folder: Path, say: Say, progress: Progress) -> None:
    """Every case is judged; one is assessed twice, and one answer recorded differently on two laptops."""
    answers = published_answers()
    held = {name: held_cases(session) for name, session in at_work.inspectors.items()}
    total = sum(len(mine) for mine in held.values())
    conflicted = edit_on_two_laptops(at_work, held, answers, folder)
    done, asked = 0, []
    for name, session in at_work.inspectors.items():
        for case, assessment in held[name]:
            _keep_chronology(session, case, assessment)
            given = answers[case.places[SAMPLE].position]
            asked.append(practise_judging.judge(session, assessment.id, given))
            done += 1
            progress(done, total)
    asked.remove(min(asked))  # the case begun the day before has fewer items left
    say(
        f"{total} cases judged and completed; a case asks {min(asked)} to {max(asked)} items,"
        f" {sorted(asked)[len(asked) // 2]} in the middle."
    )
    twice = assess_twice(at_work, held, answers)
    say(f"Case {twice.number} was assessed twice, case {conflicted.number} edited on two laptops.")


def hand_in(at_work: Team, folder: Path, say: Say) -> None:
    """Everybody writes a bundle; one is damaged; the office merges them shuffled, and all once more."""
    bundles = folder / "bundles" / "fieldwork"
    bundles.mkdir(parents=True)
    written = [
        exchange.write_fieldwork_bundle(session, bundles).path for session in at_work.inspectors.values()
    ]
    damaged = bundles / "damaged-on-the-way.casebook"
    whole = bytearray(written[3].read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged.write_bytes(bytes(whole))
    order = [*written, damaged]
    random.Random(SEED).shuffle(order)  # noqa: S311 (an order for the practice day, no secret)
    taken = exchange.take_files(at_work.office, order)
    for refused in (one for one in taken if one.refusal is not None):
        say(f"Refused: {refused.name}. {refused.refusal}")
    news = sum(one.arrival.new for one in taken if one.arrival)
    again = exchange.take_files(at_work.office, sorted(order))
    repeated = sum(one.arrival.new for one in again if one.arrival)
    say(f"Merged in shuffled order: {news} entries. Merged once more: {repeated} new.")


def decide_all(at_work: Team, say: Say) -> None:
    """The office decides the conflict and the double work, each with its reason."""
    answers = published_answers()
    for conflict in decide.conflicts(at_work.office):
        case, question = _place(at_work.office, conflict.key)
        right = "yes" if answers[case.places[SAMPLE].position][question] == "Yes" else "no"
        sides = ", ".join(f"{side.recorded.value}" for side in conflict.sides)
        say(f"Conflict in case {case.number}, {question}: {sides}. Decided: {right}, after reading it again.")
        decide.decide_conflict(at_work.office, conflict.key, right, "Read again with both inspectors")
    for work in decide.work_done_twice(at_work.office):
        first = next(one for one in work.assessments if one.holder != at_work.lead.author)
        say(f"Double work in {work.subject.words}: the assessment of its own inspector counts.")
        decide.choose_record(
            at_work.office,
            work.subject.id,
            work.instrument,
            first.id,
            "The case was allocated to this inspector",
        )


def acknowledge(at_work: Team, folder: Path, say: Say) -> None:
    """The office's next bundles say what it holds; every laptop then has nothing left to send."""
    bundles = folder / "bundles" / "acknowledgement"
    bundles.mkdir(parents=True)
    people.hand_out(at_work, bundles)
    left = [
        exchange.write_fieldwork_bundle(session, bundles).entries for session in at_work.inspectors.values()
    ]
    say(f"Acknowledged: the laptops have {sum(left)} entries that the office has not said it holds.")


def outcome(at_work: Team) -> tuple[SampleResult, Published]:
    """Return what the office works out, and what was published."""
    found = next(one for one in results.team_results(at_work.office) if one.sample.id == SAMPLE)
    return found, published()


def print_papers(at_work: Team, folder: Path, say: Say) -> None:
    """Write each document once, as the office and an inspector would print it."""
    papers = folder / "papers"
    papers.mkdir()
    name, session = list(at_work.inspectors.items())[1]
    case, assessment = held_cases(session)[0]
    (drawn,) = samples.draws(at_work.office)
    for who, document, subject in (
        (session, print_paper.CASE_SUMMARY, assessment.id),
        (session, print_paper.INSPECTORS_COPY, assessment.id),
        (session, print_paper.INTERVIEW_SHEET, case.facts(SAMPLE)["officer"]),
        (at_work.office, print_paper.RESULTS, SAMPLE),
        (at_work.office, print_paper.DRAW, drawn.id),
    ):
        print_paper.save_paper(print_paper.print_paper(who, document, subject), papers)
    say(f"Five documents printed, as {name} and the office would: {papers}")


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


def _keep_chronology(session: Session, case: Case, assessment: Assessment) -> None:
    """A few dated lines and a point to raise, for every fourth case."""
    if case.places[SAMPLE].position % 4:
        return
    for day, text in (
        ("2018-04-12", "First appointment kept; induction done."),
        ("2018-06-05", "Home visit planned, not recorded as done."),
        ("2018-08-21", "Employment lost; no review found."),
    ):
        write.write(
            session,
            "line",
            session.new_id(assessment.id),
            text,
            assessment=assessment.id,
            date=day,
            source="nDelius",
        )
    write.write(
        session,
        "point",
        session.new_id(assessment.id),
        "What happened between the June visit and August?",
        assessment=assessment.id,
        state="open",
    )
    if cases.sheet(session, assessment.id).assessment.state == "not_started":
        assess.move(session, assessment.id, Stage.READING)


def _place(session: Session, key: FieldKey) -> tuple[Case, str]:
    sheet = cases.sheet(session, key.id)
    return sheet.case, sheet.instrument.question(key.field.removeprefix("answer.")).code
