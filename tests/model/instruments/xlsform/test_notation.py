"""A condition on one line is the condition."""

import tomllib

from hypothesis import given

from model.instruments.instrument import Instrument
from model.instruments.xlsform.notation import condition_values, notation
from tests.model.instruments.xlsform.any_instrument import instruments


@given(instruments())
def test_a_line_reads_as_its_values(whole: Instrument) -> None:
    for question in whole.questions.values():
        if question.when is not None:
            read = tomllib.loads(f"when = {notation(question.when)}")["when"]
            assert read == condition_values(question.when)
