"""The refusal of a file says where, what was kept and what to do, and travels between processes."""

import pickle

from model.instruments.wrong_instrument import WrongInstrument
from model.refusal import Refusal

REFUSAL = WrongInstrument("case.toml", "question engage", "text", "this key is missing", "Write it.")


def test_it_names_file_question_and_key() -> None:
    assert isinstance(REFUSAL, Refusal)
    assert REFUSAL.happened == "case.toml, question engage, key “text”: this key is missing."
    assert "not taken in" in REFUSAL.kept
    assert REFUSAL.next == "Write it."
    assert (REFUSAL.file, REFUSAL.question, REFUSAL.key) == ("case.toml", "engage", "text")


def test_outside_a_question_there_is_none() -> None:
    refusal = WrongInstrument("case.toml", "measure m1", "kind", "it is wrong", "Mend it.")
    assert refusal.question is None
    assert str(WrongInstrument("case.toml", "", "", "it is wrong", "Mend it.")).startswith("case.toml: it")


def test_it_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(REFUSAL))
    assert str(again) == str(REFUSAL)
    assert again.question == "engage"
