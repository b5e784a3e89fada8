"""What a table of results says in its footnotes: who is left out of a figure, and why; what is small."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.documents.reported import Reported, each_is
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.measures import Mean, Tally, Why


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered footnote and the ids of the standards and measures whose rows carry its mark."""

    number: int
    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteOn:
    """Something to say of one row; notes of one `heading` are gathered under one number.

    Where the heading says it all, the text is empty.
    """

    row: str
    text: str
    heading: str = ""


SUB_SAMPLE = "Calculated on the relevant cases, not on the whole sample. "
UNSETTLED = "Left out until settled. "
NOTHING_COUNTS = "Left out of the mean, because no case counts in it. "


def notes_on(found: Reported, measure: Measure, *, base_beside: bool) -> Iterator[NoteOn]:
    """What there is to say of a measure's row; `base_beside` where its base is in words beside it already."""
    result = found.result(measure.id)
    if isinstance(result, Mean):
        if result.without_base:
            codes = ", ".join(found.programme.measure(name).code for name in result.without_base)
            yield NoteOn(measure.id, f"{measure.code}: without {codes}.", NOTHING_COUNTS)
        return
    base = result.base if isinstance(result, Tally) else result.count
    settled, waiting = outside_in_words(result.outside)
    if settled and not base_beside:
        everybody = base + sum(len(labels) for labels in result.outside.values())
        text = f"{measure.code}: {base} of {everybody} ({settled}). {say(measure.base)}"
        yield NoteOn(measure.id, text.strip(), SUB_SAMPLE)
    if waiting:
        yield NoteOn(measure.id, f"{measure.code}: {waiting}.", UNSETTLED)
    if isinstance(result, Tally) and found.is_small(base):
        yield NoteOn(measure.id, "", small_base(base))


def small_base(base: int) -> str:
    """The warning that rows of one small base share."""
    return f"Small base: of {base}, {each_is(base)}."


def outside_in_words(outside: Mapping[Why, tuple[str, ...]]) -> tuple[str, str]:
    """Who is outside a base for good, and who only for now: "3 no need, 1 not applicable"; "" for nobody."""
    parts: dict[bool, list[str]] = {False: [], True: []}
    for why, cases in outside.items():
        parts[why.is_unsettled].append(f"{len(cases)} {why.value}")
    return ", ".join(parts[False]), ", ".join(parts[True])


def footnotes_for(notes: Iterable[NoteOn]) -> tuple[Footnote, ...]:
    """Number the notes in the order in which they first occur; those of one heading share a number."""
    gathered: dict[tuple[str, str], list[NoteOn]] = {}
    for note in notes:
        gathered.setdefault((note.heading, "" if note.heading else note.row), []).append(note)
    return tuple(
        Footnote(
            number,
            heading + " ".join(dict.fromkeys(note.text for note in group)),
            tuple(note.row for note in group),
        )
        for number, ((heading, _), group) in enumerate(gathered.items(), start=1)
    )
