"""The interview sheet on paper: one officer's cases, the items with room to write, and no judgement."""

from collections.abc import Callable
from typing import Any

from model.answers import Answer
from model.documents.interview_sheet import CaseToDiscuss, interview_sheet
from model.documents.material import CaseFacts, Point
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument
from tests.resources.files import OF_2017, instrument_file
from ui.paper.interview_sheet import lay_out

OTHER = CaseFacts("M3RT-9K", "Zoë Thompson", "Cheshire East", listed={"gender": "female"})


def _cases(instrument: Instrument, case: CaseFacts) -> list[CaseToDiscuss]:
    points = [Point("plan_engage", "How was <it> planned?")]
    return [
        CaseToDiscuss(instrument, case, {"gender": Answer("female")}, points),
        CaseToDiscuss(instrument, OTHER, {}, []),
    ]


def test_cases_points_and_items_are_on_it(
    instrument: Instrument,
    interview: Instrument,
    interview_case: Instrument,
    case: CaseFacts,
    stamp: Stamp,
    read: Callable[[bytes], Any],
    qpdf_check: Callable[[bytes], None],
) -> None:
    sheet = interview_sheet(
        "Zoë Thompson",
        _cases(instrument, case),
        interview="2018-10-09 09:30",
        items=[interview],
        case_items=[interview_case],
    )
    pdf = lay_out(sheet, stamp)
    found = read(pdf)
    for said in ("How was <it> planned?", "1P1", "Case M3RT-9K", "Female (list: Male)", "Female (list)"):
        assert "".join(said.split()) in found.words, said
    for item in interview.questions.values():
        assert "".join(item.text["en"].split()) in found.words
    for item in interview_case.questions.values():
        assert found.words.count("".join(item.text["en"].split())) == 2
    assert all("Cases K7QX-2M, M3RT-9K" in page for page in found.pages)
    qpdf_check(pdf)


def test_an_item_is_not_parted_from_its_choices(
    instrument: Instrument, interview: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    sheet = interview_sheet("Zoë Thompson", _cases(instrument, case), items=[interview])
    bodies = ["".join(body.split()) for body in read(lay_out(sheet, stamp)).bodies]
    for name in ("cases_suit", "adjustments"):
        item = interview.question(name)
        on = next(body for body in bodies if "".join(item.text["en"].split()) in body)
        assert all("".join(option.label["en"].split()) in on for option in item.options)


def test_the_heading_of_the_officers_own_work_is_never_alone_on_a_page(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    """However far down the page the cases come."""
    interview = instrument_file("responsible_officer_interview", OF_2017)
    first = "".join(next(iter(interview.questions.values())).text["en"].split())
    for number in range(60, 150, 3):
        points = [Point(None, "What was done, and when? " * number)]
        cases = [CaseToDiscuss(instrument, case, {"gender": Answer("female")}, points)]
        bodies = read(lay_out(interview_sheet("Zoë Thompson", cases, items=[interview]), stamp)).bodies
        on = next(body for body in map("".join, map(str.split, bodies)) if "Theofficer'sownwork" in body)
        assert first in on, number


def test_a_colleague_who_asks_the_rest_is_named(
    instrument: Instrument, interview: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    sheet = interview_sheet("Zoë", _cases(instrument, case), items=[interview], asked_by="B. Inspector")
    words = read(lay_out(sheet, stamp)).words
    assert "byB.Inspector" in words
    assert "W1" not in words


def test_without_an_interview_instrument_there_is_still_a_sheet(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    pages = read(lay_out(interview_sheet("Zoë", _cases(instrument, case)[:1]), stamp)).pages
    assert all("Case K7QX-2M" in page for page in pages)
    assert "Points to raise" in "".join(pages)
