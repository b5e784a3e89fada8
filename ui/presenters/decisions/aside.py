"""What is kept aside and does not count: branches to decide about, and entries that only need explaining."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from model.inspections import Person
from model.journal.entry import Entry
from ui.actions import decide
from ui.actions.decide import Aside
from ui.presenters.case_words import moment, who
from ui.presenters.sizes import counted
from ui.reading import aside, inspections
from ui.reading.aside import Came
from ui.session import Session

FORK, NOT_AUTHORISED = "fork", "not authorised"
_NOUNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "note": ("evidence note", "evidence notes"),
        "line": ("chronology line", "chronology lines"),
        "point": ("point to raise", "points to raise"),
        "alert": ("alert", "alerts"),
        "print": ("print", "prints"),
        "answer": ("answer", "answers"),
    }
)

_BRANCHED = (
    "The work of {person} has two branches: their store was copied, or put back from a copy, and both went "
    "on. One branch is in; the other, {number}, is kept aside whole. Nothing is lost."
)
_TAKING_IN = (
    "Taking it in adds it as a stream of its own. Where both branches recorded different things in the same "
    "field, that becomes a conflict and is listed here; everything else is added."
)
_UNVOUCHED = "{number} of {person} came in a bundle of somebody who cannot vouch for them."
_NOTHING_TO_DECIDE = (
    "There is nothing to decide. They count as soon as their maker, or the lead inspector, sends them."
)
_UNKNOWN = "{number} of {person} of a kind that this version of Casebook does not know."
_NEWER = "They are kept and count nowhere. A newer Casebook will show them."
_UNAUTHORISED = "{number} of {person} that their role in this inspection does not record."
_ROLE = "They are kept and count nowhere. If the role is wrong, change it on the team page: then they count."


@dataclass(frozen=True, slots=True)
class AsideView:
    """One thing kept aside: what happened, what it means, what it holds, and what can be done."""

    stream: str
    person: str
    entries: int
    is_branch: bool
    happened: str
    means: str
    holds: str
    came: str


def views(session: Session) -> tuple[AsideView, ...]:
    """Return the branches kept aside first, then the entries that only need explaining."""
    people, names = inspections.people(session), inspections.names(session)
    bundles, today = aside.came(session), session.clock().astimezone().date()
    kept = [_kept(session, one, people, names, bundles.get(one.bundle), today) for one in _by_stream(session)]
    return (*sorted(kept, key=lambda view: not view.is_branch), *_listed(session, names, today))


def take_in(session: Session, view: AsideView) -> int:
    """Take a branch in as a new stream and return how many entries it had."""
    return decide.take_in_fork(session, view.stream)


def branches(session: Session) -> int:
    """Return how many branches wait for a decision."""
    return len({one.stream for one in decide.kept_aside(session) if one.why == FORK})


def _by_stream(session: Session) -> Iterable[Aside]:
    """Each stream once, with the bundle that brought it first."""
    found: dict[tuple[str, str], Aside] = {}
    for one in decide.kept_aside(session):
        found.setdefault((one.stream, one.why), one)
    return found.values()


def _kept(
    session: Session,
    one: Aside,
    people: Iterable[Person],
    names: Mapping[str, str],
    bundle: Came | None,
    today: date,
) -> AsideView:
    maker = next((person.name for person in people if one.stream.startswith(person.id[:16])), "")
    person = maker or "Somebody not on the list of people"
    came = ""
    if bundle is not None:
        sender = who(bundle.sender, session.author, names)
        came = f"Brought by a bundle from {sender}, {moment(bundle.time, today)}."
    entries = aside.branch(session, one.stream, one.why, one.bundle)
    holds = _holds(entries, today)
    number = counted(one.entries, "entry", "entries")
    is_branch = one.why == FORK
    words = (_BRANCHED if is_branch else _UNVOUCHED).format(person=person, number=number)
    means = _TAKING_IN if is_branch else _NOTHING_TO_DECIDE
    return AsideView(one.stream, person, one.entries, is_branch, words, means, holds, came)


def _holds(entries: Iterable[Entry], today: date) -> str:
    """Say what entries are about: "2 evidence notes, 1 answer, recorded 8 Oct, 11:46 to 8 Oct, 11:47"."""
    bodies = [entry.recorded for entry in entries if entry.body is not None]
    if not bodies:
        return ""
    subjects = Counter(
        kind for kind, _ in {(_noun(body.key.kind, body.key.field), body.key.id) for body in bodies}
    )
    parts = [
        counted(count, *_NOUNS.get(kind, (kind, f"{kind} fields")))
        for kind, count in sorted(subjects.items())
    ]
    times = sorted(body.time for body in bodies)
    first, last = moment(times[0], today), moment(times[-1], today)
    return f"It holds {', '.join(parts)}, recorded {first if first == last else f'{first} to {last}'}."


def _noun(kind: str, field: str) -> str:
    return "answer" if kind == "assessment" and field.startswith("answer.") else kind


def _listed(session: Session, names: Mapping[str, str], today: date) -> list[AsideView]:
    """Entries in the journal that count nowhere, by author and reason."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry, why in aside.listed(session):
        groups.setdefault((entry.recorded.author, why), []).append(entry)
    found = []
    for (author, why), entries in sorted(groups.items()):
        person = who(author, session.author, names)
        is_unknown = why != NOT_AUTHORISED
        words = (_UNKNOWN if is_unknown else _UNAUTHORISED).format(
            person=person, number=counted(len(entries), "entry", "entries")
        )
        means = _NEWER if is_unknown else _ROLE
        found.append(AsideView("", person, len(entries), False, words, means, _holds(entries, today), ""))
    return found
