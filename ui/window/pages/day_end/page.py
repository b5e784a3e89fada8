"""The page for the end of the day: asks for folders and files, and runs the long work with its progress."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import day_end, exchanging
from ui.presenters.day_end import DayEnd
from ui.presenters.exchanging import Read, WrittenShown
from ui.window.background import Task
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.day_end.hand_over import HandOver
from ui.window.pages.day_end.standing import Standing
from ui.window.surroundings import Surroundings


class DayEndPage(Page):
    """Hand over, and see what stands."""

    title = "End of day"
    icon = "handover"

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self.around = around
        self._state: DayEnd | None = None
        self._task: Task | None = None
        self._bundle: Path | None = None
        self.over = HandOver()
        self.standing = Standing()
        self.body.addWidget(self.over)
        self.body.addWidget(self.standing, 1)
        self.over.write.connect(self._write)
        self.over.read.connect(self._read)
        self.over.stop.connect(self._stop)
        self.over.practise.connect(self._practise)
        self.standing.chosen.connect(
            lambda assessment: self.desk.navigate("assessment", assessment=assessment)
        )

    def open(self, **what: Any) -> None:
        """Show how things stand now."""
        if self._task is None:
            self.over.forget()
        self.ask(day_end.show, self.around.place)

    def draw(self, state: DayEnd) -> None:
        """Show how things stand."""
        self._state = state
        self.over.show_state(state)
        self.standing.show_state(state)

    def first_focus(self) -> QWidget | None:
        """The one button that this page is for."""
        return self.over.write_button

    def _write(self) -> None:
        folder = self.desk.files.folder("Where to write the bundle", self._last())
        if folder is not None:
            self._run(exchanging.write, self.around.place, folder, then=self._written)

    def _written(self, written: WrittenShown) -> None:
        self._task = None
        self._bundle = written.path
        practice = self._state is not None and self._state.practice
        self.over.show_written(written, practice=practice)
        self.desk.announce("Bundle written and checked")
        self.ask(day_end.show, self.around.place)

    def _read(self) -> None:
        if self._state is not None and self._state.reads_folders:
            folder = self.desk.files.folder("The folder with the team’s bundles", self._last())
            if folder is not None:
                self._run(exchanging.read_folder, self.around.place, folder, then=self._was_read)
            return
        chosen = self.desk.files.open_file("The bundle to read", exchanging.BUNDLES, self._last())
        if chosen is not None:
            self._run(exchanging.read_file, self.around.place, chosen, then=self._was_read)

    def _practise(self) -> None:
        if self._bundle is not None:
            self._run(exchanging.let_practice_office_answer, self._bundle, then=self._was_read)

    def _was_read(self, read: Read) -> None:
        self._task = None
        if read.again is not None:
            self.over.set_busy(on=False)
            self.desk.enter(read.again.session, read.again.roles, Place(read.again.inspection))
            return
        self.over.show_read(read)
        self.desk.announce("Bundles read")
        self.ask(day_end.show, self.around.place)

    def _run(self, function: Any, *what: Any, then: Any) -> None:
        self.over.set_busy(on=True)
        self._task = self.desk.work.run_long(
            function,
            self.desk.held.session,
            *what,
            then=then,
            refused=self._refused,
            progress=self.over.progress.set_words,
            stopped=self._stopped,
        )

    def _refused(self, refusal: Refusal) -> None:
        self._task = None
        self.over.set_busy(on=False)
        self.desk.refuse(refusal)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _stopped(self) -> None:
        self._task = None
        self.over.show_stopped()
        self.ask(day_end.show, self.around.place)

    def _last(self) -> Path | None:
        return self._state.last_place if self._state is not None else None
