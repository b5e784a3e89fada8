"""The office's own words and another language, on a real store: a new version by the one mechanism."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.documents.reported import rules
from model.documents.wording import not_supplied
from model.instruments.instrument import Standing
from model.refusal import Refusal
from storage.tables.reading import read_table_file
from storage.tables.writing import Sheet, write_csv
from tests.office import Office, set_up, small_list
from ui.actions import answer, issue_version, reword
from ui.presenters import interview
from ui.presenters.assessment.question import question
from ui.presenters.assessment.state import show
from ui.reading import cases, documents, inspections, results

ID, KEY = "case_supervision", "assess_engage"
ANN = "Ann Archer"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An inspection whose team has its cases."""
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6).allocate()
    yield made.hand_out()
    made.close()


def put(office: Office, words: str, place: str = "text", question: str = KEY) -> issue_version.Proposed:
    change = reword.own_words(office.session, ID, question, place, "en", words)
    proposed = reword.propose(office.session, ID, [change])
    issue_version.issue(office.session, proposed, "Our words.")
    return proposed


def test_the_offices_wording_travels_and_says_whose_it_is(office: Office) -> None:
    ann = office.people[ANN]
    one = next(id for id, (held, _) in cases.assessments(ann).items() if held.holder == ann.author)
    answer.answer(ann, one, KEY, "yes")
    proposed = put(office, "Is the person engaged?", question="2.1.1")
    assert not proposed.difference.asked_again
    office.hand_out()
    sheet = cases.sheet(ann, one)
    asked = sheet.instrument.question(KEY)
    assert (asked.text["en"], asked.wording) == ("Is the person engaged?", Standing.OFFICE)
    assert sheet.answers[KEY].value == "yes"
    (report, *_) = results.reports(office.session)
    assert "In the office's own wording: 2.1.1." in tuple(rules(report.found))


def test_versions_count_up_and_the_first_words_can_be_put_back(office: Office) -> None:
    first = reword.original(office.session, ID, KEY, "text")
    where = reword.original(office.session, ID, KEY, "guidance.where")
    assert put(office, "Is the person engaged?").after.version == "1.1"
    assert put(office, "In the file.", "guidance.where").after.version == "1.2"
    held = inspections.standing_versions(office.session)[ID].question(KEY)
    assert (held.wording, held.guidance_standing) == (Standing.OFFICE, Standing.OFFICE)
    put(office, first)
    put(office, where, "guidance.where")
    held = inspections.standing_versions(office.session)[ID].question(KEY)
    begun = inspections.instrument(
        office.session,
        min(
            inspections.versions(office.session), key=lambda one: one.version if one.id == ID else "9"
        ).fingerprint,
    ).question(KEY)
    assert held == begun


def test_a_table_goes_out_and_comes_back_as_a_version_with_welsh(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    assert reword.export_translations(office.session, ID, file) > 500
    with pytest.raises(Refusal, match="nothing to change"):
        reword.import_translations(office.session, ID, file)
    table = read_table_file(file)
    rows = [
        (*row[:4], "[Welsh]") if tuple(row[:2]) == (f"question {KEY}", "text") else tuple(row)
        for row in table.rows
    ]
    file.write_bytes(write_csv(Sheet("Wordings", table.header, rows)))
    proposed = reword.import_translations(office.session, ID, file)
    (only,) = proposed.difference.questions
    assert (only.id, [change.language for change in only.changes]) == (KEY, ["cy"])
    issue_version.issue(office.session, proposed, "Welsh.")
    asked = inspections.standing_versions(office.session)[ID].question(KEY)
    assert asked.text["cy"] == "[Welsh]"
    assert asked.wording is Standing.PUBLISHED


def test_what_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="no question"):
        reword.own_words(office.session, ID, "gone", "text", "en", "?")
    with pytest.raises(Refusal, match="no instrument"):
        reword.own_words(office.session, "gone", KEY, "text", "en", "?")
    with pytest.raises(Refusal, match="nothing to change"):
        reword.propose(office.session, ID, [])


def test_sheets_interviews_and_papers_are_read_in_welsh_and_name_what_is_not(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "words.csv"
    reword.export_translations(office.session, ID, file)
    table = read_table_file(file)
    wanted = {(f"question {KEY}", "text"), ("question gender", "text")}
    rows = [(*row[:4], f"[{row[3]}]") if tuple(row[:2]) in wanted else tuple(row) for row in table.rows]
    labels = [(*row[:4], f"[{row[3]}]") if row[1].endswith("label") else row for row in rows]
    file.write_bytes(write_csv(Sheet("Wordings", table.header, labels)))
    issue_version.issue(office.session, reword.import_translations(office.session, ID, file), "Welsh.")
    office.hand_out()
    ann = office.people[ANN]
    welsh = replace(ann, language="cy")
    one = next(id for id, (held, _) in cases.assessments(ann).items() if held.holder == ann.author)
    answer.answer(welsh, one, KEY, "yes")
    state = show(welsh, one)
    view = question(state, KEY)
    assert view.asked.text.startswith("[")
    assert "not in Welsh" not in view.about
    assert "not in Welsh" in question(state, "plan_engage").about
    assert view.guidance_wording.endswith("; not in Welsh")
    assert "Welsh" not in question(show(ann, one), KEY).guidance_wording
    assert show(ann, one).sheet.answers == state.sheet.answers
    assert not show(ann, one).in_english
    assert question(show(ann, one), KEY).asked.text == view.asked.text.strip("[]")
    paper = documents.case_summary_of(welsh, one)
    (said,) = not_supplied(paper.wordings())
    assert said.startswith("Not in Welsh: ")
    gender = cases.sheet(ann, one).instrument.question("gender").code
    assert gender not in said.replace(".", ",").replace(": ", ", ").split(", ")
    assert not_supplied(documents.case_summary_of(ann, one).wordings()) == ()
    officer = cases.sheet(ann, one).listed["officer"]
    assert interview.show(welsh, one).in_english.startswith("Not in Welsh: ") or not any(
        case.facts for case in interview.show(welsh, one).cases
    )
    assert not_supplied(documents.interview_sheet_of(welsh, officer).wordings())
