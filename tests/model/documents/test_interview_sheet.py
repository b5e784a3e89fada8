"""An officer's own items are asked once; case items for each case; and no judgement is on the sheet."""

from model.answers import Answer
from model.documents.interview_sheet import CaseToDiscuss, InterviewSheet, interview_sheet
from model.documents.material import CaseFacts, Point
from model.instruments.instrument import Instrument, Kind

FIRST, SECOND = CaseFacts("K7QX-2M", unit="Cheshire"), CaseFacts("M3RT-9K")
POINTS = [Point("plan_engage", "how?"), Point(None, "when?")]


def _cases(instrument: Instrument) -> list[CaseToDiscuss]:
    return [
        CaseToDiscuss(instrument, FIRST, {"gender": Answer("male")}, [Point(None, "why?")]),
        CaseToDiscuss(instrument, SECOND, {}, POINTS),
    ]


def _sheet(instrument: Instrument, *interview: Instrument, asked_by: str = "") -> InterviewSheet:
    """The sheet with both cases; `interview`: what is asked of the officer, then what is asked for a case."""
    items, case_items = interview[:1], interview[1:]
    return interview_sheet(
        "Zoë Thompson", _cases(instrument), items=items, case_items=case_items, asked_by=asked_by
    )


def test_without_an_interview_instrument_there_are_cases_facts_and_points(instrument: Instrument) -> None:
    sheet = _sheet(instrument)
    assert sheet.groups == ()
    assert [case.items for case in sheet.cases] == [(), ()]
    assert [point.code for case in sheet.cases for point in case.points] == ["1P1", "2P1", "2P2"]
    assert sheet.cases[0].facts[0].found == "Male"
    assert sheet.numbers == ("K7QX-2M", "M3RT-9K")
    assert len(sheet.editions) == 1


def test_one_case_needs_no_number_of_its_own_in_the_item_codes(instrument: Instrument) -> None:
    sheet = interview_sheet("Zoë Thompson", _cases(instrument)[1:])
    assert [point.code for point in sheet.cases[0].points] == ["P1", "P2"]


def test_each_case_has_the_facts_of_its_own_instrument(
    instrument: Instrument, interview: Instrument, interview_case: Instrument
) -> None:
    cases = [*_cases(instrument), CaseToDiscuss(interview, CaseFacts("P2WE-5T"), {}, [])]
    sheet = interview_sheet("Zoë Thompson", cases, case_items=[interview_case])
    codes = [case.facts[0].wording.code for case in sheet.cases]
    assert codes == ["F1", "F1", "W1"]
    assert [edition.instrument for edition in sheet.editions] == [
        "Case supervision", "Officer interview", "Officer interview: this case"
    ]  # fmt: skip


def test_the_officers_own_items_come_once_and_the_case_items_with_each_case(
    instrument: Instrument, interview: Instrument, interview_case: Instrument
) -> None:
    sheet = _sheet(instrument, interview, interview_case)
    own = [item.wording.code for group in sheet.groups for item in group.items]
    per_case = [[item.wording.code for item in case.items] for case in sheet.cases]
    assert per_case == [["A1", "A2"], ["A1", "A2"]]
    assert len(own) == len(set(own)) == len(interview.questions)
    assert len(sheet.editions) == 3


def test_what_a_colleague_asks_is_left_out_and_the_colleague_is_named(
    instrument: Instrument, interview: Instrument, interview_case: Instrument
) -> None:
    sheet = _sheet(instrument, interview, interview_case, asked_by="B. Inspector")
    assert sheet.groups == ()
    assert sheet.asked_by == "B. Inspector"
    assert sheet.cases[0].items


def test_an_item_says_how_it_is_answered(
    instrument: Instrument, interview: Instrument, interview_case: Instrument
) -> None:
    sheet = _sheet(instrument, interview, interview_case)
    items = {item.wording.question: item for group in sheet.groups for item in group.items}
    assert items["workload_manageable"].choices == ("Yes", "No")
    assert (items["caseload"].kind, items["caseload"].choices) == (Kind.NUMBER, ())
    assert {"F1", "W1", "A2", "2.2.1"} <= {wording.code for wording in sheet.wordings()}
