"""What the merge page says of bundles taken in, of who has sent what, and of the bundles that answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from model.assessments import Stage
from model.people import Role
from model.refusal import Refusal
from tests.merging import EVENING, Evening, assessments_of, evening, untouched
from ui.actions import assess, exchange, team, unlock, write
from ui.presenters import merge
from ui.presenters.merge import FileOutcome
from ui.presenters.senders import Sender
from ui.session import Session


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    yield session
    unlock.lock(session)


def nobody(done: int, total: int, words: str) -> None:
    """Hears how far it is, and goes on."""


def take(session: Session, *paths: Path) -> dict[str, FileOutcome]:
    """Take these in, and return what became of each by its name."""
    taken = merge.take_files(session, paths[0].parent, paths, lambda _: None, tell=nobody)
    return {one.name.removesuffix(".casebook"): one for one in taken.files}


def senders(session: Session) -> dict[str, Sender]:
    return {one.name: one for one in merge.show(session, session.store.folder).senders}


def test_before_anything_arrived_everybody_is_said_to_have_sent_nothing(office: Session) -> None:
    state = merge.show(office, office.store.folder)
    assert [(one.name, one.role) for one in state.senders] == [
        ("Ann", "Inspector"),
        ("Ben", "Inspector"),
        ("Lee", "Lead inspector"),
    ]
    assert {one.said.word for one in state.senders} == {"Nothing yet"}
    assert {one.missing for one in state.senders} == {"Nothing received of 2 cases"}
    assert [(one.received, one.expected) for one in state.samples] == [(0, 6)]
    assert state.undecided == 0
    assert state.recipients == ("Ann", "Ben", "Lee")


def test_a_folder_is_taken_in_and_every_file_has_its_outcome(day: Evening, office: Session) -> None:
    heard: list[tuple[int, int, str]] = []
    kept: list[FileOutcome] = []

    def tell(done: int, total: int, words: str) -> None:
        heard.append((done, total, words))

    merged = merge.take_folder(office, day.folder, day.bundles, kept.append, tell=tell)
    outcomes = {one.name.removesuffix(".casebook"): one for one in merged.files}
    assert heard[0] == (0, 5, "0 of 5 bundles taken in")
    assert [done for done, _, _ in heard] == [0, 1, 2, 3, 4]
    assert tuple(kept) == merged.files
    assert outcomes["ben"].sender == "Ben"
    assert outcomes["ben"].said.word == "Taken in"
    assert outcomes["ben"].words.endswith("new entries.")
    assert outcomes["ann_copy"].said.word == "Look at it"
    assert "1 branch of a copied or restored laptop" in outcomes["ann_copy"].words
    refusal = outcomes["damaged"].refusal
    assert refusal is not None
    assert refusal.next == "Ask the sender for the same bundle again; the work is still with them."
    assert merged.short == "4 bundles taken in, 1 refused"
    assert merged.words.startswith("4 bundles taken in, ")
    assert merged.words.endswith("1 file refused.")


def test_the_same_bundle_again_brings_nothing_new(day: Evening, office: Session) -> None:
    first = take(office, day.bundle("ben"))["ben"]
    again = take(office, day.bundle("ben"))["ben"]
    assert first.new > 100
    assert (again.new, again.words) == (0, "The same bundle again: nothing new.")
    assert again.said.word == "Nothing new"


def test_whoever_stops_knows_what_was_taken_in(day: Evening, office: Session) -> None:
    kept: list[FileOutcome] = []

    def stop_after_one(done: int, total: int, words: str) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merge.take_folder(office, day.folder, day.bundles, kept.append, tell=stop_after_one)
    assert [one.name for one in kept] == ["ann.casebook"]
    assert senders(office)["Ann"].complete == 2
    assert senders(office)["Ben"].last == "Never"


def test_who_has_sent_what_after_merging(day: Evening, office: Session) -> None:
    take(office, *(day.bundle(name) for name in ("ann", "ben", "lee")))
    found = senders(office)
    assert (found["Ann"].held, found["Ann"].complete, found["Ann"].waiting) == (2, 2, 0)
    assert found["Ann"].said.word == "Everything in"
    assert found["Ann"].missing == "–"
    assert found["Ben"].missing == "1 begun"
    assert found["Ben"].last.startswith("Today, ")
    assert found["Ben"].days == 0
    assert (found["Lee"].held, found["Lee"].complete) == (3, 1)
    assert merge.show(office, day.folder).undecided == 2


def test_somebody_with_open_cases_is_late_after_two_days(day: Evening, office: Session) -> None:
    take(office, day.bundle("ben"))
    ben = senders(replace(office, clock=lambda: EVENING + timedelta(days=2)))["Ben"]
    assert (ben.said.word, ben.said.tone, ben.days) == ("Late", "attention", 2)
    assert ben.last.startswith("2 days ago, 8 Oct ")


def test_work_that_the_lead_passed_on_is_told_from_a_bundle_of_ones_own(
    day: Evening, office: Session
) -> None:
    take(office, day.bundle("lee"))
    ann = senders(office)["Ann"]
    assert (ann.last, ann.days) == ("Passed on by others", None)
    assert ann.said.word == "Waiting"


def test_a_gap_is_named_when_a_later_bundle_arrives_first(
    tmp_path: Path, day: Evening, office: Session
) -> None:
    take(office, day.bundle("ann"))
    ann = day.open("ann")
    out = day.folder / "out"
    out.mkdir()
    assert exchange.take_bundle(ann, exchange.write_allocation_bundle(office, ann.author, out).path).arrival
    write.write(ann, "note", ann.new_id(), "Read in the evening.", assessment=assessments_of(ann)[1])
    late = exchange.write_fieldwork_bundle(ann, out).path
    unlock.lock(ann)
    other = evening(tmp_path / "other").open("office")  # the same office, put back from a copy of the morning
    take(other, late)
    found = senders(other)["Ann"]
    unlock.lock(other)
    assert found.said.word == "Gap"
    assert found.missing.endswith("entries have not arrived: ask for a new bundle")


def test_what_cannot_be_inspected_is_not_waited_for(day: Evening, office: Session) -> None:
    lee = day.open("lee")
    assess.move(lee, untouched(lee), Stage.CANNOT_INSPECT, "The record is locked by another area")
    more = day.folder / "more"
    more.mkdir()
    path = exchange.write_fieldwork_bundle(lee, more).path
    unlock.lock(lee)
    take(office, path)
    found = senders(office)["Lee"]
    assert found.waiting == 1
    assert found.missing == "Nothing received of 1 case; 1 cannot be inspected"


def test_the_next_bundles_say_what_is_held(day: Evening, office: Session) -> None:
    take(office, day.bundle("ben"))
    out = day.folder / "out"
    out.mkdir()
    written = merge.write_bundles(office, day.folder, out, tell=nobody)
    assert written.words == "3 bundles written and checked in out."
    assert sorted(written.files) == sorted(path.name for path in out.iterdir())
    assert merge.show(office, day.folder).last_place == out
    ben = day.open("ben")
    for path in out.iterdir():
        exchange.take_bundle(ben, path)
    assert exchange.write_fieldwork_bundle(ben, out).entries == 0
    unlock.lock(ben)


def test_whoever_has_no_confirmed_card_gets_no_bundle_and_is_named(day: Evening, office: Session) -> None:
    ann = senders(office)["Ann"]
    team.withdraw_card(office, ann.person, "laptop lost")
    out = day.folder / "out"
    out.mkdir()
    written = merge.write_bundles(office, day.folder, out, tell=nobody)
    assert len(written.files) == 2
    assert written.more.endswith("Left out, because their card is not confirmed or was withdrawn: Ann.")
    assert senders(office)["Ann"].said.word == "Card withdrawn"


def test_an_empty_folder_and_an_empty_team_are_refused_in_words(day: Evening, office: Session) -> None:
    empty = day.folder / "empty"
    empty.mkdir()
    with pytest.raises(Refusal, match="no bundle in the folder empty"):
        merge.take_folder(office, day.folder, empty, lambda _: None, tell=nobody)
    for one in merge.show(office, day.folder).senders:
        team.withdraw_card(office, one.person, "everything stolen")
    with pytest.raises(Refusal, match="Nobody in the team"):
        merge.write_bundles(office, day.folder, empty, tell=nobody)


def test_a_lead_who_became_an_inspector_cannot_vouch_for_others(day: Evening, office: Session) -> None:
    team.give_role(office, senders(office)["Lee"].person, Role.INSPECTOR)
    outcome = take(office, day.bundle("lee"))["lee"]
    assert outcome.said.word == "Look at it"
    assert "the sender cannot vouch for them" in outcome.words
