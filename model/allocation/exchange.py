"""Which officers' cases two inspectors should exchange, so that loads even out and few officers are split."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holding:
    """One officer's cases between two inspectors, `first` and `second`.

    `held` counts the cases that each holds, `may_give` those of them that the other one may take.
    """

    officer: str
    held: tuple[int, int]
    may_give: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What to move: for each officer a number of cases, above 0 from the first to the second, below 0 back.

    `unevenness` is what it adds to the sum of the squared loads, `splits` what it adds to the number of extra
    inspectors whom officers meet; below 0 is better.
    """

    unevenness: int
    splits: int
    moves: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way found to move a net number of cases: how it ranks, and the moves, last first."""

    rank: tuple[int, int]
    officer: str = ""
    amount: int = 0
    before: "_Step | None" = None


def best_exchange(holdings: Sequence[Holding], surplus: int, *, may_split: bool) -> Exchange | None:
    """Return the exchange that helps most, or None when none helps.

    `surplus` is how many more cases the first inspector has than the second, 0 or more. First counts
    evenness, then few split officers, then few cases moved. An exchange that adds splits is only looked for
    on `may_split`.
    """

    def merit(net: int) -> tuple[int, int, int]:
        splits, moved = ways[net].rank
        return 2 * net * (net - surplus), splits, moved

    ways = _ways(holdings, surplus)
    best = min((net for net in sorted(ways) if may_split or ways[net].rank[0] <= 0), key=merit)
    unevenness, splits, _ = merit(best)
    return Exchange(unevenness, splits, _moves(ways[best])) if (unevenness, splits) < (0, 0) else None


def _ways(holdings: Sequence[Holding], surplus: int) -> dict[int, _Step]:
    """For each net number of cases that does not add unevenness (0 to surplus), the best way to move it."""
    reach = surplus + max((max(holding.held) for holding in holdings), default=0)
    best = {0: _Step((0, 0))}
    for holding in holdings:
        options = _options(holding)
        grown = dict(best)
        for net, step in best.items():
            for amount, splits in options:
                now = net + amount
                rank = (step.rank[0] + splits, step.rank[1] + abs(amount))
                if abs(now) <= reach and (now not in grown or rank < grown[now].rank):
                    grown[now] = _Step(rank, holding.officer, amount, step)
        best = grown
    return {net: step for net, step in best.items() if 0 <= net <= surplus}


def _options(holding: Holding) -> list[tuple[int, int]]:
    """How many cases of an officer can go either way, and what that adds to the splits."""
    shared = all(holding.held)
    options = []
    for sign, held, may_give in zip((1, -1), holding.held, holding.may_give, strict=True):
        for amount in range(1, may_give + 1):
            left_behind = amount < held
            options.append((sign * amount, left_behind - shared))
    return options


def _moves(step: _Step) -> tuple[tuple[str, int], ...]:
    moves = []
    while step.before is not None:
        moves.append((step.officer, step.amount))
        step = step.before
    return tuple(reversed(moves))
