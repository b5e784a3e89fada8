"""An office prepares an inspection in the real window: from nothing to bundles that its people open."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.people import Role
from tests.office import PRACTICE_LIST, QUICK, WORDS, Clock, set_up
from tests.office import TEAM as PEOPLE
from tests.somebody import KEY, Somebody, at_work
from ui.actions import begin, exchange, unlock
from ui.reading import cases, inspections, samples
from ui.session import Session
from ui.window.pages.allocation.page import AllocationPage
from ui.window.pages.provider_list.page import ProviderListPage
from ui.window.pages.sample.page import SamplePage
from ui.window.widgets.dropdown import Dropdown


@pytest.fixture
def somebody(qtbot: QtBot, tmp_path: Path) -> Iterator[Somebody]:
    """Whoever sits at the office, which has no inspection yet."""
    with at_work(qtbot, set_up(tmp_path).session) as person:
        yield person


def pick(somebody: Somebody, field: Dropdown, code: str) -> None:
    """Go down a list of options to the one with this code."""
    for _ in range(field.count()):
        if field.code() != code:
            somebody.fill(field, KEY.Key_Down)
    assert field.code() == code


@pytest.mark.slow
def test_an_office_prepares_an_inspection(somebody: Somebody, tmp_path: Path) -> None:
    make_inspection(somebody)
    team = {name: join(somebody, tmp_path, name, role) for name, role in PEOPLE}
    take_in_list(somebody)
    draw(somebody)
    share_out(somebody)
    files = hand_out(somebody, tmp_path)
    open_bundles(team, files)
    assert_all_is_done(somebody)


@pytest.mark.slow
def test_an_office_takes_three_samples_from_list_to_allocation(somebody: Somebody, tmp_path: Path) -> None:
    make_inspection(somebody)
    team = {name: join(somebody, tmp_path, name, role) for name, role in PEOPLE}
    for sample, file in LISTS.items():
        take_in_another(somebody, sample, PRACTICE_LIST.with_name(file))
    for sample in LISTS:
        draw_another(somebody, sample)
    assert {
        one.sample.id: (one.record.size, one.record.eligible) for one in samples.draws(somebody.session)
    } == {
        "case_supervision": (128, 570),
        "court_reports": (120, 440),
        "victim_work": (22, 22),
    }
    page = somebody.go("Allocation")
    for _ in LISTS:
        somebody.push(page.sharing.allocate_button)
        somebody.push(page.onward)
    held = cases.cases(somebody.session)
    made = [one for one, _ in cases.assessments(somebody.session).values()]
    shared = {case.id for case in held.values() if len(case.places) > 1}
    assert shared
    assert len(made) == 128 + 120 + 22 == len(held) + len(shared)
    assert len({(one.case, one.holder) for one in made}) == len(held)
    files = hand_out(somebody, tmp_path)
    for name, session in team.items():
        assert exchange.take_bundle(session, files[name]).refusal is None
        theirs = [one.case for one, _ in cases.assessments(session).values() if one.holder == session.author]
        both = shared & set(theirs)
        assert sorted(theirs) == sorted(one.case for one in made if one.holder == session.author)
        assert all(len(cases.cases(session)[case].places) == theirs.count(case) == 2 for case in both)
        unlock.lock(replace(session, inspection=""))
    assert_all_is_done(somebody)


LISTS = {
    "case_supervision": "case_supervision_list.csv",
    "court_reports": "court_report_list.csv",
    "victim_work": "victim_list.csv",
}


def take_in_another(somebody: Somebody, sample: str, file: Path) -> None:
    """From the inspection page, the step of the list leads to the next one that is missing."""
    somebody.push(somebody.go("Inspection").checklist.buttons["Provider’s list"])
    page = somebody.page(ProviderListPage)
    assert page.samples.code() == sample
    somebody.push(page.choose, file)
    somebody.push(page.accept)
    if page.confirm.isVisible():
        somebody.push(page.confirm.confirm)


def draw_another(somebody: Somebody, sample: str) -> None:
    """The step of the sample leads to the next one that can be drawn; of victim work all cases are wanted."""
    somebody.push(somebody.go("Inspection").checklist.buttons["Sample"])
    page = somebody.page(SamplePage)
    assert page.samples.code() == sample
    if sample == "victim_work":
        page.before.size_field.clear()
        somebody.fill(page.before.size_field, "22")
    somebody.push(page.before.draw_button)
    somebody.push(page.before.confirm.confirm)


def make_inspection(somebody: Somebody) -> None:
    form = somebody.go("Inspection").form
    somebody.fill(form.name, "North West, autumn 2018")
    somebody.fill(form.provider, "North West division")
    pick(somebody, form.programme, "probation_services_2018")
    pick(somebody, form.provider_type, "NPS")
    somebody.fill(form.start, "8/10/2018")
    somebody.fill(form.end, "19 Oct 2018")
    somebody.push(form.make_button)
    assert inspections.inspection(somebody.session).end == "2018-10-19"
    assert somebody.window.top.inspection.text() == "North West, autumn 2018"


def join(somebody: Somebody, folder: Path, name: str, role: Role) -> Session:
    """Invite somebody; they answer with a card on their own laptop; the office takes and confirms it."""
    page = somebody.go("Team")
    invitation, card = (folder / f"{name}.casebook-{what}" for what in ("invitation", "card"))
    somebody.push(page.invite)
    somebody.fill(page.inviting.name, name)
    somebody.push(page.inviting.save, invitation)
    begun = begin.begin_with_invitation(folder / name, invitation.read_bytes(), name, WORDS, Clock(), QUICK)
    somebody.push(page.inviting.close_button)
    card.write_bytes(begun.card_file)
    somebody.push(page.take, card)
    somebody.push(page.taking.compared)
    pick(somebody, page.taking.role, role.value)
    somebody.push(page.taking.confirm)
    here = {one.name: one for one in inspections.people(somebody.session)}
    assert (here[name].role, here[name].confirmed) == (role, True)
    return begun.session


def take_in_list(somebody: Somebody) -> None:
    page = somebody.go("Provider’s list")
    somebody.push(page.choose, PRACTICE_LIST)
    looked_at = [line.row for line in page.previewing.table.rows.shown()]
    assert looked_at == [42, 79, 122, 179, 217, 279, 466, 497, 565, 572]
    somebody.push(page.accept)
    assert len(samples.rows(somebody.session, "case_supervision")) == 570


def draw(somebody: Somebody) -> None:
    page = somebody.go("Sample")
    somebody.push(page.before.draw_button)
    somebody.push(page.before.confirm.confirm)
    (done,) = samples.draws(somebody.session)
    assert (done.record.size, done.record.eligible) == (128, 570)
    somebody.push(page.after.again_button)
    assert page.after.result.text().startswith("Drawn again: the same 128 cases")
    somebody.push(page.after.replace_button)
    somebody.fill(page.after.reason.field, "Moved away")
    somebody.push(page.after.reason.confirm)


def share_out(somebody: Somebody) -> None:
    page = somebody.go("Allocation")
    officer = page.sharing.conflicts.of.itemText(0).removesuffix(" (officer)")
    ann = next(one.id for one in inspections.people(somebody.session) if one.name == "Ann Archer")
    pick(somebody, page.sharing.conflicts.person, ann)
    pick(somebody, page.sharing.conflicts.of, f"officer:{officer}")
    somebody.push(page.sharing.conflicts.add_button)
    somebody.push(page.sharing.allocate_button)
    held = cases.cases(somebody.session)
    names = inspections.names(somebody.session)
    made = [(names[one.holder], held[one.case]) for one, _ in cases.assessments(somebody.session).values()]
    assert len(made) == 128
    assert not any(name == "Ann Archer" and case.facts()["officer"] == officer for name, case in made)
    somebody.push(page.onward)


def hand_out(somebody: Somebody, folder: Path) -> dict[str, Path]:
    handing, bundles = somebody.page(AllocationPage).handing, folder / "bundles"
    bundles.mkdir()
    somebody.push(handing.wanting, bundles)
    outcomes = handing.written.rows.shown()
    assert all(one.said.word.startswith("Written and checked") for one in outcomes)
    return {one.name: bundles / one.file for one in outcomes}


def open_bundles(team: dict[str, Session], files: dict[str, Path]) -> None:
    """Everybody opens their own bundle and no other, and finds their cases in it, without any name."""
    assert set(files) == set(team)
    for name, session in team.items():
        for owner, file in files.items():
            assert (exchange.take_bundle(session, file).refusal is None) is (owner == name)
        mine = [one for one, _ in cases.assessments(session).values() if one.holder == session.author]
        assert len(mine) in (42, 43)
        bodies = session.store.db.execute("SELECT body FROM entry WHERE kind = 'identity'").fetchall()
        assert bodies == []
        unlock.lock(replace(session, inspection=""))


def assert_all_is_done(somebody: Somebody) -> None:
    page = somebody.go("Inspection")
    steps = {title: button.property("kind") for title, button in page.checklist.buttons.items()}
    assert [title for title, kind in steps.items() if kind == "primary"] == ["Received"]
