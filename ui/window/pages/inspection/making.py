"""The form in which an inspection is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.presenters.inspection import Offer, Typed, check
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow

_DAY = "Day, month, year: 8 Oct 2018"


class MakingForm(Card):
    """Name, provider, programme and dates; what is missing is said beside its field."""

    make = Signal(object)
    """What was typed, whole: a Typed."""
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Make an inspection", parent)
        self._today = today
        self._offers: tuple[Offer, ...] = ()
        self.name, self.provider = QLineEdit(), QLineEdit()
        self.programme = Dropdown("Programme")
        self.provider_type = Dropdown("Kind of provider")
        self.start, self.end = QLineEdit(), QLineEdit()
        self.rows = {
            "name": FormRow("Name", self.name, "As it is called in speech: North West, autumn 2018"),
            "provider": FormRow("Provider", self.provider, "As it stands in the report"),
            "programme": FormRow("Programme", self.programme, "Its questions, measures and samples"),
            "provider_type": FormRow("Kind of provider", self.provider_type),
            "start": FormRow("First day of fieldwork", self.start, _DAY),
            "end": FormRow("Last day of fieldwork", self.end, _DAY),
        }
        self.programme.chosen.connect(lambda _: self._offer_types())
        for name in ("name", "provider", "programme", "provider_type"):
            self.body.addWidget(self.rows[name])
        self.body.addWidget(Beside(self.rows["start"], self.rows["end"], least=420, share=(1, 1)))
        self.make_button = Button("Make the inspection", "primary", do=self._make)
        self.cancel = Button("Not now", do=self.left.emit)
        buttons = Flow()
        for button in (self.make_button, self.cancel):
            buttons.addWidget(button)
        self.body.addSpacing(SPACE[4])
        self.body.addLayout(buttons)
        for field in (self.name, self.provider, self.start, self.end):
            field.returnPressed.connect(self._make)

    def offer(self, offers: tuple[Offer, ...], *, first: bool) -> None:
        """Offer these programmes; an only one is chosen. `first`: there is no inspection yet."""
        self._offers = offers
        self.cancel.setVisible(not first)
        self.programme.set_options((offer.folder, offer.title) for offer in offers)
        if len(offers) == 1:
            self.programme.set_code(offers[0].folder)
        self._offer_types()

    def empty(self) -> None:
        """Forget what was typed."""
        for field in (self.name, self.provider, self.start, self.end):
            field.clear()
        self.provider_type.set_code("")
        for row in self.rows.values():
            row.set_problem("")

    def _offer_types(self) -> None:
        chosen = next((offer for offer in self._offers if offer.folder == self.programme.code()), None)
        self.provider_type.set_options(chosen.provider_types if chosen else ())
        self.provider_type.setEnabled(chosen is not None)

    def _make(self) -> None:
        typed = Typed(
            self.name.text(),
            self.provider.text(),
            self.provider_type.code(),
            self.programme.code(),
            self.start.text(),
            self.end.text(),
        )
        problems = check(typed, self._today())
        for name, row in self.rows.items():
            row.set_problem(problems.get(name, ""))
        wrong = next((row for name, row in self.rows.items() if name in problems), None)
        if wrong is not None:
            wrong.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.make.emit(typed)
