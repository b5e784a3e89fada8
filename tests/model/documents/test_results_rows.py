"""A table of results knows every wording that it quotes."""

from model.documents.results import results_document
from tests.model.documents.varied import found


def test_the_wordings_of_standards_and_of_other_measures_are_quoted() -> None:
    whole = found()
    document = results_document(whole, received=16, expected=16, final=True)
    codes = [wording.code for wording in document.wordings()]
    assert codes == ["2.1.1", "2.1.2", "C", "2.1.1", "2.1.2", "2.1.1(b)", "D"]
