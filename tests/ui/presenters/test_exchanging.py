"""Writing and reading bundles, with every outcome in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.people import Role
from model.refusal import Refusal
from tests.practised import Practised
from ui.actions import exchange, home, practise, team, unlock
from ui.presenters import exchanging
from ui.presenters.exchanging import WrittenShown


def quiet(done: int, total: int, words: str) -> None:
    """Hear nothing."""


@pytest.fixture
def written(tmp_path: Path, practised: Practised) -> WrittenShown:
    stick = tmp_path / "stick"
    stick.mkdir()
    return exchanging.write(practised.session, practised.place, stick, tell=quiet)


def test_a_written_bundle_is_named_with_size_and_entries(practised: Practised, written: WrittenShown) -> None:
    assert written.path.exists()
    assert written.words.startswith(f"Written and checked: {written.path.name}, ")
    assert "kB, 148 entries." in written.words or "entries." in written.words
    assert home.last_place(practised.place) == written.path.parent


def test_where_nothing_can_be_written_the_refusal_comes_through(tmp_path: Path, practised: Practised) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        exchanging.write(practised.session, practised.place, tmp_path / "gone", tell=quiet)


def test_the_practice_office_answers(practised: Practised, written: WrittenShown) -> None:
    read = exchanging.let_practice_office_answer(practised.session, written.path, tell=quiet)
    (file,) = read.files
    assert file.said.word == "Read"
    assert practise.OFFICE in file.words
    assert read.again is None
    again = exchanging.write(practised.session, practised.place, written.path.parent, tell=quiet)
    assert "0 entries" in again.words
    assert "holds everything" in again.more


def test_of_each_file_one_hears_what_became_of_it(practised: Practised, written: WrittenShown) -> None:
    folder = practised.place / "practice"
    (folder / "bad.casebook").write_bytes(b"bad")
    heard: list[tuple[int, int, str]] = []
    read = exchanging.read_folder(
        practised.session, practised.place, folder, tell=lambda *how_far: heard.append(how_far)
    )
    assert read.words == "1 bundle read, 1 refused."
    good, bad = read.files
    assert good.words == f"From {practise.OFFICE}: nothing that was not here already."
    assert (bad.name, bad.said.word) == ("bad.casebook", "Refused")
    assert "damaged" in bad.words
    assert heard == [(0, 2, "bundles"), (1, 2, "bundles")]


def test_an_empty_folder_is_said(practised: Practised, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Refusal, match="no bundle in the folder empty"):
        exchanging.read_folder(practised.session, practised.place, empty, tell=quiet)


def test_a_new_role_opens_other_pages(tmp_path: Path, practised: Practised) -> None:
    office = unlock.unlock(practised.place / "practice" / "office", practise.PASSPHRASE)
    team.give_role(office, practised.session.author, Role.LEAD)
    bundle = exchange.write_allocation_bundle(office, practised.session.author, tmp_path)
    unlock.lock(office)
    read = exchanging.read_file(practised.session, practised.place, bundle.path, tell=quiet)
    assert read.words == "1 bundle read."
    assert "new entries" in read.files[0].words
    assert read.again is not None
    assert read.again.roles == {"lead"}


def test_what_nobody_can_vouch_for_is_said(tmp_path: Path, practised: Practised) -> None:
    """A colleague's bundle that claims entries of somebody else: they are set aside, and that is said."""
    from storage.arrivals import Arrival
    from ui.actions.exchange import Taken
    from ui.presenters.exchanging import _taken

    taken = Taken(
        "x.casebook", practised.session.author, Arrival(2, 0, 3, ("ab" * 16,), repeated=False), None
    )
    shown = _taken(practised.session, taken)
    assert shown.said.word == "Read, with remarks"
    assert "3 entries that the sender could not vouch for" in shown.words
    assert "1 stream of a copied or restored laptop stands aside" in shown.words
    assert shown.words.startswith("From you: 2 new entries.")
    assert _taken(practised.session, replace(taken, arrival=Arrival(1, 5, 0, (), repeated=True))).words == (
        "From you: 1 new entry, 5 here already."
    )
