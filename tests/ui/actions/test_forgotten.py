"""A forgotten passphrase made good between a laptop and its office, on real files."""

from pathlib import Path

import pytest

from model.refusal import Refusal
from storage.wrapping import Cost
from ui.actions import begin, forgotten, unlock
from ui.actions.begin import OfficeMade

QUICK = Cost(64, 1, 1)


@pytest.fixture
def office(tmp_path: Path) -> OfficeMade:
    made = begin.set_up_office(tmp_path, "Olwen", "office passphrase", cost=QUICK)
    unlock.lock(made.session)
    return made


def test_the_office_answers_and_the_person_is_back(tmp_path: Path, office: OfficeMade) -> None:
    assert forgotten.digits_of_request(tmp_path) == ""
    request = forgotten.ask_the_office(tmp_path, office.session.author)
    asked = forgotten.look_at_request(request)
    assert (asked.person, asked.digits) == (office.session.author, forgotten.digits_of_request(tmp_path))
    answered = forgotten.answer_request(request, office.recovery_card.encode(), QUICK)
    assert answered.name == "Olwen"
    session = forgotten.accept_answer(tmp_path, answered.reply, answered.code, "a new passphrase", cost=QUICK)
    assert session.author == office.session.author
    unlock.lock(session)
    assert forgotten.digits_of_request(tmp_path) == ""


def test_another_file_is_no_recovery_card(tmp_path: Path, office: OfficeMade) -> None:
    request = forgotten.ask_the_office(tmp_path, office.session.author)
    with pytest.raises(Refusal, match="recovery card"):
        forgotten.answer_request(request, b"a shopping list", QUICK)
