"""Who holds which case, and giving one to somebody else."""

from dataclasses import dataclass, replace

from model.allocation.allocate import DrawnCase
from model.cases import Case
from ui.actions import allocate, assess
from ui.presenters.case_words import ASSESSMENT, Said
from ui.presenters.sizes import counted
from ui.reading import cases, exclusions, inspections
from ui.session import Session

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case and who holds it; `assessment` is empty while nobody does."""

    case: str
    assessment: str
    number: str
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
    saved: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a case can be given, and who is left out because of a conflict of interest."""

    number: str
    holder: str
    people: tuple[tuple[str, str], ...]
    barred: str


def show(session: Session) -> HoldersState:
    """Return every case that was not replaced, by Casebook number, with its holder and state."""
    names = inspections.names(session)
    made = {one.case: one for one, _ in cases.assessments(session).values() if one.purpose == "first"}
    lines = []
    for case in cases.cases(session).values():
        if case.drawn and not case.replaced:
            held = made.get(case.id)
            lines.append(
                CaseLine(
                    case.id,
                    held.id if held else "",
                    case.number,
                    case.facts.get("officer", ""),
                    case.facts.get("ldu", ""),
                    held.holder if held else NOBODY,
                    names.get(held.holder, "") if held else "Nobody yet",
                    ASSESSMENT.get(held.state, ASSESSMENT["not_started"])
                    if held
                    else Said("Waiting", "unknown"),
                )
            )
    lines.sort(key=lambda line: line.number)
    return HoldersState(tuple(lines), _holders(lines))


def offer(session: Session, assessment: str) -> Offer:
    """Return to whom an assessment can be given."""
    sheet = cases.sheet(session, assessment)
    names = inspections.names(session)
    able = [one for one in allocate.assessors(session) if one.id != sheet.assessment.holder]
    barred = {one.id for one in able if _barred(session, one.id, sheet.case)}
    counts = [one.holder for one, _ in cases.assessments(session).values()]
    left_out = ", ".join(one.name for one in able if one.id in barred)
    return Offer(
        sheet.case.number,
        names.get(sheet.assessment.holder, ""),
        tuple(
            (one.id, f"{one.name}, {counted(counts.count(one.id), 'case')}")
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


def _barred(session: Session, person: str, case: Case) -> bool:
    at_hand = DrawnCase(case.id, case.facts.get("officer", ""), case.facts.get("ldu", ""))
    return any(kept.exclusion.bars(person, at_hand) for kept in exclusions.exclusions(session))


def _holders(lines: list[CaseLine]) -> tuple[tuple[str, str], ...]:
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for line in lines:
        counts[line.holder] = counts.get(line.holder, 0) + 1
        names[line.holder] = line.holder_name
    order = sorted(counts, key=lambda holder: (holder != NOBODY, names[holder].casefold()))
    everybody = ("", f"Everybody’s cases ({len(lines)})")
    return (everybody, *((holder, f"{names[holder]} ({counts[holder]})") for holder in order))
