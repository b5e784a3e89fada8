"""The inspection page's state: what an inspection is made of, what is wrong, and which one is open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.office import PARTICULARS, Office, set_up
from tests.several import SAMPLES, instrument_text, programme_text
from ui.actions.write import type_on
from ui.presenters import inspection
from ui.presenters.inspection import Typed
from ui.reading import cases, programmes

TODAY = date(2018, 10, 5)
TYPED = Typed(
    "North West", "North West division", "NPS", "probation_services_2018", "8 Oct 2018", "19/10/2018"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path)
    yield made
    made.close()


def test_a_new_office_is_offered_the_programmes_and_has_no_steps(office: Office) -> None:
    state = inspection.show(office.session)
    assert (state.id, state.steps, state.all) == ("", (), ())
    titles = {offer.folder: offer.title for offer in state.offers}
    assert titles["probation_services_2018"] == "Probation services 2018/19"
    offer = next(offer for offer in state.offers if offer.folder == "probation_services_2018")
    assert ("NPS", "National Probation Service division") in offer.provider_types


def test_a_programme_of_the_offices_own_is_offered_and_can_be_chosen(office: Office) -> None:
    own = programmes.own_folder(office.session.store.folder) / "ours"
    own.mkdir(parents=True)
    (own / "programme.toml").write_text(programme_text(), "utf-8")
    for sample in SAMPLES:
        (own / f"{sample}.toml").write_text(instrument_text(sample), "utf-8")
    offer = next(one for one in inspection.show(office.session).offers if one.folder == "ours")
    assert offer.title == "Three samples"
    made = inspection.make(office.session, replace(TYPED, programme="ours"))
    assert "Three samples" in inspection.show(made.session).about


def test_what_is_missing_is_said_beside_its_field(office: Office) -> None:
    assert set(inspection.check(Typed(), TODAY)) == {
        "name",
        "provider",
        "provider_type",
        "programme",
        "start",
        "end",
    }
    assert inspection.check(TYPED, TODAY) == {}
    assert set(inspection.check(replace(TYPED, name="  ", start="32 Oct"), TODAY)) == {"name", "start"}
    assert "before the first" in inspection.check(replace(TYPED, end="7 Oct 2018"), TODAY)["end"]


def test_an_inspection_is_made_with_dates_as_they_are_typed(office: Office) -> None:
    made = inspection.make(office.session, TYPED)
    assert (made.roles, made.inspection) == (frozenset({"office"}), "North West")
    state = inspection.show(made.session)
    assert state.name == "North West"
    assert state.about == (
        "North West division · National Probation Service division · Probation services 2018/19"
        " · 8 to 19 October 2018"
    )
    assert [step.title for step in state.steps if step.next] == ["Team"]


def test_the_newest_comes_first_and_another_can_be_opened(office: Office) -> None:
    first = office.make_inspection().session.inspection
    office.make_inspection(replace(PARTICULARS, name="Wales", start="2018-12-28", end="2019-01-04"))
    state = inspection.show(office.session)
    assert [name for _, name in state.all] == ["Wales", "North West, autumn 2018"]
    assert state.about.endswith("28 December 2018 to 4 January 2019")
    assert inspection.choose(office.session, first).inspection == "North West, autumn 2018"


def test_another_inspection_is_opened_or_made_only_after_what_was_being_typed_is_recorded(
    office: Office,
) -> None:
    first = office.make_inspection().session
    type_on(first, "alert", "ab" * 16, "A child may be at risk", {"told": "the manager"})
    second = inspection.make(first, TYPED).session
    assert [alert.text for alert in cases.written(first, "alert")] == ["A child may be at risk"]
    type_on(second, "alert", "cd" * 16, "Half a sentence", {"told": ""})
    inspection.choose(second, first.inspection)
    assert [alert.text for alert in cases.written(second, "alert")] == ["Half a sentence"]
