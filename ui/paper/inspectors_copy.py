"""The inspector's copy on paper: every judgement with its reason and its evidence. Not for the officer."""

from collections.abc import Sequence
from typing import Any

from model.documents.dates import date_in_words
from model.documents.inspectors_copy import NOT_FOR_THE_OFFICER, InspectorsCopy, Judged
from model.documents.material import EvidenceNote
from model.documents.stamp import Stamp
from model.documents.wording import Wording
from ui.paper.blocks import (
    Flowables,
    closing,
    gap,
    heading,
    kept,
    line,
    note_meta,
    prose,
    title_block,
    with_mark_in,
)
from ui.paper.fonts import BOLD, width
from ui.paper.page import PageHead, write
from ui.paper.tables import row
from ui.paper.typography import (
    ANSWER,
    ANSWER_QUIET,
    CODE,
    CODE_STRONG,
    HUNG_ITEM,
    HUNG_LABEL,
    HUNG_STRONG,
    KEY_ANSWER,
    KEY_QUESTION,
    LABEL,
    NOTE,
    PROMPT,
    SECTION,
    VIEW,
)

NAME = "Inspector's copy"
DASH = "\u2013"
_ROOM_BESIDE = 150.0
"""An answer that is wider than this (in two lines of its column) stands under its question instead."""


def lay_out(document: InspectorsCopy, stamp: Stamp) -> bytes:
    """Return the inspector's copy as the bytes of a PDF."""
    head = PageHead(NAME, document.about, NOT_FOR_THE_OFFICER, (document.edition,))
    return write(head, stamp, lambda: _story(document))


def _story(document: InspectorsCopy) -> Flowables:
    particulars = [
        ("Assessed by", document.assessor),
        ("State", document.state),
        ("Responsible officer", document.officer),
        ("Local delivery unit", document.unit),
    ]
    story = title_block(NAME, document.about, particulars, NOT_FOR_THE_OFFICER)
    story += _progress(document)
    view = ""
    for section in document.sections:
        if section.view != view:
            view = section.view
            story += heading(view, 110, VIEW)
        story += heading(section.title, 70, SECTION)
        for judged in section.questions:
            story += _judged(judged)
    story += _codes("Set aside by the answers given: nothing is asked", document.set_aside)
    story += _loose(document.loose_notes)
    return [*story, *closing(document.wordings(), [document.edition])]


def _progress(document: InspectorsCopy) -> Flowables:
    done = document.progress
    words = f"{done.words} questions that apply are answered"
    unknown = (
        f"; of {done.not_known_yet} it is not known yet whether they apply" if done.not_known_yet else ""
    )
    story = [*heading("Progress"), line(f"{words}{unknown}.")]
    for label, wordings in document.gaps:
        story += _codes(label, wordings)
    return story


def _codes(label: str, wordings: Sequence[Wording]) -> Flowables:
    if not wordings:
        return []
    return kept(
        [gap(6), line(f"{label} ({len(wordings)})", LABEL), line(", ".join(_code(w) for w in wordings))]
    )


def _code(wording: Wording) -> str:
    return wording.code or wording.text


def _judged(judged: Judged) -> Flowables:
    beside = _fits_beside(judged)
    answer = _answer_cell(judged, beside)
    wording = with_mark_in(judged.wording, KEY_QUESTION if judged.is_key else PROMPT)
    code = line(judged.wording.marked_code, CODE_STRONG if judged.is_key else CODE)
    under = [] if beside else prose(judged.answer, HUNG_STRONG)
    first, rest = judged.notes[:1], judged.notes[1:]
    follows = [*under, *_reasons(judged), *(part for note in first for part in _note(note))]
    story = kept([row(code, wording, answer)], follows)
    return [*story, *(part for note in rest for part in kept([], _note(note))), gap(3)]


def _fits_beside(judged: Judged) -> bool:
    return "\n" not in judged.answer and width(judged.answer, BOLD, ANSWER.fontSize) <= _ROOM_BESIDE


def _answer_cell(judged: Judged, beside: bool) -> list[Any]:
    words = [line(judged.answer, KEY_ANSWER if judged.is_key else ANSWER)] if beside and judged.answer else []
    return [*words, line(judged.standing, ANSWER_QUIET)] if judged.standing else words


def _reasons(judged: Judged) -> Flowables:
    story: Flowables = []
    if judged.reason:
        story += [line("Reason", HUNG_LABEL), *prose(judged.reason, NOTE)]
    if judged.whys:
        story += [line("Not sufficient because", HUNG_LABEL)]
        story += [line(why, HUNG_ITEM, DASH) for why in judged.whys]
    return story


def _note(note: EvidenceNote) -> Flowables:
    day = date_in_words(note.date)
    return [gap(7), note_meta("Evidence", note.source, day), *prose(note.text, NOTE), gap(4)]


def _loose(notes: Sequence[EvidenceNote]) -> Flowables:
    if not notes:
        return []
    story = heading("Evidence on questions that this version of the instrument does not have")
    for note in notes:
        story += kept([line(note.question, HUNG_LABEL)], _note(note))
    return story
