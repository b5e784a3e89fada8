"""The inspector's copy on paper: marked on every page, nothing lost, no question parted from its answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.answers import Answer
from model.documents.inspectors_copy import InspectorsCopy, inspectors_copy
from model.documents.material import CaseFacts, EvidenceNote
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument, Kind, Option, Part, Question, Section, View
from ui.paper.inspectors_copy import lay_out

MARK = "Inspector's copy: not to be shown to the officer"


def _answered(instrument: Instrument) -> dict[str, Answer]:
    return {
        question.id: Answer((question.options[0].code,))
        if question.kind is Kind.SEVERAL
        else Answer("no" if question.option("no") else question.options[0].code)
        for question in instrument.questions.values()
    }


def _copy(instrument: Instrument, case: CaseFacts, *notes: EvidenceNote) -> InspectorsCopy:
    return inspectors_copy(
        instrument, case, _answered(instrument), notes, assessor="A. Inspector", state="Judged"
    )


def test_every_page_says_that_it_is_not_for_the_officer(
    instrument: Instrument,
    case: CaseFacts,
    stamp: Stamp,
    read: Callable[[bytes], Any],
    qpdf_check: Callable[[bytes], None],
) -> None:
    pdf = lay_out(_copy(instrument, case), stamp)
    pages = read(pdf).pages
    assert len(pages) > 3
    assert all(MARK in page and "Case K7QX-2M" in page for page in pages)
    qpdf_check(pdf)


def test_judgements_whys_and_evidence_are_on_it(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    note = EvidenceNote(
        "assess_engage", "Works <nights>.\n\nNo self-assessment.", "OASys & log", "2018-04-23"
    )
    loose = EvidenceNote("from another version", "Kept all the same.")
    words = read(lay_out(_copy(instrument, case, note, loose), stamp)).words
    why = instrument.question("assess_engage_why").options[0].label["en"]
    for said in (
        why,
        "Works <nights>.",
        "No self-assessment.",
        "OASys & log · 23 April 2018",
        "from another version",
        "Kept all the same.",
        "questions that apply are answered",
    ):
        assert "".join(said.split()) in words, said
    for question in instrument.questions.values():
        if question.part is Part.KEY:
            assert "".join(question.text["en"].split()) in words


def test_what_is_missing_is_listed(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    answers = _answered(instrument)
    del answers["assess_desistance"]
    answers["plan_engage"] = replace(answers["plan_engage"], conflict=True)
    first = read(lay_out(inspectors_copy(instrument, case, answers, []), stamp)).bodies[0]
    assert "Not yet answered (1)" in first
    assert "In conflict: different answers are recorded (1)" in first
    assert "2.1.2" in first


def test_a_note_of_five_thousand_words_flows(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    text = " ".join(f"word{number}" for number in range(5_000))
    found = read(lay_out(_copy(instrument, case, EvidenceNote("assess_safety", text, "OASys")), stamp)).words
    assert "".join(text.split()) in found


def _many(lengths: list[int]) -> tuple[Instrument, list[EvidenceNote]]:
    """An instrument of as many questions as there are lengths, each with a note of that many words."""
    options = tuple(Option(f"o{number}", {"en": f"Answer{number}."}, "1") for number in range(len(lengths)))
    questions = tuple(
        Question(f"q{number}", f"{number}", Part.KEY, Kind.CHOICE, {"en": f"Wording{number}?"}, options)
        for number in range(len(lengths))
    )
    notes = [
        EvidenceNote(f"q{number}", f"Note{number}. " + "word " * length)
        for number, length in enumerate(lengths)
    ]
    view = View("v", {"en": "View"}, (Section("s", {"en": "Section"}, questions),))
    return Instrument("i", "f", {"en": "Tool"}, "1", "", (view,), "0" * 64), notes


@settings(max_examples=40)
@example(lengths=[98, 98, 102, 148, 338, 652, 688, 768, 768, 768, 100, 34])  # three lines at a page's end
@given(lengths=st.lists(st.integers(0, 900), min_size=6, max_size=14))
def test_no_question_is_parted_from_its_answer_or_the_beginning_of_its_evidence(
    lengths: list[int], case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    instrument, notes = _many(lengths)
    answers = {f"q{number}": Answer(f"o{number}") for number in range(len(lengths))}
    bodies = read(lay_out(inspectors_copy(instrument, case, answers, notes), stamp)).bodies
    for number in range(len(lengths)):
        on = next(body for body in bodies if f"Wording{number}?" in body)
        assert f"Answer{number}." in on
        assert f"Note{number}." in on
