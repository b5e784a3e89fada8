"""Everything that waits for a decision, what is kept aside, and what was decided, as one list."""

from dataclasses import dataclass

from ui.actions import decide
from ui.presenters.case_words import Said
from ui.presenters.decisions import aside, conflicts, twice
from ui.presenters.decisions.aside import AsideView
from ui.presenters.decisions.conflicts import ConflictView
from ui.presenters.decisions.twice import TwiceView
from ui.session import Session

OPEN, ASIDE, DECIDED = "open", "aside", "decided"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list. `view` is what is shown of it beside the list."""

    id: str
    group: str
    """OPEN, ASIDE or DECIDED."""
    case: str
    words: str
    said: Said
    view: ConflictView | TwiceView | AsideView


@dataclass(frozen=True, slots=True)
class DecisionsState:
    """What the page shows: all items, and how many there are of each group."""

    items: tuple[Item, ...]
    undecided: int

    def of(self, group: str) -> tuple[Item, ...]:
        """The items of one group."""
        return tuple(item for item in self.items if item.group == group)


def show(session: Session) -> DecisionsState:
    """Return everything to decide, kept aside or decided: conflicts, then double work, then branches."""
    items = (
        *(_conflict(view) for view in conflicts.views(session)),
        *(_twice(view) for view in twice.views(session)),
        *(_aside(view) for view in aside.views(session)),
    )
    return DecisionsState(items, sum(item.group == OPEN for item in items))


def undecided(session: Session) -> int:
    """Return how many conflicts, cases of double work and branches wait for a decision."""
    waiting = sum(not work.chosen for work in decide.work_done_twice(session))
    return len(decide.conflicts(session)) + waiting + aside.branches(session)


def _conflict(view: ConflictView) -> Item:
    return Item(
        "/".join(view.key),
        OPEN,
        view.number,
        f"{f'{view.name}, ' if view.name else ''}{view.about}: recorded differently",
        Said("Conflict", "attention", "conflict"),
        view,
    )


def _twice(view: TwiceView) -> Item:
    group = DECIDED if view.chosen else OPEN
    said = Said("Decided", "sufficient") if view.chosen else Said("Double work", "attention", "double")
    words = "Assessed twice" if view.number else f"{view.name[:1].upper()}{view.name[1:]}: assessed twice"
    return Item(f"{view.subject}/{view.instrument}", group, view.number, words, said, view)


def _aside(view: AsideView) -> Item:
    if view.is_branch:
        said = Said("Branch", "attention", "merge")
        return Item(f"branch/{view.stream}", OPEN, "", f"Branch of {view.person}", said, view)
    words = f"{view.entries} of {view.person}"
    return Item(
        f"aside/{view.stream}/{view.happened}", ASIDE, "", words, Said("Kept aside", "", "set_aside"), view
    )
