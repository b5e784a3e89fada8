"""Who holds which cases while an allocation is being made, and how they are moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from model.allocation.exchange import Exchange, Holding, best_exchange


@dataclass(frozen=True, slots=True)
class Piece:
    """A case to place: its reference, whose officer's group it belongs to, and who may take it.

    A case that somebody holds already has no reference, and nobody may take it; `load` says whether it
    counts as a case (1) or only keeps its officer's other cases with its holder (0).
    """

    reference: str
    officer: str
    allowed: frozenset[str]
    load: int = 1


class Board:
    """Cases placed with inspectors, officer by officer. Every choice depends on sorted names alone."""

    def __init__(self, inspectors: Sequence[str]) -> None:
        self._held: dict[str, dict[str, list[Piece]]] = {inspector: {} for inspector in sorted(inspectors)}

    def load(self, inspector: str) -> int:
        """How many cases that count an inspector holds."""
        return sum(piece.load for pieces in self._held[inspector].values() for piece in pieces)

    def placed(self) -> Mapping[str, tuple[str, ...]]:
        """For each inspector the references of the cases placed, sorted."""
        return {
            inspector: tuple(
                sorted(piece.reference for pieces in groups.values() for piece in pieces if piece.reference)
            )
            for inspector, groups in self._held.items()
        }

    def officers(self, inspector: str) -> Collection[str]:
        """Whose groups an inspector has cases of, held before or placed."""
        return self._held[inspector].keys()

    def hold(self, inspector: str, officer: str, load: int) -> None:
        """Say that an inspector holds a case of an officer's group already; it stays there."""
        self._held[inspector].setdefault(officer, []).append(Piece("", officer, frozenset(), load))

    def place(self, pieces: Sequence[Piece]) -> None:
        """Give an officer's cases to one inspector who may take all, else one by one.

        To one who has cases of the officer already if there is any, and of these to the one with the fewest:
        of the sample first, then of all.
        """
        officer = pieces[0].officer
        whole = frozenset.intersection(*(piece.allowed for piece in pieces))
        if whole:
            self._held[self._fewest(whole, officer)].setdefault(officer, []).extend(pieces)
            return
        for piece in pieces:
            self._held[self._fewest(piece.allowed, officer)].setdefault(officer, []).append(piece)

    def improve(self, *, may_split: bool) -> bool:
        """Make the first exchange between two inspectors that helps; False when none does."""
        for giver, taker in permutations(self._held, 2):
            surplus = self.load(giver) - self.load(taker)
            shared = self._held[giver].keys() & self._held[taker].keys()
            mirrored = surplus < 0 or (surplus == 0 and giver > taker)
            if mirrored or (surplus < 2 and not shared):
                continue
            exchange = best_exchange(self._holdings(giver, taker), surplus, may_split=may_split)
            if exchange is not None:
                self._exchange(giver, taker, exchange)
                return True
        return False

    def _exchange(self, giver: str, taker: str, exchange: Exchange) -> None:
        for officer, amount in exchange.moves:
            if amount > 0:
                self._move(giver, taker, officer, amount)
            else:
                self._move(taker, giver, officer, -amount)

    def pass_on(self) -> bool:
        """Move one case along a chain of inspectors that ends two or more lower; False when there is none.

        Without such a chain no allocation is more even (Harvey and others, Semi-matchings, 2003).
        """
        for start in sorted(self._held, key=lambda inspector: (-self.load(inspector), inspector)):
            chain = self._chain(start)
            if chain:
                for giver, taker in reversed(list(pairwise(chain))):
                    self._move(giver, taker, self._easiest(giver, taker), 1)
                return True
        return False

    def _fewest(self, inspectors: Collection[str], officer: str) -> str:
        def burden(one: str) -> tuple[bool, int, int, str]:
            every = sum(map(len, self._held[one].values()))
            return officer not in self._held[one], self.load(one), every, one

        return min(inspectors, key=burden)

    def _holdings(self, giver: str, taker: str) -> list[Holding]:
        officers = sorted(self._held[giver].keys() | self._held[taker].keys())
        return [
            Holding(
                officer,
                (len(self._held[giver].get(officer, ())), len(self._held[taker].get(officer, ()))),
                (len(self._movable(giver, taker, officer)), len(self._movable(taker, giver, officer))),
            )
            for officer in officers
        ]

    def _movable(self, giver: str, taker: str, officer: str) -> list[Piece]:
        pieces = [piece for piece in self._held[giver].get(officer, ()) if taker in piece.allowed]
        return sorted(pieces, key=lambda piece: piece.reference)

    def _move(self, giver: str, taker: str, officer: str, amount: int) -> None:
        going = self._movable(giver, taker, officer)[:amount]
        gone = {piece.reference for piece in going}
        staying = [piece for piece in self._held[giver][officer] if piece.reference not in gone]
        if staying:
            self._held[giver][officer] = staying
        else:
            del self._held[giver][officer]
        self._held[taker].setdefault(officer, []).extend(going)

    def _chain(self, start: str) -> list[str]:
        """The shortest chain of inspectors from start to one with at least two cases fewer; [] for none."""
        came_from = {start: ""}
        waiting = [start]
        for giver in waiting:
            for taker in self._held:
                if taker not in came_from and self._easiest(giver, taker):
                    came_from[taker] = giver
                    waiting.append(taker)
                    if self.load(taker) <= self.load(start) - 2:
                        return _back(came_from, taker)
        return []

    def _easiest(self, giver: str, taker: str) -> str:
        """The officer whose case goes with the least splitting; "" when the taker may take nothing."""
        officers = [officer for officer in self._held[giver] if self._movable(giver, taker, officer)]
        return min(
            officers,
            key=lambda officer: (
                officer not in self._held[taker],
                len(self._held[giver][officer]),
                officer,
            ),
            default="",
        )


def _back(came_from: Mapping[str, str], end: str) -> list[str]:
    chain = [end]
    while came_from[chain[-1]]:
        chain.append(came_from[chain[-1]])
    return chain[::-1]
