"""The instruments that documents quote, as they come with the program."""

import pytest

from model.instruments.instrument import Instrument
from model.instruments.reader import read_instrument
from resources import path


def _read(name: str) -> Instrument:
    file = path("programmes", "probation_services_2018", name)
    return read_instrument(file.read_text(encoding="utf-8"), name)


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    return _read("case_supervision.toml")


@pytest.fixture(scope="session")
def interview() -> Instrument:
    return _read("officer_interview.toml")


@pytest.fixture(scope="session")
def interview_case() -> Instrument:
    return _read("officer_interview_case.toml")
