"""What assessments are about, in words."""

from model.cases import case_from
from model.instruments.instrument import About
from model.journal.fields import Current
from model.subjects import Subject, case_subject


def test_a_case_is_named_by_its_number() -> None:
    fields = {
        name: Current(value, False, "office", "2018-10-08T10:00:00Z")
        for name, value in (("number", "4101"), ("record.i", "a1"))
    }
    subject = case_subject(case_from("c1", fields))
    assert (subject.words, subject.records) == ("case 4101", {"i": "a1"})


def test_an_officer_is_said_to_be_one_and_the_inspection_is_not() -> None:
    assert Subject(About.OFFICER, "o1", "Zoë Thompson", {}).words == "officer Zoë Thompson"
    assert Subject(About.INSPECTION, "i1", "North West", {}).words == "North West"
