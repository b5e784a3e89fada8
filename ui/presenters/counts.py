"""A person's own counts: how often each key question was answered yes, out of what, and without whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.documents.percentages import per_cent
from model.instruments.instrument import Instrument, say
from model.instruments.measure import Measure
from model.instruments.programme import Programme
from model.measures import Counts, Tally, Why, percentage, possible
from ui.presenters.sizes import counted
from ui.reading import inspections, results
from ui.session import Session

NO_RATINGS = "These are counts of your own cases, and no ratings."
WHY_NONE = (
    "A rating is given to all cases of the inspection together, by rule and at the office. Nobody judges a "
    "case towards it, so these numbers stand on a page of their own."
)
_REASONS: Mapping[Why, str] = {
    Why.NO_NEED: "in which there was no need",
    Why.NOT_APPLICABLE: "not applicable, with a reason",
    Why.SET_ASIDE: "in which it is not asked",
    Why.ANSWERED_OUTSIDE: "answered with what counts neither way",
    Why.NOT_AMONG: "not in the group that this is about",
    Why.NOT_ANSWERED: "not answered yet",
    Why.NOT_KNOWN_YET: "not known yet whether it is asked",
    Why.CONFLICT: "two answers that differ, not decided",
    Why.ASK_AGAIN: "to be answered again",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate: what it counts, and the four answers that every rate gives."""

    code: str
    words: str
    count: str
    percentage: str
    share: int | None
    """Whole per cent, None where no case counts yet."""
    answers: tuple[tuple[str, str], ...]
    """Out of what, without whom, why, and what would change it: the question, and the answer."""


@dataclass(frozen=True, slots=True)
class Group:
    """The rates of one standard."""

    title: str
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class CountsState:
    """What one instrument counts over the cases that this person holds."""

    title: str
    heading: str
    groups: tuple[Group, ...]


def show(session: Session) -> tuple[CountsState, ...]:
    """Return the counts of every instrument this person holds cases of; none before the first bundle."""
    if not session.inspection or not inspections.inspection(session).programme:
        return ()
    programme = inspections.programme(session)
    return tuple(
        CountsState(say(instrument.title), f"Your cases ({held})", _groups(programme, instrument, counts))
        for instrument, held, counts in results.own_counts(session)
        if counts.tallies
    )


def _groups(programme: Programme, instrument: Instrument, counts: Counts) -> tuple[Group, ...]:
    measures = {measure.id: measure for measure in programme.measures if measure.id in counts.tallies}
    found = []
    for standard in programme.standards:
        own = [measures.pop(name) for name in standard.measures if name in measures]
        if own:
            title = f"{standard.code}  {say(standard.title)}"
            found.append(Group(title, _rates(own, instrument, counts)))
    if measures:
        found.append(Group("Other counts", _rates(measures.values(), instrument, counts)))
    return tuple(found)


def _rates(measures: Iterable[Measure], instrument: Instrument, counts: Counts) -> tuple[Rate, ...]:
    return tuple(_rate(measure, instrument, counts.tallies[measure.id]) for measure in measures)


def _rate(measure: Measure, instrument: Instrument, tally: Tally) -> Rate:
    asked = instrument.question(measure.question)
    return Rate(
        measure.code,
        say(asked.text),
        f"{tally.above} of {tally.base}" if tally.base else "none yet",
        per_cent(tally.percentage),
        tally.percentage,
        (
            ("Out of what", _out_of_what(measure, tally)),
            ("Without whom, and why", _without(tally)),
            ("What would change it", _change(tally)),
        ),
    )


def _out_of_what(measure: Measure, tally: Tally) -> str:
    cases = counted(tally.base, "case")
    return f"{cases} of your {tally.cases}. {say(measure.base)}"


def _without(tally: Tally) -> str:
    if not tally.outside:
        return "Nobody: each of your cases counts here."
    parts = ((len(labels), _REASONS[why], sorted(labels)) for why, labels in tally.outside.items())
    return " ".join(f"{count} {reason}: {', '.join(labels)}." for count, reason, labels in parts)


def _change(tally: Tally) -> str:
    yes, no = (per_cent(percentage(tally.above + more, tally.base + 1)) for more in (1, 0))
    parts = [f"One more case answered yes makes it {yes}, one more answered no {no}."]
    if tally.unsettled:
        reach = possible(tally, 0)
        parts.append(
            f"{counted(tally.unsettled, 'case')} may still come to count: then it lies between "
            f"{per_cent(reach.lowest)} and {per_cent(reach.highest)}."
        )
    return " ".join(parts)
