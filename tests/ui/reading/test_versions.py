"""One reader for all assessments: by the version that stands, under the ids that it has."""

from model.cases import Assessment, Purpose
from model.evidence import Written
from model.instruments.instrument import Head, Instrument
from model.journal.fields import Current
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped
from ui.reading.versions import Reader

OLD = instrument()
NEW = instrument(
    swapped(
        swapped(INSTRUMENT_TEXT, 'version = "1.0"', 'version = "1.1"'),
        'id = "score"\n',
        'id = "risk_score"\nwas = ["score"]\n',
    )
)
MADE = Assessment("a1", "c1", OLD.fingerprint, Purpose.FIRST, "ann", False, "reading", "", "", "")
FIELDS = {"answer.score": Current(4, False, "ann", "t"), "holder": Current("ann", False, "office", "t")}
NOTE = Written("note", "n1", "a1", "score", "Seen.", "", "", "", "", "ann", "t", False, False)


def head(made: Instrument) -> Head:
    return Head(made.id, made.version, made.fingerprint)


def test_answers_notes_and_confirmations_stand_under_the_ids_of_the_version_that_stands() -> None:
    reader = Reader.of(
        [head(OLD), head(NEW)], {"supervision": NEW.fingerprint}, {NEW.fingerprint: NEW}.__getitem__
    )
    made = reader.reading(MADE)
    assert made.instrument == NEW.fingerprint
    assert reader.answers(made, FIELDS)["risk_score"].value == 4
    assert list(reader.recorded(made, FIELDS)) == ["risk_score"]
    assert [note.question for note in reader.written(made, [NOTE])] == ["risk_score"]
    assert reader.renamed(made, ["score", "engage"]) == {"risk_score", "engage"}


def test_with_one_version_everything_is_as_it_was_recorded() -> None:
    reader = Reader.of([head(OLD)], {}, {OLD.fingerprint: OLD}.__getitem__)
    assert reader.reading(MADE) is MADE
    assert list(reader.answers(MADE, FIELDS)) == ["score"]
    assert reader.written(MADE, [NOTE]) == (NOTE,)
    assert reader.renamed(MADE, ["score"]) == {"score"}
