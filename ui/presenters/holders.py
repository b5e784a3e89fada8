"""Who holds which case, and giving one to somebody else."""

from dataclasses import dataclass, replace

from model.allocation.allocate import DrawnCase
from model.cases import Case
from model.instruments.instrument import say
from ui.actions import allocate, assess
from ui.presenters.case_words import ASSESSMENT, Said
from ui.presenters.sizes import counted
from ui.reading import cases, exclusions, inspections, samples
from ui.reading.cases import Sheet
from ui.session import Session

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of one sample and who holds it; `assessment` is empty while nobody does."""

    case: str
    assessment: str
    number: str
    kind: str
    """The instrument it is assessed with, or the sample in which it waits."""
    officer: str
    unit: str
    holder: str
    """The holder's id, or NOBODY."""
    holder_name: str
    said: Said


@dataclass(frozen=True, slots=True)
class HoldersState:
    """What the page shows of cases and holders: people as (id, name and number of cases)."""

    lines: tuple[CaseLine, ...]
    holders: tuple[tuple[str, str], ...]
    several_kinds: bool
    """True where there is more than one instrument or sample to tell apart."""
    saved: str = ""
    said: str = ""

    @property
    def count(self) -> int:
        """How many cases these are; a case of two samples is one."""
        return len({line.case for line in self.lines})


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom an assessment can be given, and who is left out because of a conflict of interest.

    `words`: what it is of, as in "case 4101" or "officer Zoë Thompson".
    """

    words: str
    together: str
    """What goes with it, in words, where the holder assesses the case with several instruments."""
    holder: str
    people: tuple[tuple[str, str], ...]
    barred: str


def show(session: Session) -> HoldersState:
    """Return every case that counts, by Casebook number, with its holder and state: a line for each sample.

    What goes along with one of them, as what its officer is asked about the case does, has no line.
    """
    names, of = inspections.names(session), samples.by_instrument(session)
    held, whose = cases.cases(session), samples.whose(session)
    lines = []
    made = [one for one, _ in cases.assessments(session).values() if one.purpose == "first"]
    of_a_sample = {(one.case, one.holder) for one in made if of.get(one.instrument)}
    for one in made:
        own = of.get(one.instrument, ())
        along = not own and (one.case, one.holder) in of_a_sample
        if not along and one.case in held and held[one.case].counts_in(*own):
            case = held[one.case]
            facts = whose.of(case.facts(*own), *own)
            title = say(inspections.instrument(session, one.instrument).title)
            state = ASSESSMENT.get(one.state, ASSESSMENT["not_started"])
            lines.append(_line(case, one.id, title, facts, one.holder, names.get(one.holder, ""), state))
    for sample in inspections.programme(session).samples:
        for case in allocate.unallocated(session, sample.id):
            facts, waits = whose.of(case.facts(sample.id), sample.id), Said("Waiting", "unknown")
            lines.append(_line(case, "", say(sample.title), facts, NOBODY, "Nobody yet", waits))
    lines.sort(key=lambda line: (line.number, line.kind))
    return HoldersState(tuple(lines), _holders(lines), len({line.kind for line in lines}) > 1)


def offer(session: Session, assessment: str) -> Offer:
    """Return to whom an assessment can be given."""
    sheet = cases.sheet(session, assessment)
    names = inspections.names(session)
    able = [one for one in allocate.assessors(session) if one.id != sheet.assessment.holder]
    going = [cases.sheet(session, one) for one in assess.with_it(session, assessment)]
    barred = {one.id for one in able if any(_barred(session, one.id, each) for each in going)}
    counts = cases.held_by(session)
    titles = sorted(say(each.instrument.title) for each in going)
    together = f"Both go: {' and '.join(titles)}." if len(titles) == 2 else f"All go: {', '.join(titles)}."
    left_out = ", ".join(one.name for one in able if one.id in barred)
    return Offer(
        sheet.words,
        together if len(titles) > 1 else "",
        names.get(sheet.assessment.holder, ""),
        tuple(
            (one.id, f"{one.name}, {counted(counts.get(one.id, 0), 'case')}")
            for one in able
            if one.id not in barred
        ),
        f"Not offered, because of a conflict of interest: {left_out}." if left_out else "",
    )


def hand_over(session: Session, assessment: str, to: str, reason: str) -> HoldersState:
    """Give a case to somebody else, who confirms each inherited judgement. Refusal: no reason."""
    changes = assess.hand_over(session, assessment, to, reason)
    name = inspections.names(session).get(to, "")
    number = cases.sheet(session, assessment).case.number
    words = f"Case {number} is with {name} now; write their bundle, and tell whoever had it"
    return replace(show(session), saved=changes.time, said=words)


def _barred(session: Session, person: str, sheet: Sheet) -> bool:
    own = samples.by_instrument(session).get(sheet.assessment.instrument, ())
    at_hand = DrawnCase(sheet.case.id, *samples.whose(session).of(sheet.listed, *own))
    return any(kept.exclusion.bars(person, at_hand) for kept in exclusions.exclusions(session))


def _line(
    case: Case, assessment: str, kind: str, whose: tuple[str, str], holder: str, name: str, said: Said
) -> CaseLine:
    return CaseLine(case.id, assessment, case.number, kind, *whose, holder, name, said)


def _holders(lines: list[CaseLine]) -> tuple[tuple[str, str], ...]:
    held: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for line in lines:
        held.setdefault(line.holder, set()).add(line.case)
        names[line.holder] = line.holder_name
    order = sorted(held, key=lambda holder: (holder != NOBODY, names[holder].casefold()))
    everybody = ("", f"Everybody’s cases ({len({line.case for line in lines})})")
    return (everybody, *((holder, f"{names[holder]} ({len(held[holder])})") for holder in order))
