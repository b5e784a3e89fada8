"""Sharing drawn cases out evenly, each officer's with one inspector, nobody's with whom it must not be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.allocation.board import Board, Piece
from model.refusal import Refusal


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """A case to be allocated. `officer` says whose it is ("" where the list is blank), `unit` where.

    `holder` is whoever holds it already as a case of another sample: it goes to them.
    """

    reference: str
    officer: str
    unit: str
    holder: str = ""


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case that an inspector holds before; `counts` in the loads, where it is of the same sample."""

    inspector: str
    officer: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A conflict of interest: `inspector` takes no case of this officer, this unit, or both together.

    One of `officer` and `unit` may be "", which means any. Both empty is a ValueError.
    """

    inspector: str
    officer: str = ""
    unit: str = ""

    def __post_init__(self) -> None:
        if not self.officer and not self.unit:
            raise ValueError(self.inspector)

    def bars(self, inspector: str, case: DrawnCase) -> bool:
        """Whether it keeps this case from this inspector."""
        return (
            inspector == self.inspector
            and self.officer in ("", case.officer)
            and self.unit in ("", case.unit)
        )


@dataclass(frozen=True, slots=True)
class Allocation:
    """For each inspector the references of the cases, sorted; and the officers whose cases were split.

    `loads` counts for each inspector these cases and those of the sample that were held before.
    """

    cases: Mapping[str, tuple[str, ...]]
    split: tuple[str, ...]
    loads: Mapping[str, int]


def allocate(
    cases: Sequence[DrawnCase],
    inspectors: Iterable[str],
    exclusions: Sequence[Exclusion] = (),
    held: Sequence[HeldCase] = (),
) -> Allocation:
    """Share the cases out as evenly as the exclusions allow, splitting as few officers as it can find.

    A case with a holder goes to that person, whether among the inspectors or not: one case is never with
    two. For the others evenness comes first, counting what is held of the sample before: an officer's cases
    go to two inspectors only where loads would otherwise be less even. The same cases, inspectors and
    exclusions give the same allocation in whatever order they come. (Source: each sampled case is allocated
    to an inspector, 2018/19 summary report, annex B; an officer interviewed by one inspector is asked the
    general questions once, same report, chapter 2.)

    Raises Refusal when there is nobody to allocate to, a case that nobody may take, a case that its holder
    must not take, or a case that comes twice.
    """
    taking = sorted(set(inspectors))
    people = sorted({*taking, *(case.holder for case in cases if case.holder)})
    if not people:
        raise Refusal(
            "There is no inspector to allocate cases to.",
            "Nothing was allocated.",
            "Add the inspectors to the team, then allocate.",
        )
    groups = _groups(cases, taking, exclusions)
    board = Board(people)
    for one in held:
        if one.inspector in people:
            board.hold(one.inspector, _officer(one.officer, ""), int(one.counts))
    fair = max(-(-len(cases) // len(people)), 1)
    for pieces in sorted(groups.values(), key=lambda group: (-len(group), group[0].officer)):
        for start in range(0, len(pieces), fair):
            board.place(pieces[start : start + fair])
    while board.improve(may_split=False) or board.improve(may_split=True) or board.pass_on():
        pass
    return _allocation(cases, board)


def _groups(
    cases: Sequence[DrawnCase], people: Sequence[str], exclusions: Sequence[Exclusion]
) -> Mapping[str, list[Piece]]:
    """The cases by officer; a case without one is a group by itself."""
    groups: dict[str, list[Piece]] = {}
    seen: set[str] = set()
    for case in sorted(cases, key=lambda case: case.reference):
        if case.reference in seen:
            raise Refusal(
                f"Case {case.reference} is to be allocated twice.",
                "Nothing was allocated.",
                "Settle which of the two counts, then allocate.",
            )
        seen.add(case.reference)
        allowed = frozenset(
            person
            for person in ([case.holder] if case.holder else people)
            if not any(each.bars(person, case) for each in exclusions)
        )
        if not allowed:
            raise _nobody(case)
        officer = _officer(case.officer, case.reference)
        groups.setdefault(officer, []).append(Piece(case.reference, officer, allowed))
    return groups


def _officer(officer: str, reference: str) -> str:
    """The name of a group: the cases of one officer, or a case without one by itself."""
    return f"officer {officer}" if officer else f"case {reference}"


def _nobody(case: DrawnCase) -> Refusal:
    whose = f" of {case.officer}" if case.officer else ""
    where = f" in {case.unit}" if case.unit else ""
    if case.holder:
        return Refusal(
            f"Case {case.reference}{whose}{where} is with somebody already, as a case of another sample, who "
            "has a conflict of interest.",
            "Nothing was allocated.",
            "Give the case to somebody else, lift the conflict of interest, or replace the case, then "
            "allocate.",
        )
    return Refusal(
        f"Nobody in the team may take case {case.reference}{whose}{where}: all have a conflict of interest.",
        "Nothing was allocated.",
        "Add an inspector who may take it, lift a conflict of interest, or replace the case, then allocate.",
    )


def _allocation(cases: Sequence[DrawnCase], board: Board) -> Allocation:
    placed = board.placed()
    officers = {case.officer for case in cases if case.officer}
    split = (
        officer
        for officer in officers
        if sum(_officer(officer, "") in board.officers(person) for person in placed) > 1
    )
    return Allocation(placed, tuple(sorted(split)), {person: board.load(person) for person in placed})
