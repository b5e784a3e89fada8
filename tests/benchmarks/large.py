"""A store as it is never larger on a laptop: 150 cases, each with 500 questions answered."""

from dataclasses import dataclass
from pathlib import Path

from model.instruments.instrument import Instrument, Kind
from model.instruments.reader import read_instrument
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.fieldwork import allot, begin, instrument_text
from ui.session import Session

CASES, QUESTIONS, IN_SECTION = 150, 500, 25


@dataclass(frozen=True)
class Large:
    """A session in such a store, its assessments, and its instrument: the real one with more questions."""

    session: Session
    assessments: tuple[str, ...]
    instrument: Instrument

    @property
    def judged(self) -> tuple[str, ...]:
        """The ids of the added questions, all of which are answered yes or no."""
        return tuple(name for name in self.instrument.questions if name.startswith("further_"))


def large_text() -> str:
    """Return case supervision with enough questions added for 500 in all."""
    text = instrument_text()
    own = len(read_instrument(text, "case_supervision.toml").questions)
    parts = [text, '\n[[view]]\nid = "further"\ntitle.en = "Further questions"\n']
    for number in range(own, QUESTIONS):
        if (number - own) % IN_SECTION == 0:
            parts.append(f'[[view.section]]\nid = "further_{number}"\ntitle.en = "Part {number}"\n')
        parts.append(
            f'[[view.section.question]]\nid = "further_question_{number}"\ncode = "9.{number}"\n'
            'part = "fact"\nkind = "judgement"\noptions = "judgement"\nwording = "ours"\nsource = "made up"\n'
            f'text.en = "Does the record show that point {number} was met sufficiently in this case?"\n'
        )
    return "".join(parts)


def fill(folder: Path, cases: int = CASES) -> Large:
    """Make the store in `folder`: every question of every case answered, one act for each case."""
    text = large_text()
    instrument = read_instrument(text, "large.toml")
    session = begin(folder, text)
    assessments = tuple(allot(session, number, text) for number in range(cases))
    for assessment in assessments:
        session.record(
            *(
                Change(
                    FieldKey("assessment", assessment, f"answer.{asked.id}"),
                    asked.codes()[0] if asked.options and asked.kind is not Kind.SEVERAL else None,
                    None,
                    asked.meaning,
                    instrument.fingerprint,
                )
                for asked in instrument.questions.values()
            )
        )
    return Large(session, assessments, instrument)
