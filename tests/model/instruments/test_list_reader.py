"""A heading belongs to one column and a spelling to one value, or the list is refused."""

import pytest

from model.instruments.programme import ColumnKind, Whose
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped

SURNAME = 'headers = ["Surname"]\nkind = "text"'
VALUES = 'values = { community = ["Community order"], licence = ["Licence", "On licence"] }'


def test_columns_are_read_whole() -> None:
    reference, surname, sentence = programme().list("supervision").columns
    assert (reference.required, reference.personal, surname.required) == (True, False, False)
    assert reference.headers == ("Case reference", "Reference")
    assert (reference.kind, sentence.kind) == (ColumnKind.TEXT, ColumnKind.CHOICE)
    assert sentence.values == {"community": ("Community order",), "licence": ("Licence", "On licence")}


def test_a_column_may_stand_for_the_officer_or_the_unit_by_another_name() -> None:
    plain = programme().list("supervision")
    assert (plain.field_of(Whose.OFFICER), plain.field_of(Whose.UNIT)) == ("officer", "ldu")
    author = swapped(PROGRAMME_TEXT, SURNAME + "\npersonal = true", SURNAME + '\nstands_for = "officer"')
    found = programme(author).list("supervision")
    assert (found.field_of(Whose.OFFICER), found.field_of(Whose.UNIT)) == ("surname", "ldu")


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        (
            SURNAME,
            SURNAME.replace("Surname", "REFERENCE"),
            "column surname",
            "headers",
            "belongs to the column",
        ),
        (SURNAME, SURNAME.replace('"Surname"', ""), "column surname", "headers", "empty"),
        (SURNAME, SURNAME + '\nvalues = { a = ["A"] }', "column surname", "values", "has no values"),
        ('field = "surname"', 'field = "reference"', "column reference", "field", "twice"),
        (SURNAME, SURNAME + '\nstands_for = "unit"', "column surname", "stands_for", "not personal"),
        (SURNAME, SURNAME + '\nstands_for = "court"', "column surname", "stands_for", "not known"),
        (VALUES, VALUES + '\nstands_for = "unit"', "column sentence_type", "stands_for", "only a text"),
        (VALUES, "", "column sentence_type", "values", "needs its values"),
        (
            VALUES,
            VALUES.replace("On licence", "community ORDER"),
            "column sentence_type",
            "values.licence",
            "means",
        ),
    ],
)
def test_faults_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        programme(swapped(PROGRAMME_TEXT, old, new))
    assert (caught.value.thing, caught.value.key) == (f"list supervision, {thing}", key)
    assert words in caught.value.fault


def test_two_columns_do_not_stand_for_one_thing() -> None:
    twice = PROGRAMME_TEXT.replace(SURNAME + "\npersonal = true", SURNAME + '\nstands_for = "unit"')
    twice = swapped(
        twice, 'kind = "text"\nrequired = true', 'kind = "text"\nstands_for = "unit"\nrequired = true'
    )
    with pytest.raises(WrongInstrument, match="stands for the unit already"):
        programme(twice)
