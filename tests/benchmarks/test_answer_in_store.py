"""From an answer to the encrypted disk, beside a bare commit of one row: 150 cases of 500 questions."""

import itertools
import secrets
from pathlib import Path

from model.journal.change import Change
from model.journal.entry import FieldKey
from storage import projection
from storage.database import open_database
from tests.benchmarks.figures import in_turn, line, say
from tests.benchmarks.large import Large
from ui.actions import answer, write

TIMES, BAR = 600, 4.0


def test_an_answer_in_the_store(large: Large, tmp_path: Path) -> None:
    session = large.session
    bare = open_database(tmp_path / "bare", secrets.token_bytes(32))
    bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, question TEXT, value TEXT)")
    asked, assessment = large.judged, large.assessments[0]
    everywhere = itertools.cycle(large.assessments)

    def commit(number: int) -> None:
        bare.conn.execute("BEGIN")
        bare.conn.execute("INSERT INTO answer VALUES (NULL, ?, ?)", [asked[number % len(asked)], "yes"])
        bare.conn.execute("COMMIT")

    def record(number: int) -> None:
        key = FieldKey("assessment", assessment, f"answer.{asked[number % len(asked)]}")
        session.record(Change(key, ("yes", "no")[number % 2], None, 1, large.instrument.fingerprint))

    def act(number: int) -> None:
        answer.answer(session, assessment, asked[-1 - number % len(asked)], ("yes", "no")[number % 2])

    def act_anywhere(number: int) -> None:
        question = asked[number * 7 % len(asked)]
        answer.answer(session, next(everywhere), question, ("no", "yes")[number % 2])

    def type_on(number: int) -> None:
        write.type_on(session, "note", "5" * 32, f"Half a note {number}", {"assessment": assessment})

    found = in_turn(TIMES, bare=commit, record=record, act=act, anywhere=act_anywhere, draft=type_on)
    bare.close()
    floor = found["bare"]
    say(
        "An answer, durable on the encrypted disk",
        line("a bare encrypted commit of one row (the floor)", floor),
        line("recorded: journal and projection", found["record"], floor, bar=BAR),
        line("answered: the whole action", found["act"], floor, bar=BAR),
        line("answered, each time in another of the 150 cases", found["anywhere"], floor, bar=BAR),
        line("a draft kept", found["draft"], floor),
    )
    held = projection.read_field(
        session.store.db, session.inspection, FieldKey("assessment", assessment, f"answer.{asked[-1]}")
    )
    assert held is not None
    assert held.value in ("yes", "no")
