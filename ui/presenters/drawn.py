"""A sample that was drawn: its cases in drawn order, its strata, its record, and drawing it again."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import Case
from model.instruments.instrument import say
from model.sampling.record import repeat
from model.sampling.strata import group_name
from ui.actions.print_paper import DRAW
from ui.presenters.case_words import Said
from ui.presenters.sizes import counted, when
from ui.reading import cases, documents, inspections, samples
from ui.reading.samples import Drawn, WhoseCase
from ui.session import Session

RECORD = DRAW
"""The document in which a draw is recorded on paper."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One case of the sample. `state` is the code of its chip."""

    case: str
    position: int
    number: str
    reference: str
    stratum: str
    officer: str
    holder: str
    state: str
    said: Said
    why: str
    """Why it was replaced, or the case that it replaces."""
    may_replace: bool
    also: str
    """The other samples in which the same case stands, by title."""


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """One stratum as it was drawn."""

    name: str
    eligible: int
    share: str
    drawn: int
    reserves: str
    """How many cases of it are left to replace others, "" once the draw is closed."""


@dataclass(frozen=True, slots=True)
class DrawnState:
    """What the page shows of a draw."""

    id: str
    words: str
    more: str
    closed: bool
    not_drawn: int
    """Rows of the list that closing would erase."""
    shared: int
    """How many of the cases stand in another sample too."""
    chips: tuple[tuple[str, str, int], ...]
    lines: tuple[DrawnLine, ...]
    strata: tuple[QuotaLine, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """What drawing again gave: the same, or each thing that differs in a sentence."""

    same: bool
    words: str
    more: str


def drawn(session: Session, done: Drawn) -> DrawnState:
    """Return a draw with its cases, in the order in which they were drawn."""
    held = cases.cases(session)
    numbers = {case.id: case.number for case in held.values()}
    holders = _holders(session, done.sample.id)
    titles = {one.id: say(one.title) for one in inspections.programme(session).samples}
    sample, whose = done.sample.id, samples.whose(session)
    mine = sorted(
        (one for one in held.values() if sample in one.places), key=lambda one: one.places[sample].position
    )
    replacing = {one.places[sample].replaced: one for one in mine if one.places[sample].replaced}
    lines = tuple(_line(one, numbers, replacing, holders, done, titles, whose) for one in mine)
    left = 0 if done.closed else len(samples.rows(session, done.sample.id)) - len(mine)
    return DrawnState(
        done.id,
        _words(done, sum(bool(line.also) for line in lines)),
        _more(session, done),
        done.closed,
        left,
        sum(bool(line.also) for line in lines),
        _chips(lines),
        lines,
        _strata(session, done, mine),
    )


def again(session: Session, draw_id: str) -> Repeated:
    """Draw again from the list and the recorded seed, and compare."""
    done = _draw(session, draw_id)
    if done.closed:
        words = "The list is erased, so this store cannot draw again."
        return Repeated(False, words, "Anyone who has the provider’s list can, with the printed record.")
    differs = repeat(done.record, samples.population(session, done.sample))
    if differs:
        words = "Drawn again, it is not the same."
        return Repeated(False, words, " ".join(differs))
    size, seed = counted(done.record.size, "case"), done.record.seed
    more = f"Seed {seed}; list, strata and order agree with what was recorded."
    return Repeated(True, f"Drawn again: the same {size} in the same order.", more)


def _draw(session: Session, draw_id: str) -> Drawn:
    return next(one for one in samples.draws(session) if one.id == draw_id)


def _holders(session: Session, sample: str) -> dict[str, str]:
    names, own = inspections.names(session), samples.by_instrument(session)
    return {
        made.case: names.get(made.holder, "")
        for made, _ in cases.assessments(session).values()
        if made.holder and sample in own.get(made.instrument, ())
    }


def _line(
    case: Case,
    numbers: Mapping[str, str],
    replacing: Mapping[str, Case],
    holders: Mapping[str, str],
    done: Drawn,
    titles: Mapping[str, str],
    whose: WhoseCase,
) -> DrawnLine:
    old, place = replacing.get(case.id), case.places[done.sample.id]
    if place.replaced:
        new = numbers.get(place.replaced, "a reserve")
        state, said = "replaced", Said(f"Replaced by {new}", "", "set_aside")
    elif old is not None:
        state, said = "in", Said(f"Replaces {old.number}", "accent", "plus")
    else:
        state, said = "in", Said("Drawn", "", "tick")
    why = place.replaced_because or (old.places[done.sample.id].replaced_because if old else "")
    return DrawnLine(
        case.id,
        place.position,
        case.number,
        case.reference,
        place.stratum,
        whose.of(place.facts, place.sample)[0],
        holders.get(case.id, ""),
        state,
        said,
        why,
        not place.replaced and not done.closed,
        ", ".join(titles[sample] for sample in titles if sample in case.places and sample != place.sample),
    )


def _chips(lines: tuple[DrawnLine, ...]) -> tuple[tuple[str, str, int], ...]:
    counts = {state: sum(line.state == state for line in lines) for state in ("in", "replaced")}
    chips = [("in", "In the sample", counts["in"])]
    if counts["replaced"]:
        chips += [("replaced", "Replaced", counts["replaced"]), ("all", "All", len(lines))]
    return tuple(chips)


def _strata(session: Session, done: Drawn, mine: list[Case]) -> tuple[QuotaLine, ...]:
    sheet = documents.draw_sheet_of(session, done.id)
    used = [case.places[done.sample.id].stratum for case in mine]
    found = []
    for quota, line in zip(done.record.strata, sheet.strata, strict=True):
        name = group_name(quota.group)
        left = "" if done.closed else str(line.eligible - used.count(name))
        found.append(QuotaLine(name, line.eligible, line.share, line.drawn, left))
    return tuple(found)


def _words(done: Drawn, shared: int) -> str:
    words = f"{done.record.size} of {done.record.eligible} eligible cases drawn"
    stand = "stands" if shared == 1 else "stand"
    return f"{words}; {shared} of them {stand} in another sample too" if shared else words


def _more(session: Session, done: Drawn) -> str:
    who = inspections.names(session).get(done.author, "")
    by = f" by {who}" if who else ""
    state = "closed: there are no reserves" if done.closed else "open: reserves can take a case’s place"
    return f"Drawn {when(done.time, session.clock())}{by} · seed {done.record.seed} · {state}"
