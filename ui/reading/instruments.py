"""The instruments of the open inspection as the files that they are: their exact text, their length."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.instruments.instrument import Instrument, Standing
from model.instruments.lengths import lengths, typical
from model.instruments.reader import read_instrument
from ui.reading import inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Carried:
    """One instrument of the inspection: how long it is, and how many wordings have which standing.

    `instrument` is in the words of the provider inspected. `shortest` and `longest` are items asked.
    """

    instrument: Instrument
    shortest: int
    longest: int
    typical: int
    standings: Mapping[Standing, int]


def carried(session: Session) -> tuple[Carried, ...]:
    """Return every instrument of the open inspection, as it is listed."""
    return tuple(_carried(instrument) for instrument in inspections.instruments(session))


def _carried(instrument: Instrument) -> Carried:
    shortest, longest = lengths(instrument)
    wordings = [question.wording for question in instrument.questions.values()]
    return Carried(
        instrument,
        shortest.items,
        longest.items,
        len(typical(instrument)),
        {standing: wordings.count(standing) for standing in Standing if standing in wordings},
    )


def as_written(session: Session, fingerprint: str) -> Instrument:
    """Return an instrument of the open inspection as its file has it, placeholders too. Refusal: not here."""
    return read_instrument(inspections.text_of(session, fingerprint), fingerprint)
