"""Minimum numbers: how a proportionate share is changed until each group has the cases it must have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.instruments.programme import Stratum
from model.refusal import Refusal

Group = tuple[str, ...]
"""A cross-classified stratum: one value for each way of dividing, "" where the list was blank."""


@dataclass(frozen=True, slots=True)
class Minimum:
    """At least so many cases whose stratum has `value` in this place (0 is the first way of dividing)."""

    place: int
    value: str
    at_least: int

    def covers(self, group: Group) -> bool:
        """True for the strata whose cases count towards it."""
        return group[self.place] == self.value


def minimums_of(strata: Sequence[Stratum]) -> tuple[Minimum, ...]:
    """Return the minimum numbers that the ways of dividing set, in the order of the programme file."""
    return tuple(
        Minimum(place, value, at_least)
        for place, stratum in enumerate(strata)
        for value, at_least in stratum.minimum.items()
    )


def raised(
    drawn: Mapping[Group, int], eligible: Mapping[Group, int], minimums: Sequence[Minimum]
) -> dict[Group, int]:
    """Return the cases of each stratum after every group has its minimum, or all it has where that is less.

    The total stays. In the order of the minimums, and as long as a group lacks cases, one case goes to the
    stratum of that group with the largest remainder (its exact share less what it has), and one comes from
    the stratum outside it with the smallest remainder, among those exchanges that take no group below its
    own minimum or further below it. Of equal remainders the stratum whose name comes first gets, and the one
    whose name comes last gives. Refusal when no exchange is left and a group still lacks cases; seldom, that
    is so though another sharing out would meet every minimum, because only single exchanges are looked at.
    """
    now = dict(drawn)
    for minimum in minimums:
        while _spare(minimum, now, eligible) < 0:
            exchange = _exchange(minimum, now, eligible, minimums)
            if exchange is None:
                raise Refusal(
                    f"The minimum of {minimum.at_least} for “{minimum.value or 'blank'}” cannot be met "
                    f"beside the other minimum numbers with {sum(now.values())} cases.",
                    "Nothing was drawn.",
                    "Draw more cases, or set smaller minimum numbers in the programme file.",
                )
            gets, gives = exchange
            now[gets] += 1
            now[gives] -= 1
    return now


def _exchange(
    minimum: Minimum, now: Mapping[Group, int], eligible: Mapping[Group, int], minimums: Sequence[Minimum]
) -> tuple[Group, Group] | None:
    size, total = sum(now.values()), sum(eligible.values())
    remainder = {group: size * eligible[group] - now[group] * total for group in eligible}
    tight = [each for each in minimums if _spare(each, now, eligible) <= 0]
    into = [group for group in eligible if minimum.covers(group) and now[group] < eligible[group]]
    out = sorted((group for group in eligible if not minimum.covers(group) and now[group]), reverse=True)
    out.sort(key=remainder.__getitem__)
    for gets in sorted(into, key=lambda group: (-remainder[group], group)):
        for gives in out:
            if all(each.covers(gets) or not each.covers(gives) for each in tight):
                return gets, gives
    return None


def _spare(minimum: Minimum, now: Mapping[Group, int], eligible: Mapping[Group, int]) -> int:
    """How many cases a group could give before it would lack one; less than 0 where it lacks some."""
    has = sum(count for group, count in now.items() if minimum.covers(group))
    there = sum(count for group, count in eligible.items() if minimum.covers(group))
    return has - min(minimum.at_least, there)
