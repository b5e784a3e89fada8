"""The first start, without a window: invitation, practice, office."""

from pathlib import Path

import pytest

from model.people import fingerprint
from model.refusal import Refusal
from storage.cards import read_card
from storage.wrapping import Cost
from ui.actions import begin, team, unlock
from ui.actions.make_inspection import Particulars, make_inspection
from ui.presenters import start
from ui.session import Session

PARTICULARS = Particulars(
    "Autumn 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)
WORDS = "five invented words here"


@pytest.fixture
def office(tmp_path: Path) -> Session:
    made = begin.set_up_office(tmp_path / "office", "Olwen Ŵyn", "office passphrase", cost=Cost(64, 1, 1))
    return make_inspection(made.session, PARTICULARS)


@pytest.fixture
def invitation(tmp_path: Path, office: Session) -> Path:
    file = tmp_path / "for-ann.casebook-invitation"
    file.write_bytes(team.invite(office, "Ann Archer"))
    return file


def test_what_lies_here_decides_what_can_be_begun(tmp_path: Path) -> None:
    place = tmp_path / "place"
    assert start.show(place) == start.StartState(store=False, practice=False)
    unlock.lock(start.practise(place, tell=lambda *_: None).session)
    assert start.show(place) == start.StartState(store=False, practice=True)
    unlock.lock(begin.set_up_office(place, "Olwen", WORDS, cost=Cost(64, 1, 1)).session)
    assert start.show(place) == start.StartState(store=True, practice=True)


def test_a_store_whose_file_is_gone_is_still_there_to_be_restored(tmp_path: Path) -> None:
    unlock.lock(begin.set_up_office(tmp_path, "Olwen", WORDS, cost=Cost(64, 1, 1)).session)
    unlock.lock(unlock.unlock(tmp_path, WORDS))
    (tmp_path / "casebook.store").unlink()
    assert start.store_is_there(tmp_path)


def test_an_invitation_says_whom_it_comes_from(invitation: Path, office: Session) -> None:
    invited = start.read_invitation(invitation)
    assert (invited.office, invited.inspection, invited.provider, invited.name) == (
        "Olwen Ŵyn", "Autumn 2018", "North West", "Ann Archer",
    )  # fmt: skip
    assert " ".join(invited.digits) == fingerprint(begin.own_card(office))
    assert len(invited.digits) == 8


def test_another_file_is_no_invitation(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"other")
    with pytest.raises(Refusal, match="not an invitation"):
        start.read_invitation(tmp_path / "other")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (("Ann", WORDS, WORDS), (False, False, False)),
        ((" ", WORDS, WORDS), (True, False, False)),
        (("Ann", "short", "short"), (False, True, False)),
        (("Ann", WORDS, WORDS + "!"), (False, False, True)),
        (("", "", "x"), (True, True, True)),
    ],
)
def test_each_field_says_what_is_wrong_with_it(
    typed: tuple[str, str, str], wrong: tuple[bool, bool, bool]
) -> None:
    problems = start.check(*typed)
    assert (bool(problems.name), bool(problems.passphrase), bool(problems.again)) == wrong
    assert problems.none is not any(wrong)


def test_length_is_counted_while_typing() -> None:
    assert start.length_so_far("") == "0 of at least 12 characters"
    assert start.length_so_far("x" * 12) == "12 characters: long enough"


def test_a_store_is_begun_and_its_card_saved(tmp_path: Path, invitation: Path) -> None:
    made = start.begin_with(tmp_path / "ann", start.read_invitation(invitation).file, "Ann Archer", WORDS)
    assert made.office == "Olwen Ŵyn"
    assert made.opened.roles == {"waiting"}
    name = start.save(tmp_path / made.file_name, made.card)
    card = read_card((tmp_path / name).read_bytes()).card
    assert card.name == "Ann Archer"
    assert " ".join(made.digits) == fingerprint(card)
    assert "Ann" not in name
    unlock.lock(made.opened.session)


def test_an_office_is_made_only_with_its_recovery_card_saved(tmp_path: Path) -> None:
    card = tmp_path / "card.txt"
    ready = start.set_up_office(tmp_path / "place", "Olwen", WORDS, card)
    assert (ready.saved.replace("\u200b", ""), ready.refusal) == (str(card), None)
    assert "AGE-SECRET-KEY-1" in card.read_text()
    assert ready.opened.roles == {"beginning"}
    unlock.lock(ready.opened.session)


def test_where_the_recovery_card_cannot_be_written_no_office_is_made(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        start.set_up_office(tmp_path / "place", "Olwen", WORDS, tmp_path / "gone" / "card.txt")
    assert not start.store_is_there(tmp_path / "place")


def test_a_stick_pulled_out_meanwhile_leaves_the_card_to_be_saved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.actions import carry

    written: list[Path] = []

    def once(path: Path, data: bytes) -> None:
        if written:
            raise Refusal("The stick is gone.", "The office is made.", "Take another stick.")
        written.append(path)

    monkeypatch.setattr(carry, "write_chosen", once)
    ready = start.set_up_office(tmp_path / "place", "Olwen", WORDS, tmp_path / "card.txt")
    assert ready.saved == ""
    assert ready.refusal is not None
    assert "AGE-SECRET-KEY-1" in ready.card
    unlock.lock(ready.opened.session)
