"""Opening a case of 500 questions: read from the store, routed, counted."""

from model.instruments.routing import progress, states
from tests.benchmarks.figures import against, in_turn, line, say
from tests.benchmarks.large import QUESTIONS, Large
from ui.reading import cases

TIMES, BAR = 40, 0.3


def test_opening_a_case(large: Large) -> None:
    session, assessments = large.session, large.assessments

    def read(number: int) -> cases.Sheet:
        return cases.sheet(session, assessments[number % len(assessments)])

    def open_it(number: int) -> None:
        sheet = read(number)
        assert len(states(sheet.instrument, sheet.answers)) == QUESTIONS

    sheets = [read(number) for number in range(3)]
    found = in_turn(
        TIMES,
        read=read,
        opened=open_it,
        progress=lambda number: progress(sheets[number % 3].instrument, sheets[number % 3].answers),
    )
    say(
        "Opening a case of 500 questions",
        line("read from the store", found["read"]),
        f"{line('read and routed', found['opened'])}  {against(found['opened'].p95 / 1000, BAR, 's')}",
        line("progress of a case alone", found["progress"]),
    )
