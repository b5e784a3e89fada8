"""The draw: a proportionate stratified random sample, its order and its reserves, from a seed."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from model.refusal import Refusal
from model.sampling.minimum import Group, Minimum
from model.sampling.strata import Eligible, Quota, quotas
from model.text import hidden_characters


@dataclass(frozen=True, slots=True)
class Place:
    """A case's place in the drawn order: 1 to the size for drawn cases, the numbers after it for reserves."""

    position: int
    reference: str
    group: Group


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample as drawn: its cases in drawn order, all other eligible cases as reserves, the strata table."""

    seed: str
    drawn: tuple[Place, ...]
    reserves: tuple[Place, ...]
    strata: tuple[Quota, ...]

    @property
    def size(self) -> int:
        """How many cases were drawn."""
        return len(self.drawn)


def draw(population: Sequence[Eligible], size: int, seed: str, minimums: Sequence[Minimum] = ()) -> Draw:
    """Draw `size` cases of a population, in an order that depends on the seed and the references alone.

    Every case is ordered by the SHA-256 of its lot (see `lot`), lowest first. Each stratum gives the first
    of its cases in that order, as many as its quota says; together, in that order, they are the drawn
    cases, and all others in that order the reserves. Anyone with the list and the seed can repeat it with
    any tool.

    Raises Refusal for an unusable seed, a size that the population cannot give, a reference that occurs
    twice, or minimum numbers that cannot all be met.
    """
    _check(population, size, seed)
    table = quotas((case.group for case in population), size, minimums)
    left = {quota.group: quota.drawn for quota in table}
    drawn: list[Eligible] = []
    reserves: list[Eligible] = []
    for case in sorted(population, key=lambda case: lot(seed, case.reference)):
        if left[case.group]:
            left[case.group] -= 1
            drawn.append(case)
        else:
            reserves.append(case)
    return Draw(seed, _places(drawn, 1), _places(reserves, size + 1), table)


def lot(seed: str, reference: str) -> str:
    """Return a case's lot: the SHA-256, in hexadecimal, of seed, a vertical bar and reference in UTF-8.

    >>> lot("2018", "J909231")[:8]
    'e29606c6'
    """
    return hashlib.sha256(f"{seed}|{reference}".encode()).hexdigest()


def next_reserve(drawn: Draw, group: Group, used: Collection[str]) -> Place | None:
    """Return the next reserve of a stratum whose reference is not among `used`; None when none is left."""
    return next(
        (place for place in drawn.reserves if place.group == group and place.reference not in used), None
    )


def _places(cases: Sequence[Eligible], first: int) -> tuple[Place, ...]:
    return tuple(Place(position, case.reference, case.group) for position, case in enumerate(cases, first))


def _check(population: Sequence[Eligible], size: int, seed: str) -> None:
    if not seed or seed != " ".join(seed.split()) or hidden_characters(seed):
        raise Refusal(
            "The seed of a draw is one line of plain characters without spaces at its ends.",
            "Nothing was drawn.",
            "Give another seed, or let Casebook make one.",
        )
    if not 1 <= size <= len(population):
        raise Refusal(
            f"{size} cases cannot be drawn from a list of {len(population)}.",
            "Nothing was drawn.",
            "Choose a size between 1 and the number of eligible cases.",
        )
    seen: set[str] = set()
    for case in population:
        if case.reference in seen:
            raise Refusal(
                f"Case {case.reference} is in the list of eligible cases twice.",
                "Nothing was drawn.",
                "Settle in the preview of the list which row counts, then draw.",
            )
        seen.add(case.reference)
