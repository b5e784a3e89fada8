"""A forgotten passphrase at the office: whose request it is, its digits, the reply and its code."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from tests.office import QUICK, TEAM, Office, set_up
from ui.actions import forgotten as answering
from ui.presenters import forgotten


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather(TEAM)
    yield made
    made.close()


def test_a_request_is_answered_and_opens_the_store(office: Office) -> None:
    ann, place = office.id("Ann Archer"), office.folder / "Ann Archer"
    seen = forgotten.look_at(office.session, ann, office.request("Ann Archer"))
    assert seen.name == "Ann Archer"
    assert " ".join(seen.digits) == answering.digits_of_request(place)
    reply = office.folder / forgotten.reply_name(seen)
    assert "Ann" not in reply.name
    answered = forgotten.answer(seen, office.safe(), reply)
    assert (answered.file, len(answered.code)) == (reply.name, 5)
    assert answered.code[0] not in repr(answered)
    office.people.pop("Ann Archer").store.close()
    office.people["Ann Archer"] = answering.accept_answer(
        place, reply.read_bytes(), " ".join(answered.code), "a new passphrase", cost=QUICK
    )
    assert office.id("Ann Archer") == ann


def test_a_request_of_somebody_else_is_not_answered_for_this_person(office: Office) -> None:
    file = office.request("Bilal Chowdhury")
    with pytest.raises(Refusal, match="not from Ann Archer: it is of the store of Bilal Chowdhury"):
        forgotten.look_at(office.session, office.id("Ann Archer"), file)
    (office.folder / "elsewhere").mkdir()
    other = set_up(office.folder / "elsewhere").make_inspection().gather(TEAM)
    foreign = other.request("Ann Archer")
    other.close()
    with pytest.raises(Refusal, match="not from anybody in this team"):
        forgotten.look_at(office.session, office.id("Ann Archer"), foreign)


def test_without_the_recovery_card_nothing_is_written(office: Office) -> None:
    request = office.request("Ann Archer")
    seen = forgotten.look_at(office.session, office.id("Ann Archer"), request)
    with pytest.raises(Refusal, match="not a recovery card"):
        forgotten.answer(seen, request, office.folder / "reply")
    assert not (office.folder / "reply").exists()
