"""The office's pages in every state, in three themes, up to 200%: nothing clipped, nameless or too small.

With the environment variable CASEBOOK_PICTURES set to a folder, the pictures are kept there to be looked at.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.people import Role
from tests.office import PRACTICE_LIST, SAMPLE, TEAM, Office, row, set_up, small_list
from tests.several import SUPERVISION, VICTIMS, in_the_field, shared
from ui.actions import allocate, draw_sample
from ui.presenters.opened import opened
from ui.reading import cases
from ui.window.background import AtOnce
from ui.window.desk import Desk, Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.pages.before_fieldwork import ENTRIES
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.filter_chips import FilterChips

LAPTOP = (1366, 728)  # 1366 by 768 less the system's own bar
MORE = (("Anwen Ŷstwyth", Role.INSPECTOR), ("Femi Oyelaran-Reid", Role.LOCAL_ASSESSOR))


@dataclass
class Stages:
    """Offices at different points of the errand; no test changes them."""

    folder: Path
    new: Office
    made: Office
    listed: Office
    drawn: Office
    shared: Office
    several: Office
    """Three samples: one shared out, one drawn that has cases in common with it, one list."""
    both: Office
    """Three small samples, all shared out."""
    card: Path
    messy: Path


def _office(folder: Path, name: str) -> Office:
    (folder / name).mkdir()
    return set_up(folder / name)


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stages]:
    folder = tmp_path_factory.mktemp("stages")
    made = _office(folder, "made").make_inspection()
    listed = _office(folder, "listed").make_inspection().gather().read(PRACTICE_LIST)
    drawn = _office(folder, "drawn").make_inspection().gather((*TEAM, *MORE)).read(PRACTICE_LIST).draw()
    allocate.exclude(drawn.session, drawn.id("Ann Archer"), officer="Zoë Thompson")
    handed = _office(folder, "shared").make_inspection().gather().read(PRACTICE_LIST).draw().allocate()
    handed.hand_out()
    draw_sample.replace_case(
        handed.session, SAMPLE, next(iter(cases.cases(handed.session))), "Transferred to another area"
    )
    several = _office(folder, "several").make_inspection().gather().read(PRACTICE_LIST).draw().allocate()
    for sample, name in (("court_reports", "court_report_list.csv"), ("victim_work", "victim_list.csv")):
        several.read(PRACTICE_LIST.with_name(name), sample)
    several.draw(22, "victim_work")
    (folder / "both").mkdir()
    both = in_the_field(folder / "both")
    messy = small_list(folder, 30, [row(2, gender="Other"), row(3, rosh="n/k"), ("", *row(4)[1:])])
    found = Stages(
        folder,
        _office(folder, "new"),
        made,
        listed,
        drawn,
        handed,
        several,
        both,
        made.card("Dilys Evans"),
        messy,
    )
    yield found
    for office in (found.new, made, listed, drawn, handed, several, both):
        office.close()


@dataclass
class Looker:
    """Goes through the pages of an office and notes what is wrong with each."""

    window: MainWindow
    files: Any
    faults: Callable[[QWidget], list[str]]
    look: str
    found: list[str] = field(default_factory=list)

    def enter(self, office: Office) -> None:
        now = opened(office.session)
        self.window.enter(now.session, now.roles, Place(now.inspection))

    def go(self, page: str, **what: Any) -> Any:
        self.window.navigate(page, **what)
        return self.window.page()

    def note(self, name: str) -> None:
        self.found += [f"{name}: {fault}" for fault in self.faults(self.window)]
        folder = os.environ.get("CASEBOOK_PICTURES")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(Path(folder) / f"{name}-{self.look}.png"))


@pytest.fixture
def looker(
    qtbot: QtBot,
    desk: Desk,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    request: pytest.FixtureRequest,
) -> Iterator[Looker]:
    theme, scale = request.param
    appearance.set(Look(Choice(theme), scale))
    files = desk.files  # answers at once with the paths put in
    window = MainWindow(AtOnce(), ENTRIES, appearance, Unexpected(), lambda _: None, files=files)
    qtbot.addWidget(window)
    window.resize(*LAPTOP)
    window.show()
    yield Looker(window, files, faults, f"{theme}-{scale}")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def each_look(*looks: tuple[str, int]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("looker", looks, indirect=True, ids=[f"{t}-{s}" for t, s in looks])


LOOKS = (("light", 100), ("contrast", 125), ("dark", 200))


@each_look(*LOOKS)
def test_inspection_and_team(looker: Looker, stages: Stages) -> None:
    looker.enter(stages.new)
    looker.note("inspection-new")
    looker.go("inspection").form.make_button.click()
    looker.note("inspection-problems")
    looker.enter(stages.made)
    looker.note("inspection-made")
    page = looker.go("team")
    looker.note("team-alone")
    page.invite.click()
    looker.note("team-invite")
    looker.files.paths = [stages.card]
    page = looker.go("team")
    page.take.click()
    looker.note("team-card")
    page.taking.confirm.click()
    looker.note("team-card-without-role")
    looker.enter(stages.shared)
    looker.note("inspection-shared")
    page = looker.go("team")
    page.table.selectRow(1)
    looker.note("team")
    page.member.withdraw_button.click()
    looker.note("team-withdraw")
    assert not looker.found, "\n".join(looker.found)


@each_look(*LOOKS)
def test_the_providers_list(looker: Looker, stages: Stages) -> None:
    looker.enter(stages.made)
    page = looker.go("list")
    looker.note("list-empty")
    looker.files.paths = [PRACTICE_LIST]
    page.choose.click()
    looker.note("list-preview")
    page.previewing.columns.unfold(True)
    press(page.previewing.chips, "all")
    looker.note("list-all-rows")
    looker.files.paths = [stages.messy]
    page.another.click()
    looker.note("list-twins")
    page.accept.click()
    looker.note("list-undecided")
    looker.enter(stages.listed)
    page = looker.go("list")
    looker.note("list-taken-in")
    page.taken_in.erase_button.click()
    looker.note("list-erase")
    assert not looker.found, "\n".join(looker.found)


@each_look(*LOOKS)
def test_the_sample(looker: Looker, stages: Stages) -> None:
    looker.enter(stages.made)
    looker.go("sample")
    looker.note("sample-no-list")
    looker.enter(stages.listed)
    page = looker.go("sample")
    looker.note("sample-before")
    page.before.weigh.emit("5000")
    looker.note("sample-wrong-size")
    page.before.weigh.emit("150")
    page.before.draw_button.click()
    looker.note("sample-ask")
    looker.enter(stages.shared)
    page = looker.go("sample")
    looker.note("sample-drawn")
    page.after.again_button.click()
    page.after.strata.unfold(True)
    press(page.after.chips, "all")
    looker.note("sample-again")
    page.after.replace_button.click()
    looker.note("sample-replace")
    page.after.close_button.click()
    looker.note("sample-close")
    assert not looker.found, "\n".join(looker.found)


@each_look(*LOOKS)
def test_the_allocation(looker: Looker, stages: Stages) -> None:
    looker.enter(stages.made)
    looker.go("allocation")
    looker.note("allocation-nothing-drawn")
    looker.enter(stages.drawn)
    page = looker.go("allocation")
    looker.note("allocation-share")
    for tick in page.sharing.takers.ticks.values():
        tick.click()
    looker.note("allocation-nobody")
    page.sharing.conflicts.add_button.click()
    looker.note("allocation-conflict-without-person")
    looker.enter(stages.shared)
    page = looker.go("allocation", part="bundles")
    looker.note("allocation-bundles")
    press(page.parts, "cases")
    looker.note("allocation-cases")
    page.holding.table.select(lambda line: bool(line.assessment))
    page.holding.give_button.click()
    looker.note("allocation-give")
    page.holding.giving.confirm.click()
    looker.note("allocation-give-to-nobody")
    assert not looker.found, "\n".join(looker.found)


@each_look(*LOOKS, ("light", 200))
def test_an_inspection_of_several_samples(looker: Looker, stages: Stages) -> None:
    looker.enter(stages.several)
    looker.note("several-inspection")
    looker.go("list", sample="court_reports")
    looker.note("several-list")
    page = looker.go("sample", sample="victim_work")
    looker.note("several-sample")
    page.after.table.select(lambda line: bool(line.also))
    page.after.replace_button.click()
    looker.note("several-sample-replace")
    looker.go("sample", sample="court_reports")
    looker.note("several-sample-before")
    looker.go("allocation", sample="victim_work")
    looker.note("several-allocation-share")
    looker.go("allocation")
    looker.note("several-allocation-next")
    looker.enter(stages.both)
    page = looker.go("allocation", part="cases")
    looker.note("several-allocation-cases")
    case = shared(stages.both, SUPERVISION, VICTIMS)
    page.holding.table.select(lambda line: line.case == case)
    page.holding.give_button.click()
    looker.note("several-allocation-give")
    assert not looker.found, "\n".join(looker.found)


@each_look(("light", 100))
def test_the_size_of_the_text_can_change_on_every_page(
    looker: Looker, stages: Stages, appearance: Appearance
) -> None:
    looker.enter(stages.shared)
    for entry in ENTRIES:
        looker.go(entry.name, **({"instrument": "case_supervision"} if entry.name == "versions" else {}))
        for scale in (200, 100):
            appearance.set(Look(Choice.LIGHT, scale))
            looker.note(f"{entry.name}-changed-to-{scale}")
    assert not looker.found, "\n".join(looker.found)


def press(chips: FilterChips, code: str) -> None:
    """Choose a chip as a person does."""
    next(chip for chip in chips.findChildren(QWidget) if getattr(chip, "code", "") == code).click()  # type: ignore[attr-defined]
