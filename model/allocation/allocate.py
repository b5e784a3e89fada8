"""Sharing drawn cases out evenly, each officer's with one inspector, nobody's with whom it must not be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.allocation.board import Board, Piece
from model.refusal import Refusal


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """A case to be allocated. `officer` says whose it is ("" where the list is blank), `unit` where."""

    reference: str
    officer: str
    unit: str


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
    """For each inspector the references of the cases, sorted; and the officers whose cases were split."""

    cases: Mapping[str, tuple[str, ...]]
    split: tuple[str, ...]

    @property
    def even(self) -> bool:
        """Whether no inspector has two cases more than another; conflicts of interest can prevent it."""
        loads = [len(references) for references in self.cases.values()]
        return max(loads) - min(loads) <= 1


def allocate(
    cases: Sequence[DrawnCase], inspectors: Iterable[str], exclusions: Sequence[Exclusion] = ()
) -> Allocation:
    """Share the cases out as evenly as the exclusions allow, splitting as few officers as it can find.

    Evenness comes first: an officer's cases go to two inspectors only where loads would otherwise be less
    even. The same cases, inspectors and exclusions give the same allocation in whatever order they come.
    (Source: each sampled case is allocated to an inspector, 2018/19 summary report, annex B; an officer
    interviewed by one inspector is asked the general questions once, same report, chapter 2.)

    Raises Refusal when there is nobody to allocate to, a case that nobody may take, or a case that comes
    twice.
    """
    people = sorted(set(inspectors))
    if not people:
        raise Refusal(
            "There is no inspector to allocate cases to.",
            "Nothing was allocated.",
            "Add the inspectors to the team, then allocate.",
        )
    groups = _groups(cases, people, exclusions)
    board = Board(people)
    fair = -(-len(cases) // len(people))
    for pieces in sorted(groups.values(), key=lambda group: (-len(group), group[0].officer)):
        for start in range(0, len(pieces), fair):
            board.place(pieces[start : start + fair])
    while board.improve(may_split=False) or board.improve(may_split=True) or board.pass_on():
        pass
    return _allocation(cases, board.placed())


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
            person for person in people if not any(each.bars(person, case) for each in exclusions)
        )
        if not allowed:
            raise _nobody(case)
        officer = f"officer {case.officer}" if case.officer else f"case {case.reference}"
        groups.setdefault(officer, []).append(Piece(case.reference, officer, allowed))
    return groups


def _nobody(case: DrawnCase) -> Refusal:
    whose = f" of {case.officer}" if case.officer else ""
    where = f" in {case.unit}" if case.unit else ""
    return Refusal(
        f"Nobody in the team may take case {case.reference}{whose}{where}: all have a conflict of interest.",
        "Nothing was allocated.",
        "Add an inspector who may take it, lift a conflict of interest, or replace the case, then allocate.",
    )


def _allocation(cases: Sequence[DrawnCase], placed: Mapping[str, tuple[str, ...]]) -> Allocation:
    taker = {reference: person for person, references in placed.items() for reference in references}
    takers: dict[str, set[str]] = {}
    for case in cases:
        if case.officer:
            takers.setdefault(case.officer, set()).add(taker[case.reference])
    return Allocation(placed, tuple(sorted(officer for officer, people in takers.items() if len(people) > 1)))
