"""The page of papers: which document, of what; how it will look; printing it, and saving it as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.presenters import papers
from ui.presenters.papers import Laid, Offered, PapersState, Printed
from ui.presenters.sizes import counted
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.papers.paging import Paging
from ui.window.pages.papers.printing import AskForPrinter, Printers, draw_on
from ui.window.pages.papers.viewer import Viewer
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PapersPage(Page):
    """What is looked at here is laid out exactly as it is printed, from the same bytes."""

    title = "Papers"
    icon = "print"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = PapersState(())
        self.laid: Laid | None = None
        self.printers: Printers = AskForPrinter(self)
        self._wanted = ("", "")
        self._assessment = ""
        self.save = Button("Save as PDF …", icon="folder", do=self._ask_save)
        self.print = Button("Print …", "primary", "print", do=self._print)
        self.aside.addWidget(self.save)
        self.aside.addWidget(self.print)
        self.document = _field("Document")
        self.document.chosen.connect(lambda _: self._document_chosen(""))
        self.subject = _field("Case")
        self.subject.chosen.connect(lambda _: self._look())
        self.asks = PlainLabel("Case", "strong")
        self.choice = QWidget()
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[16])
        row.addLayout(_labelled(PlainLabel("Document", "strong"), self.document), 2)
        row.addLayout(_labelled(self.asks, self.subject), 5)
        self.warning = MessageBar()
        self.confirm = ConfirmBar()
        self.done = MessageBar()
        self.viewer = Viewer()
        self.bar = Paging(self.viewer)
        self.nothing = EmptyState("print", "", "")
        for part in (self.choice, self.warning, self.confirm, self.done, self.bar):
            self.body.addWidget(part)
        self.body.addWidget(self.viewer, 1)
        self.body.addWidget(self.nothing, 1)
        self._show_nothing()

    def open(self, document: str = "", subject: str = "", assessment: str = "", **what: Any) -> None:
        """Read what can be printed; `document` and `subject`, or an `assessment`, are shown at once."""
        self._wanted = (document or (papers.OF_A_CASE if assessment else ""), subject or assessment)
        self.done.clear()
        self.confirm.hide()
        self.ask(papers.show)

    def draw(self, state: PapersState) -> None:
        """Offer the documents, and show the one that is wanted or was shown before."""
        self.state = state
        self.document.set_options((one.document, one.title) for one in state.offered)
        self.choice.setVisible(bool(state.offered))
        wanted, subject = self._wanted
        if state.of(wanted or self.document.code()) is None:
            wanted = state.offered[0].document if state.offered else ""
        self.document.set_code(wanted or self.document.code())
        self._document_chosen(subject)

    def leave(self) -> None:
        """No document stays in memory when nobody looks at it."""
        self.viewer.clear()
        self.laid = None

    def first_focus(self) -> QWidget | None:
        """The field that chooses the document."""
        return self.document if not self.choice.isHidden() else None

    def in_place(self) -> Sequence[Shortcut]:
        """The keys of the preview."""
        return Shortcut.PAGE_DOWN, Shortcut.PAGE_UP, Shortcut.FIRST_OR_LAST, Shortcut.SIZE

    def _offered(self) -> Offered | None:
        return self.state.of(self.document.code())

    def _document_chosen(self, subject: str) -> None:
        offered = self._offered()
        if offered is None:
            self._show_nothing()
            return
        self.asks.setText(offered.asks)
        self.subject.setAccessibleName(offered.asks)
        self.subject.setPlaceholderText(_choose(offered))
        self.subject.set_options(offered.subjects)
        if subject or not self.subject.code():
            self.subject.set_code(subject or self._same_case(offered))
        if not self.subject.code() and len(offered.subjects) == 1:
            self.subject.set_code(offered.subjects[0][0])
        self.bar.note.setText(offered.note)
        self._look()

    def _same_case(self, offered: Offered) -> str:
        """What this document is asked of when it is to be about the case looked at before."""
        officer = self.state.officers.get(self._assessment, "")
        return officer if offered.asks == papers.OFFICER else self._assessment

    def _warn(self) -> None:
        """Say what must be known of the document that is chosen."""
        offered = self._offered()
        if offered is not None and offered.is_private:
            self.warning.tell(papers.NOT_FOR_THE_OFFICER, Tone.ATTENTION, papers.NOT_FOR_THE_OFFICER_MORE)
        else:
            self.warning.clear()

    def _look(self) -> None:
        """Lay out what is chosen and show it."""
        self._warn()
        self.done.clear()
        self.confirm.hide()
        offered = self._offered()
        if offered is not None and offered.asks == papers.CASE:
            self._assessment = self.subject.code()
        if self.document.code() and self.subject.code():
            self.ask(
                papers.preview,
                self.document.code(),
                self.subject.code(),
                then=self._show,
                refused=self._refused,
            )
        else:
            self._show_nothing()

    def _show(self, laid: Laid) -> None:
        if (laid.document, laid.subject) != (self.document.code(), self.subject.code()):
            return  # another was chosen while this one was being laid out
        self.laid = laid
        for part in (self.viewer, self.bar):
            part.show()
        self.nothing.hide()
        self.viewer.show_pdf(self._title(), laid.pdf)
        for button in (self.save, self.print):
            button.setEnabled(True)

    def _show_nothing(self) -> None:
        self.laid = None
        self.viewer.clear()
        for part in (self.viewer, self.bar):
            part.hide()
        for button in (self.save, self.print):
            button.setEnabled(False)
        offered = self._offered()
        if offered is None:
            self._warn()
            self.nothing.set(
                "There is nothing to print yet",
                "Documents can be printed as soon as there are cases, a draw or results.",
            )
        else:
            self.nothing.set(_choose(offered), "The document then stands here as it will be printed.")
        self.nothing.show()

    def _refused(self, refusal: Refusal) -> None:
        self._show_nothing()
        self.desk.refuse(refusal)

    def _title(self) -> str:
        return f"{self.document.currentText()} · {self.subject.currentText()}"

    def _print(self) -> None:
        laid = self.laid
        if laid is None:
            return
        printer = self.printers.choose(f"Casebook {self.document.currentText()}")
        if printer is not None and self.laid is laid:  # the window may have been locked meanwhile
            self.ask(
                papers.print_out, laid.document, laid.subject, then=lambda done: self._printed(done, printer)
            )

    def _printed(self, printed: Printed, printer: QPrinter) -> None:
        self.desk.saved(printed.time)
        try:
            sheets = draw_on(printer, printed.laid.pdf)
        except Refusal as refusal:
            self.desk.refuse(refusal)
            return
        self.done.tell(
            f"Printed as number {printed.number}, {counted(sheets, 'sheet')}.",
            Tone.SUFFICIENT,
            "Who printed it and when is recorded, and stands on every page.",
        )

    def _ask_save(self) -> None:
        offered = self._offered()
        if self.laid is None or offered is None:
            return
        more = (
            "A PDF leaves the encrypted store: anybody who has the file can read it. It gets a print number, "
            "and that you saved it is recorded."
        )
        if offered.is_private:
            more = f"{papers.NOT_FOR_THE_OFFICER} {more}"
        self.done.clear()
        self.warning.clear()  # what it says stands in the question, and the room is needed
        self.confirm.ask(
            f"Save this {offered.title.lower()} as a PDF?",
            more,
            "Choose a folder …",
            self._choose_folder,
            no="Do not save",
            otherwise=self._warn,
        )

    def _choose_folder(self) -> None:
        self._warn()
        folder = self.desk.files.folder("Where to save the PDF")
        if folder is not None and self.laid is not None:
            self._save(self.laid, folder)

    def _save(self, laid: Laid, folder: Path) -> None:
        self.ask(papers.save, laid.document, laid.subject, folder, then=self._saved)

    def _saved(self, printed: Printed) -> None:
        self.desk.saved(printed.time)
        self.done.tell(
            f"Saved: {printed.file}, print number {printed.number}.",
            Tone.SUFFICIENT,
            "It is not encrypted. Erase it when it is no longer needed.",
        )


def _choose(offered: Offered) -> str:
    asks = offered.asks.lower()
    return f"Choose {'an' if asks[0] in 'aeio' else 'a'} {asks}"


def _labelled(label: PlainLabel, field: QWidget) -> QVBoxLayout:
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(SPACE[4])
    column.addWidget(label)
    column.addWidget(field)
    return column


def _field(name: str) -> Dropdown:
    field = Dropdown(name)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(12)
    field.setMaxVisibleItems(16)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return field
