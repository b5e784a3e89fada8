"""The programme and its instruments are read in the words of the provider inspected."""

from model.instruments.instrument import say
from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, swapped
from tests.ui.conftest import INSPECTION, Practice
from ui.reading import inspections

WORDS = """NPS = { label.en = "Division", words.body.en = "division" }
CRC = { label.en = "Company", words.body.en = "company" }
"""
PROGRAMME = swapped(
    swapped(PROGRAMME_TEXT, 'NPS = { label.en = "National Probation Service division" }', WORDS),
    "Assessment is well informed.",
    "The {body} assesses well.",
)
INSTRUMENT = swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "Score of the {body}"')


def send(practice: Practice, programme: str, provider_type: str) -> None:
    """The office sends a programme with its instrument and says what kind of provider is inspected."""
    fingerprint = fingerprint_of(programme)
    practice.office.record(
        Change(FieldKey("programme", fingerprint, "text"), programme),
        Change(FieldKey("instrument", fingerprint_of(INSTRUMENT), "text"), INSTRUMENT),
        Change(FieldKey("inspection", INSPECTION, "programme"), fingerprint),
        Change(FieldKey("inspection", INSPECTION, "provider_type"), provider_type),
    )


def statement(practice: Practice) -> str:
    return say(inspections.programme(practice.ann).standard("assessment").statement)


def score(practice: Practice) -> str:
    held = inspections.instrument(practice.ann, fingerprint_of(INSTRUMENT))
    assert held in inspections.instruments(practice.ann)
    return say(held.question("score").text)


def test_wordings_follow_the_type_of_provider_and_the_programme(practice: Practice) -> None:
    send(practice, PROGRAMME, "NPS")
    assert (statement(practice), score(practice)) == ("The division assesses well.", "Score of the division")
    send(practice, PROGRAMME, "CRC")
    assert (statement(practice), score(practice)) == ("The company assesses well.", "Score of the company")
    send(practice, PROGRAMME.replace('"company"', '"firm"'), "CRC")
    assert (statement(practice), score(practice)) == ("The firm assesses well.", "Score of the firm")


def test_what_was_read_once_is_not_read_again(practice: Practice) -> None:
    send(practice, PROGRAMME, "NPS")
    assert inspections.programme(practice.ann) is inspections.programme(practice.ann)
    first, again = (inspections.instruments(practice.ann) for _ in range(2))
    assert all(one is other for one, other in zip(first, again, strict=True))
