"""Who has sent what: how cases stand by holder, and which bundle was a person's newest."""

from collections.abc import Iterator

import pytest

from model.cases import Assessment, Case, Place, Purpose
from tests.merging import Evening
from ui.actions import exchange, unlock
from ui.reading.received import Sent, Work, who_sent_what, work_of
from ui.session import Session


def case(id: str, replaced: str = "") -> Case:
    return Case(id, id, "", {"s": Place("s", 1, False, "", {}, replaced, "")}, {})


def made(id: str, of: str, state: str, purpose: Purpose = Purpose.FIRST) -> Assessment:
    return Assessment(id, of, "i", purpose, "ann", False, state, "", "", "")


def test_cases_are_counted_by_state_and_replaced_ones_are_not() -> None:
    held = {id: case(id, "e" if id == "d" else "") for id in "abcd"}
    found = work_of(
        held,
        [
            made("1", "a", "complete"),
            made("2", "b", "cannot_inspect"),
            made("3", "c", "ready"),
            made("4", "d", "not_started"),
            made("5", "a", "complete", Purpose.SECOND),
            made("6", "not here", "complete"),
        ],
        {"i": ("s",)},
    )
    assert found == {"ann": Work(held=3, complete=1, cannot_inspect=1, begun=1)}
    assert found["ann"].waiting == 1


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    yield session
    unlock.lock(session)


def by_name(session: Session) -> dict[str, Sent]:
    return {sent.person.name: sent for sent in who_sent_what(session)}


def test_the_newest_bundle_counts_in_whatever_order_they_arrive(day: Evening, office: Session) -> None:
    ann = day.open("ann")
    exchange.write_fieldwork_bundle(ann, day.folder).path.rename(day.folder / "newest.casebook")
    unlock.lock(ann)
    for path in (day.folder / "newest.casebook", day.bundle("ann")):
        assert exchange.take_bundle(office, path).refusal is None
    sent = by_name(office)["Ann"]
    assert (sent.bundles, sent.written) == (2, "2018-10-08T19:00:00Z")
    assert sent.taken_in == "2018-10-08T19:00:00Z"
    assert sent.missing == 0


def test_a_branch_kept_aside_is_not_missing(day: Evening, office: Session) -> None:
    for name in ("ann", "ann_copy"):
        exchange.take_bundle(office, day.bundle(name))
    assert by_name(office)["Ann"].missing == 0


def test_the_office_is_not_in_its_own_table_and_the_lead_is_in_theirs(day: Evening, office: Session) -> None:
    assert set(by_name(office)) == {"Ann", "Ben", "Lee"}
    lee = day.open("lee")
    found = by_name(lee)
    unlock.lock(lee)
    assert set(found) == {"Ann", "Ben", "Lee"}
    assert found["Ann"].entries > 0
