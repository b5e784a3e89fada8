"""The inspector's copy holds every judgement, reason and note of an assessment, and says what is missing."""

from model.answers import NOT_APPLICABLE, Answer
from model.documents.inspectors_copy import InspectorsCopy, Judged, inspectors_copy
from model.documents.material import CaseFacts, EvidenceNote
from model.instruments.conditions import Is
from model.instruments.instrument import (
    Instrument,
    Kind,
    Line,
    Option,
    Part,
    Question,
    Section,
    Standing,
    View,
)

YES = Option("yes", {"en": "Yes"}, "y", Line.ABOVE)
NO = Option("no", {"en": "No"}, "n", Line.BELOW)
WHYS = (Option("late", {"en": "Too late"}, "1"), Option("thin", {"en": "Too thin"}, "2"))
CASE = CaseFacts("K7QX-2M", "Zoë Thompson", "Cheshire West")


def _question(name: str, part: Part, **more: object) -> Question:
    options = WHYS if part is Part.WHY else (YES, NO)
    kind = Kind.SEVERAL if part is Part.WHY else Kind.JUDGEMENT
    return Question(name, name.upper(), part, kind, {"en": f"Is {name}?"}, options, **more)  # type: ignore[arg-type]


PROMPT = _question("prompt", Part.PROMPT, letter=Standing.PROVISIONAL, allows_not_applicable=True)
KEY = _question("key", Part.KEY)
WHY = _question("why", Part.WHY, parent="key", when=Is("key", ("no",)))
LATER = _question("later", Part.KEY, when=Is("key", ("yes",)))
INSTRUMENT = Instrument(
    "i",
    "f",
    {"en": "Tool"},
    "1.0",
    "Licence",
    (View("v", {"en": "View"}, (Section("s", {"en": "Section"}, (PROMPT, KEY, WHY, LATER)),)),),
    "ab" * 32,
)


def _copy(answers: dict[str, Answer], *notes: EvidenceNote) -> InspectorsCopy:
    return inspectors_copy(INSTRUMENT, CASE, answers, notes, assessor="A. Inspector", state="judged")


def _judged(copy: InspectorsCopy) -> dict[str, Judged]:
    return {each.wording.question: each for section in copy.sections for each in section.questions}


def test_a_judgement_stands_with_its_whys_and_notes() -> None:
    note, on_why = EvidenceNote("key", "seen", "OASys", "2018-04-23"), EvidenceNote("why", "also")
    copy = _copy({"key": Answer("no"), "why": Answer(("thin", "late"))}, note, on_why)
    key = _judged(copy)["key"]
    assert (key.answer, key.whys, key.notes) == ("No", ("Too late", "Too thin"), (note, on_why))
    assert key.is_key
    assert "why" not in _judged(copy)


def test_not_applicable_keeps_its_reason() -> None:
    prompt = _judged(_copy({"prompt": Answer(NOT_APPLICABLE, "nobody else involved")}))["prompt"]
    assert (prompt.answer, prompt.reason, prompt.standing) == ("Not applicable", "nobody else involved", "")


def test_whys_that_are_set_aside_do_not_explain_a_yes_but_are_kept() -> None:
    judged = _judged(_copy({"key": Answer("yes"), "why": Answer(("late",))}))
    assert judged["key"].whys == ()
    assert (judged["why"].answer, judged["why"].standing) == ("Too late", "Set aside")


def test_a_why_with_a_reason_or_in_conflict_speaks_for_itself() -> None:
    with_reason = _judged(_copy({"key": Answer("no"), "why": Answer(("late",), "a reason")}))
    assert with_reason["why"].reason == "a reason"
    in_conflict = _judged(_copy({"key": Answer("no"), "why": Answer(("late",), conflict=True)}))
    assert in_conflict["why"].standing.startswith("In conflict")


def test_a_conflict_shows_neither_side_and_is_a_gap() -> None:
    copy = _copy({"key": Answer("yes", conflict=True)})
    key = _judged(copy)["key"]
    assert key.answer == ""
    assert key.standing.startswith("In conflict")
    assert [(label[:11], [wording.code for wording in wordings]) for label, wordings in copy.gaps] == [
        ("In conflict", ["KEY"]),
        ("Not yet ans", ["PROMPT"]),
        ("Not known y", ["WHY", "LATER"]),
    ]


def test_what_is_set_aside_without_an_answer_is_only_listed() -> None:
    copy = _copy({"key": Answer("no")})
    assert [wording.code for wording in copy.set_aside] == ["LATER"]
    assert "later" not in _judged(copy)
    kept = _copy({"key": Answer("no"), "later": Answer("yes")})
    assert (_judged(kept)["later"].answer, _judged(kept)["later"].standing) == ("Yes", "Set aside")
    noted = _copy({"key": Answer("no")}, EvidenceNote("later", "kept"))
    assert _judged(noted)["later"].notes[0].text == "kept"


def test_progress_counts_what_applies() -> None:
    copy = _copy({"key": Answer("yes"), "prompt": Answer("no")})
    assert (copy.progress.answered, copy.progress.asked, copy.progress.not_known_yet) == (2, 3, 0)


def test_a_note_on_a_question_of_another_version_is_not_lost() -> None:
    note = EvidenceNote("long gone", "still here")
    assert _copy({}, note).loose_notes == (note,)


def test_every_note_of_the_real_instrument_is_printed_once(instrument: Instrument) -> None:
    notes = [EvidenceNote(question, f"note {question}") for question in instrument.questions]
    answers = {
        question.id: Answer("no")
        for question in instrument.questions.values()
        if question.part is Part.KEY and question.option("no") is not None
    }
    copy = inspectors_copy(instrument, CASE, answers, notes)
    printed = [note.text for each in _judged(copy).values() for note in each.notes]
    assert sorted(printed) == sorted(note.text for note in notes)
    told = {wording.question for wording in copy.wordings()}
    assert told == set(instrument.questions)
