"""What counts of an instrument: complete assessments of record, of cases and of anything else."""

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.model.documents.varied import LEADERSHIP_TEXT
from tests.model.instruments.small import swapped
from tests.ui.conftest import ANN, INSPECTION, Practice
from ui.actions.answer import answer
from ui.reading import sheets

MEETING = swapped(LEADERSHIP_TEXT, 'about = "inspection"', 'about = "occasion"').replace(
    "leadership", "meeting"
)


def begin(practice: Practice, text: str, number: int, **subject: str) -> str:
    """Ann begins an assessment of something that is no case; its id."""
    fingerprint, made = fingerprint_of(text), f"{number:032x}"
    fields = {**subject, "instrument": fingerprint, "purpose": "first", "holder": ANN}
    practice.office.record(
        Change(FieldKey("instrument", fingerprint, "text"), text),
        *(Change(FieldKey("assessment", made, field), value) for field, value in fields.items()),
    )
    return made


def complete(practice: Practice, assessment: str) -> None:
    practice.ann.record(Change(FieldKey("assessment", assessment, "state"), "complete"))


def test_cases_are_counted_when_complete_and_the_others_say_why_not(practice: Practice) -> None:
    complete(practice, practice.assessments[0])
    held = sheets.held(practice.office)
    instrument = held.instruments["case_supervision"]
    found = sheets.of_sample(held, "case_supervision", instrument)
    assert list(found.sheets) == ["4101"]
    assert found.waiting == {"4102": "nothing received", "4103": "nothing received"}
    assert found.holders["4102"] == (ANN,)
    assert (found.expected, found.outstanding) == (3, 2)
    assert sheets.of_instrument(held, instrument, ["case_supervision"]) == found
    assert sheets.of_sample(held, "court_reports", instrument).expected == 0


def test_what_cannot_be_inspected_is_not_awaited(practice: Practice) -> None:
    practice.ann.record(Change(FieldKey("assessment", practice.assessments[1], "state"), "cannot_inspect"))
    held = sheets.held(practice.office)
    found = sheets.of_sample(held, "case_supervision", held.instruments["case_supervision"])
    assert found.waiting["4102"] == sheets.CANNOT
    assert (found.expected, found.outstanding) == (3, 2)


def test_meetings_are_called_by_their_titles_and_told_apart(practice: Practice) -> None:
    made = [begin(practice, MEETING, number, occasion="Focus group") for number in (51, 52, 53)]
    complete(practice, made[0])
    complete(practice, made[1])
    held = sheets.held(practice.office)
    found = sheets.of_instrument(held, held.instruments["meeting"], [])
    assert list(found.sheets) == ["Focus group", "Focus group (2)"]
    assert found.waiting == {"Focus group (3)": "nothing received"}


def test_the_inspection_itself_is_one_sheet_with_its_answers(practice: Practice) -> None:
    made = begin(practice, LEADERSHIP_TEXT, 61, inspection=INSPECTION)
    answer(practice.ann, made, "led", "good")
    complete(practice, made)
    held = sheets.held(practice.office)
    found = sheets.of_instrument(held, held.instruments["leadership"], [])
    assert {name: answers["led"].value for name, answers in found.sheets.items()} == {
        "Practice inspection": "good"
    }


def test_an_older_version_is_read_by_the_newest(practice: Practice) -> None:
    made = begin(practice, LEADERSHIP_TEXT, 71, inspection=INSPECTION)
    answer(practice.ann, made, "led", "good")
    complete(practice, made)
    newer = swapped(LEADERSHIP_TEXT, 'version = "1.0"', 'version = "1.1"')
    newer = swapped(newer, 'id = "led"\n', 'id = "led_well"\nwas = ["led"]\n')
    practice.office.record(
        Change(FieldKey("instrument", fingerprint_of(newer), "text"), newer),
        Change(FieldKey("inspection", INSPECTION, "version.leadership"), fingerprint_of(newer)),
    )
    held = sheets.held(practice.office)
    (answers,) = sheets.of_instrument(held, held.instruments["leadership"], []).sheets.values()
    assert answers["led_well"].value == "good"
