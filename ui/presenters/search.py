"""Searching in every note: what was found, with the words that fit marked, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.instruments.instrument import Instrument, say
from model.journal.entry import FieldKey
from model.refusal import Refusal
from ui.actions.find import Hit, find
from ui.presenters.case_words import moment, who
from ui.presenters.sizes import counted
from ui.reading import cases, fields, inspections
from ui.session import Session

KINDS: Mapping[str, str] = {
    "note": "Evidence note",
    "line": "Chronology",
    "point": "Point to raise",
    "alert": "Alert",
}
OPENS, CLOSES = "⟦", "⟧"
MOST = 200
"""As many as the store gives at once."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, as it is shown: `found` where it is what was searched for."""

    words: str
    found: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of writing that holds all the words, and where it stands."""

    kind: str
    icon: str
    place: str
    """What it was written about, as in "Case 4101" or "Officer Zoë Thompson"."""
    question: str
    """Code and wording of the question it was written at, "" where it belongs to none."""
    about: str
    spans: tuple[Span, ...]
    assessment: str
    at: str
    """The id of the question, "" where it belongs to none."""

    @property
    def snippet(self) -> str:
        """The text without marks, as a screen reader says it."""
        return "".join(span.words for span in self.spans)


@dataclass(frozen=True, slots=True)
class SearchState:
    """What was searched for, what was found, and a line that says how much it is."""

    words: str
    found: tuple[Found, ...]
    said: str


def show(session: Session, words: str) -> SearchState:
    """Search in every evidence note, chronology line, point and alert that this store holds."""
    if not words.strip():
        return SearchState(words, (), "")
    hits = find(session, words) if session.inspection else ()
    places = {hit.written.assessment: _place(session, hit.written.assessment) for hit in hits}
    found = tuple(_found(session, hit, *places[hit.written.assessment]) for hit in hits)
    return SearchState(words, found, _said(len(found)))


def spans(snippet: str) -> tuple[Span, ...]:
    """Cut a snippet at its marks ⟦ and ⟧; a mark without its other half is text like any other."""
    cut: list[Span] = []
    rest = snippet
    while rest:
        start = rest.find(OPENS)
        end = rest.find(CLOSES, start + 1)
        if start < 0 or end < 0:
            cut.append(Span(rest, False))
            break
        cut += [Span(rest[:start], False), Span(rest[start + 1 : end], True)]
        rest = rest[end + 1 :]
    return tuple(span for span in cut if span.words)


def _said(count: int) -> str:
    if not count:
        return "Nothing found. Each word is looked for from its beginning: “child” finds “children”."
    if count >= MOST:
        return f"The first {MOST}, the best match first. Another word narrows it down."
    return f"{counted(count, 'place')}, the best match first. Enter opens one."


def _place(session: Session, assessment: str) -> tuple[str, Instrument | None]:
    """What an assessment is about, and its instrument if this store holds it."""
    try:
        sheet = cases.sheet(session, assessment)
    except Refusal:
        case = _words(session, FieldKey("assessment", assessment, "case"))
        return f"Case {_words(session, FieldKey('case', case, 'number'))}".strip(), None
    return sheet.words[:1].upper() + sheet.words[1:], sheet.instrument


def _words(session: Session, key: FieldKey) -> str:
    held = fields.current(session, [key])[key]
    return held.value if held is not None and isinstance(held.value, str) else ""


def _found(session: Session, hit: Hit, place: str, instrument: Instrument | None) -> Found:
    piece = hit.written
    asked = instrument.questions.get(piece.question) if instrument else None
    today = session.clock().astimezone().date()
    by = who(piece.author, session.author, inspections.names(session))
    return Found(
        KINDS[piece.kind],
        {"note": "evidence", "line": "timeline", "point": "flag", "alert": "alert"}[piece.kind],
        place,
        f"{asked.code}  {say(asked.text)}" if asked else "",
        f"{by}, {moment(piece.time, today)}",
        spans(" ".join(hit.snippet.split())),
        piece.assessment,
        piece.question if asked else "",
    )
