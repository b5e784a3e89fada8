"""The settings page. What is chosen holds at once and is kept; nothing has to be confirmed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from model.refusal import Refusal
from ui.presenters import joining, settings
from ui.presenters.opened import Opened
from ui.presenters.settings import SettingShown, SettingsState
from ui.presenters.start import INVITATIONS
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.settings.about import About
from ui.window.pages.settings.inspections import Inspections
from ui.window.pages.settings.passphrase import ChangePassphrase
from ui.window.surroundings import Surroundings
from ui.window.widgets.card import Card
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.form import FormRow
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_label import PlainLabel


class SettingsPage(Page):
    """Settings, passphrase, store, keys and notices, under one another."""

    title = "Settings"
    icon = "settings"

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self.around = around
        self.fields: dict[str, Dropdown] = {}
        self.looks = Card("This window")
        self.passphrase = ChangePassphrase()
        self.store = PlainLabel()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.opens = PlainLabel()
        self.inspections = Inspections()
        self.about = About()
        place = Card("Your store")
        for part in (self.store, self.folder, self.opens):
            place.body.addWidget(part)
        narrow = Narrow(left=True)
        for card in (self.looks, self.inspections, self.passphrase, place, self.about):
            narrow.body.addWidget(card)
        self.body.addWidget(narrow)
        self.body.addStretch(1)
        self.inspections.chosen.connect(self._open_inspection)
        self.inspections.join.connect(self._join)
        self.passphrase.change.connect(self._change_passphrase)
        around.preferences.changed.connect(self._changed)

    def open(self, **what: Any) -> None:
        """Show what holds now."""
        self.ask(settings.show, self.around.place)
        self.ask(joining.show, then=self.inspections.show_state)

    def draw(self, state: SettingsState) -> None:
        """Show what holds now."""
        for each in state.settings:
            self._show(each)
        whose = f"The store of {state.name} lies in:" if state.name else "The store lies in:"
        opens = "It is encrypted. Your passphrase opens it, and nothing else but the office’s recovery card."
        if state.practice:
            whose = "The practice store, in which all people are invented, lies in:"
            opens = "Its passphrase is no secret."
        self.store.setText(whose)
        self.folder.setAccessibleName(whose)
        self.folder.setText(state.store)
        self.folder.setCursorPosition(0)
        self.opens.setText(opens)
        self.passphrase.setVisible(not state.practice)
        self.about.show_state(state.version, state.notices)

    def leave(self) -> None:
        """Keep no passphrase in a field that nobody sees."""
        self.passphrase.forget()

    def first_focus(self) -> QWidget | None:
        """The first setting."""
        return next(iter(self.fields.values()), None)

    def _show(self, each: SettingShown) -> None:
        if each.key not in self.fields:
            field = Dropdown(each.words, [(str(code), words) for code, words in each.choices])
            field.chosen.connect(lambda code, key=each.key: self._choose(key, code))
            self.looks.body.addWidget(FormRow(each.words, field, each.hint))
            self.fields[each.key] = field
        self.fields[each.key].set_code(str(self.around.preferences.value(each.key)))

    def _choose(self, key: str, code: str) -> None:
        self.around.keep(key, int(code) if code.isdigit() else code)

    def _changed(self, key: str, value: object) -> None:
        """A key or another page has changed it: show that."""
        if key in self.fields:
            self.fields[key].set_code(str(value))

    def _open_inspection(self, inspection: str) -> None:
        self.ask(joining.choose, inspection, then=self._enter)

    def _enter(self, opened: Opened) -> None:
        self.desk.enter(opened.session, opened.roles, Place(opened.inspection))

    def _join(self) -> None:
        chosen = self.desk.files.open_file("The invitation from the office", INVITATIONS)
        if chosen is not None:
            self.desk.navigate("join", invitation=chosen)

    def _change_passphrase(self, old: str, new: str) -> None:
        self.passphrase.setEnabled(False)
        self.ask(settings.change_passphrase, old, new, then=self._passphrase_changed, refused=self._refused)

    def _passphrase_changed(self, _: None) -> None:
        self.passphrase.setEnabled(True)
        self.passphrase.changed()
        self.desk.announce("Passphrase changed")

    def _refused(self, refusal: Refusal) -> None:
        self.passphrase.setEnabled(True)
        self.passphrase.refused(f"{refusal.happened} {refusal.next}")
