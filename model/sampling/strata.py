"""Strata: which one a case belongs to, and how many cases of each are drawn."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.instruments.programme import Stratum
from model.sampling.minimum import Group, Minimum, raised

_BLANK = "blank"
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Eligible:
    """A case that can be drawn: the provider's reference and its stratum."""

    reference: str
    group: Group


@dataclass(frozen=True, slots=True)
class Quota:
    """One line of the strata table: how many cases of a stratum are eligible, how many of them drawn."""

    group: Group
    eligible: int
    drawn: int


def group_name(group: Group) -> str:
    """Return how a stratum is called on screen and paper.

    >>> group_name(("Male", "", "Medium"))
    'Male · blank · Medium'
    """
    return _BETWEEN.join(value or _BLANK for value in group) or "all cases"


def eligible_cases(lines: Iterable[Mapping[str, str]], strata: Sequence[Stratum]) -> tuple[Eligible, ...]:
    """Return the cases of a list with their strata, in the order of the list.

    `lines` hold for each case its canonical values by field, "reference" among them. A value that a stratum
    does not group is a group of its own, and so is a blank (DESIGN section 5; programme file).
    """
    return tuple(
        Eligible(
            line["reference"],
            tuple(each.groups.get(line.get(each.field, ""), line.get(each.field, "")) for each in strata),
        )
        for line in lines
    )


def quotas(groups: Iterable[Group], size: int, minimums: Sequence[Minimum] = ()) -> tuple[Quota, ...]:
    """Share `size` cases out over the strata in proportion to the eligible ones, by largest remainder.

    Counted in whole numbers, so that nothing depends on rounding; of equal remainders the stratum whose
    name comes first gets the case. A stratum gets its exact share rounded down or up, and never more than
    it has. Then groups below their minimum are raised to it (see `minimum.raised`; Refusal where that cannot
    be). Sorted by stratum. `size` lies between 0 and the number of cases (ValueError otherwise).
    """
    eligible = Counter(groups)
    total = eligible.total()
    if not 0 <= size <= total:
        raise ValueError((size, total))
    if total == 0:
        return ()
    drawn = {group: size * count // total for group, count in eligible.items()}
    by_remainder = sorted(eligible, key=lambda group: (-(size * eligible[group] % total), group))
    for group in by_remainder[: size - sum(drawn.values())]:
        drawn[group] += 1
    drawn = raised(drawn, eligible, minimums)
    return tuple(Quota(group, eligible[group], drawn[group]) for group in sorted(eligible))
