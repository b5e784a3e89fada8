"""Text being typed."""

from model.journal.entry import FieldKey
from storage import drafts
from storage.drafts import Draft
from tests.team import ANN, INSPECTION, NOW, OFFICE, team

KEY = FieldKey("note", "d" * 32, "text")


def draft(text: str) -> Draft:
    return Draft(KEY, text, {"question": "assess_engage"}, ANN, NOW)


def test_what_is_typed_takes_the_place_of_what_was_typed_before() -> None:
    with team(OFFICE, ANN) as (_, ann):
        drafts.keep(ann.db, INSPECTION, draft("half"))
        drafts.keep(ann.db, INSPECTION, draft("half a sentence"))
        assert drafts.kept(ann.db, INSPECTION) == (draft("half a sentence"),)


def test_an_emptied_draft_is_dropped_and_no_draft_is_ever_an_entry() -> None:
    with team(OFFICE, ANN) as (_, ann):
        before = ann.db.execute("SELECT COUNT(*) FROM entry").fetchone()
        drafts.keep(ann.db, INSPECTION, draft("half"))
        drafts.keep(ann.db, INSPECTION, draft("  "))
        assert drafts.kept(ann.db, INSPECTION) == ()
        drafts.keep(ann.db, INSPECTION, draft("again"))
        drafts.drop(ann.db, KEY)
        assert drafts.kept(ann.db, INSPECTION) == ()
        assert ann.db.execute("SELECT COUNT(*) FROM entry").fetchone() == before
