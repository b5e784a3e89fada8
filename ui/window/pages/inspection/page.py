"""The inspection page: the open inspection with its checklist, or the form that makes one."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.presenters import inspection
from ui.presenters.errand import Step
from ui.presenters.inspection import InspectionState, Typed
from ui.presenters.opened import Opened
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.inspection.checklist import Checklist
from ui.window.pages.inspection.making import MakingForm
from ui.window.pages.tab_order import put_in_order
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_label import PlainLabel


class InspectionPage(Page):
    """Where the office begins each day."""

    title = "Inspection"
    icon = "inspection"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: InspectionState | None = None
        self._making = False
        self.choice = Dropdown("Open another inspection")
        self.choice.chosen.connect(self._choose)
        self.make_another = Button("Make another inspection", icon="plus", do=self._make_another)
        for part in (self.choice, self.make_another):
            self.aside.addWidget(part)
        self.about = PlainLabel(role="quiet")
        self.checklist = Checklist()
        self.checklist.go.connect(self._go)
        self.form = MakingForm(self._today)
        self.form.make.connect(self._make)
        self.form.left.connect(self._not_now)
        self._narrow = Narrow(560, left=True)
        self._narrow.body.addWidget(self.form)
        for widget in (self.about, self.checklist, self._narrow):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def open(self, **what: Any) -> None:
        """Show the open inspection, or the form where there is none yet."""
        self._making = False
        self.ask(inspection.show)

    def draw(self, state: InspectionState) -> None:
        """Show the errand, or the form."""
        self._state = state
        making = self._making or not state.id
        self.heading.setText("Inspection" if making else state.name)
        self.about.setText(state.about)
        self.about.setVisible(not making)
        self.checklist.draw(state.steps)
        self.checklist.setVisible(not making)
        self.form.offer(state.offers, first=not state.id)
        self._narrow.setVisible(making)
        self.choice.set_options(state.all)
        self.choice.set_code(state.id)
        self.choice.setVisible(not making and len(state.all) > 1)
        self.make_another.setVisible(not making)
        put_in_order(self)
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def first_focus(self) -> QWidget | None:
        """The next step; or the first field of the form."""
        if self._state is None:
            return None
        return self.form.name if self._making or not self._state.id else self.checklist.next_button()

    def _today(self) -> date:
        return self.desk.now().astimezone().date()

    def _go(self, step: Step) -> None:
        self.desk.navigate(step.page, **step.what)

    def _make_another(self) -> None:
        self._making = True
        self.form.empty()
        if self._state is not None:
            self.draw(self._state)

    def _not_now(self) -> None:
        self._making = False
        if self._state is not None:
            self.draw(self._state)

    def _make(self, typed: Typed) -> None:
        self.ask(inspection.make, typed, then=self._made)

    def _made(self, opened: Opened) -> None:
        self._making = False
        self.form.empty()
        self._enter(opened)
        self.desk.announce(f"{opened.inspection} is made")

    def _choose(self, chosen: str) -> None:
        self.ask(inspection.choose, chosen, then=self._enter)

    def _enter(self, opened: Opened) -> None:
        self.desk.enter(opened.session, opened.roles, Place(opened.inspection))
