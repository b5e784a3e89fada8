"""What the results say of a merged evening: rates, ratings, what is still possible, who is waiting."""

from collections.abc import Iterator

import pytest

from model.assessments import Stage
from tests.merging import SAMPLE, Evening, assessments_of
from ui.actions import assess, decide, exchange, unlock
from ui.presenters import results
from ui.presenters.rates import RateRow
from ui.presenters.results import RatingRow, ReportView
from ui.reading import cases, documents, inspections
from ui.session import Session


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    exchange.take_files(session, [day.bundle(name) for name in ("ann", "ben", "lee")])
    yield session
    unlock.lock(session)


def view(session: Session) -> ReportView:
    return next(one for one in results.show(session).reports if one.id == SAMPLE)


def rating(session: Session, code: str) -> RatingRow:
    return next(row for row in view(session).ratings if row.code == code)


def rate(session: Session, code: str) -> RateRow:
    return next(row for one in view(session).ratings for row in one.rates if row.code == code)


def told(row: RateRow | RatingRow) -> dict[str, str]:
    return {one.asked: one.words for one in row.told}


def choose(session: Session, holder: str) -> None:
    """Let the assessment of one of the two count that were made of one case."""
    (work,) = decide.work_done_twice(session)
    names = inspections.names(session)
    chosen = next(one.id for one in work.assessments if names[one.holder] == holder)
    decide.choose_record(session, work.subject.id, work.instrument, chosen, "Decided in a test")


def test_how_much_arrived_and_who_is_waiting_and_why(day: Evening, office: Session) -> None:
    found = view(office)
    assert (found.received, found.expected) == (2, 6)
    assert found.headline == "2 of 6 cases received"
    assert found.waiting_words == "4 waiting"
    groups = {(one.why, one.holder): one.count for one in found.waiting}
    assert groups == {
        ("Assessed twice, not decided which counts", "Ben and Lee"): 1,
        ("Nothing received", "Lee"): 2,
        ("Reading", "Ben"): 1,
    }
    numbers = {number for one in found.waiting for number in one.numbers.split(", ")}
    received = {case.number for case in cases.cases(office).values()} - numbers
    assert len(received) == 2


def test_a_rate_answers_what_it_is_asked(day: Evening, office: Session) -> None:
    row = rate(office, "2.1.1")
    assert (row.percentage, row.count, row.band, row.share) == ("100%", "2 of 2", "Outstanding", 100)
    assert (row.possible, row.span) == ("33% to 100%", (33, 100))
    assert told(row)["Out of what"].startswith("2 cases of 2 received.")
    assert told(row)["Without whom, and why"] == "Nobody: every case received counts here."
    assert told(row)["Still possible"].startswith("From 33% to 100%")
    assert (
        told(row)["What would change it"]
        == "One case judged no instead of yes makes it 50% and Requires improvement."
    )
    assert [flag.word for flag in row.flags] == ["One case would change it"]


def test_a_field_in_conflict_is_in_no_rate_and_the_rate_says_so(day: Evening, office: Session) -> None:
    row = rate(office, "2.2.1")
    number = cases.sheet(office, day.disputed).case.number
    assert row.count == "1 of 1"
    assert told(row)["Without whom, and why"] == f"1 with two answers that differ, not decided: {number}."


def test_a_rating_follows_from_its_lowest_key_question(day: Evening, office: Session) -> None:
    choose(office, "Lee")  # who answered 2.1.2 no
    row = rating(office, "2.1")
    assert (row.rating, row.possible) == ("Good", "Inadequate to Outstanding")
    assert [one.code for one in row.rates if one.lowest] == ["2.1.2"]
    assert rate(office, "2.1.2").percentage == "67%"
    assert told(row)["How it is rated"] == "By its lowest key question: 2.1.2 (67%)."
    assert told(row)["What would change it"] == (
        "One case more answered yes in 2.1.2: Outstanding. One case more answered no in 2.1.2: Inadequate."
    )
    assert "67% lies 2 points above 65%, where Good begins." in [one.words for one in row.told]


def test_who_had_no_need_is_outside_the_base_and_named(day: Evening, office: Session) -> None:
    choose(office, "Ben")
    number = cases.cases(office)[day.twice].number
    row = rate(office, "2.4.3")
    assert row.count == "2 of 2"
    assert told(row)["Without whom, and why"] == f"1 in which there was no need: {number}."


def test_before_anything_arrived_nothing_is_rated(day: Evening) -> None:
    session = day.open("office")
    row, first = rating(session, "2.1"), rate(session, "2.1.1")
    unlock.lock(session)
    assert row.rating == "Not rated"
    assert told(row)["How it is rated"].startswith("Not at all yet")
    assert (first.percentage, first.count, first.share) == ("–", "No case counts", None)
    assert first.possible == "0% to 100%"


def test_screen_and_paper_agree(day: Evening, office: Session) -> None:
    printed = documents.results_of(office, SAMPLE)
    shown = view(office)
    assert [(row.code, row.rating, row.still_possible) for row in printed.standards] == [
        (row.code, row.rating, row.possible) for row in shown.ratings
    ]
    for standard, row in zip(printed.standards, shown.ratings, strict=True):
        for question, one in zip(standard.questions, row.rates, strict=True):
            span = question.still_possible
            assert span is not None
            assert (question.percentage, question.base) == (one.share, int(one.count.split(" of ")[1]))
            assert (span.lowest, span.highest) == one.span
    assert shown.boundaries == (80, 65, 50)


def test_an_inspection_without_a_programme_has_no_results(day: Evening) -> None:
    session = day.open("office").within("0" * 32)
    assert results.show(session).reports == ()
    unlock.lock(session.within(""))


def test_the_table_is_exported_where_the_person_says(day: Evening, office: Session) -> None:
    name = results.export_name(office, SAMPLE)
    shown = results.export(office, SAMPLE, day.folder / name)
    assert name.startswith(f"results-table-{SAMPLE}-")
    assert shown.words.startswith(f"Written: {name}, export number ")
    assert (day.folder / name).read_bytes().startswith(b"PK")


def test_when_only_one_rating_is_left_it_is_said(day: Evening, office: Session) -> None:
    choose(office, "Ben")
    for who in ("ben", "lee"):
        session = day.open(who)
        for assessment in assessments_of(session):
            if cases.sheet(session, assessment).assessment.state in ("not_started", "reading"):
                assess.move(session, assessment, Stage.CANNOT_INSPECT, "The record is locked")
        path = exchange.write_fieldwork_bundle(session, day.folder).path
        assert exchange.take_bundle(office, path).refusal is None
        unlock.lock(session)
    found = view(office)
    assert found.waiting_words == "3 cannot be inspected"
    assert {row.possible for row in found.ratings if row.code != "2.2"} == {"only Outstanding"}
    assert rate(office, "2.1.1").possible == ""
