"""Every widget on a few pages, as the gallery test draws them: invented words, real widgets."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.buttons import Button, IconButton
from ui.window.widgets.card import Card, Rule
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import Form
from ui.window.widgets.heading import Heading
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.note_editor import NoteEditor
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.progress_strip import ProgressStrip
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.table import Table
from ui.window.widgets.tick import Tick
from ui.window.widgets.tone import Tone

QUESTION = "Does assessment focus sufficiently on keeping other people safe?"
GUIDANCE = (
    "Look for: an accurate classification of risk of serious harm; information from the police and "
    "children's services, asked for and used; a view of who is at risk, of what, and when."
)


@dataclass(frozen=True)
class Case:
    number: str
    kind: str
    state: str
    tone: Tone
    interview: str
    answered: int
    asked: int


CASES = (
    Case("48-213", "Community order", "Ready for interview", Tone.ACCENT, "Tue 9 Oct, 10:30", 61, 87),
    Case("48-219", "Licence", "Reading", Tone.PLAIN, "Tue 9 Oct, 14:00", 41, 92),
    Case("48-226", "Suspended sentence order", "Alert open", Tone.ATTENTION, "Wed 10 Oct, 9:30", 12, 84),
    Case("48-240", "Community order", "Complete", Tone.SUFFICIENT, "", 79, 79),
    Case("48-251", "Post-sentence supervision", "Not started", Tone.UNKNOWN, "", 0, 88),
)


class WorkPage(Page):
    """A question with its answers, note and guidance: the densest page there is."""

    title = "Assessment"
    icon = "questions"
    scrolls = True
    shows_title = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.progress = ProgressStrip("This case")
        self.progress.set(41, 87, 3)
        self.body.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(SPACE[24])
        row.addLayout(self._question(), 3)
        row.addWidget(self._guidance(), 2)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.bind(Shortcut.EVIDENCE, self.note.setFocus)

    def first_focus(self) -> QWidget | None:
        return self.note

    def hints(self) -> list[tuple[str, str]]:
        return [("Y", "Yes"), ("N", "No")]

    def _question(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[12])
        column.addWidget(PlainLabel("2.1.3  Assessment", "overline"))
        column.addWidget(PlainLabel(QUESTION, "question"))
        self.answers = AnswerButtons(
            QUESTION, [AnswerOption("yes", "Yes", "y"), AnswerOption("no", "No", "n")], inline=True
        )
        self.answers.set_value("no")
        column.addWidget(self.answers)
        self.why = AnswerButtons(
            "Why not sufficient",
            [
                AnswerOption("police", "Information from the police was not asked for", "1"),
                AnswerOption(
                    "past", "Past behaviour was not taken into account", "2", "Convictions count too."
                ),
                AnswerOption("partner", "The risk to a present or former partner was underestimated", "3"),
            ],
            several=True,
        )
        self.why.set_value(("past",))
        column.addWidget(Heading("Why not sufficient"))
        column.addWidget(self.why)
        self.note = NoteEditor("Evidence note", "What you saw, where, and when")
        self.note.set_text("Call-out on 3 June noted by the police, not in the assessment of 18 June (ŵ, ŷ).")
        column.addWidget(Heading("Evidence"))
        column.addWidget(self.note)
        buttons = Flow()
        buttons.addWidget(Button("Next gap", "primary", "forward", shortcut=Shortcut.NEXT_GAP))
        buttons.addWidget(Button("Point to raise", icon="flag", shortcut=Shortcut.POINT))
        buttons.addWidget(Button("History", "quiet", "history"))
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _guidance(self) -> QWidget:
        card = Card("Guidance")
        card.aside.addWidget(KeyHint("G"))
        card.body.addWidget(PlainLabel(GUIDANCE))
        card.body.addWidget(Rule())
        card.body.addWidget(Heading("Sufficient means", level=3))
        card.body.addWidget(PlainLabel("Somebody else could tell from it what to watch for, and what to do."))
        badges = Flow()
        badges.addWidget(StatusBadge("Published wording", Tone.ACCENT))
        badges.addWidget(StatusBadge("Letter provisional", Tone.ATTENTION))
        card.body.addLayout(badges)
        card.body.addStretch(1)
        return card


class ListPage(Page):
    """Filters and a table."""

    title = "Today's cases"
    icon = "calendar"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.aside.addWidget(Button("End of day", "primary", "handover"))
        self.filters = FilterChips("Filter by state")
        self.filters.set([("all", "All", 16), ("reading", "Reading", 4), ("ready", "Ready", 2)], "all")
        self.body.addWidget(self.filters)
        self.table: Table[Case] = Table(
            "Cases",
            [
                Column("Case", lambda c: c.number, width=9),
                Column("State", lambda c: c.state, tone=lambda c: c.tone, width=24),
                Column("Sentence", lambda c: c.kind),
                Column("Interview", lambda c: c.interview, width=18),
                Column(
                    "Answered",
                    lambda c: f"{c.answered} of {c.asked}",
                    lambda c: c.answered,
                    width=11,
                    number=True,
                ),
            ],
        )
        self.table.set_rows(CASES)
        self.body.addWidget(self.table, 1)

    def first_focus(self) -> QWidget | None:
        return self.table


class TonePage(Page):
    """Words, badges, messages, buttons, fields."""

    title = "Words and colours"
    icon = "contrast"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        row = QHBoxLayout()
        row.setSpacing(SPACE[24])
        row.addLayout(self._left(), 1)
        row.addLayout(self._right(), 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[12])
        card = Card("Sizes of text")
        for role in (
            "display",
            "question",
            "heading",
            "subheading",
            "lead",
            "",
            "quiet",
            "caption",
            "overline",
        ):
            card.body.addWidget(PlainLabel(f"{role or 'body'}: North West", role, wrap=False))
        column.addWidget(card)
        badges = Flow()
        for word, tone, icon in (
            ("Sufficient", Tone.SUFFICIENT, ""),
            ("Not sufficient", Tone.NOT_SUFFICIENT, ""),
            ("Alert open", Tone.ATTENTION, ""),
            ("Not known yet", Tone.UNKNOWN, ""),
            ("Conflict", Tone.ATTENTION, "conflict"),
            ("Set aside", Tone.PLAIN, "set_aside"),
            ("Not answered", Tone.PLAIN, ""),
        ):
            badges.addWidget(StatusBadge(word, tone, icon))
        column.addLayout(badges)
        buttons = Flow()
        buttons.addWidget(Button("Write the bundle", "primary"))
        buttons.addWidget(Button("Print", icon="print"))
        buttons.addWidget(Button("Details", "quiet"))
        buttons.addWidget(Button("Withdraw card", "danger", "erase"))
        off = Button("Not now")
        off.setEnabled(False)
        buttons.addWidget(off)
        buttons.addWidget(IconButton("search", "Search"))
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[12])
        column.addWidget(MessageBar("The office holds everything up to Monday, 8 October.", Tone.SUFFICIENT))
        column.addWidget(
            MessageBar("Three days since the last hand-over.", Tone.ATTENTION, "Write a bundle tonight.")
        )
        column.addWidget(
            MessageBar("Two people answered differently.", Tone.NOT_SUFFICIENT, "Decide which holds.")
        )
        self.confirm = ConfirmBar()
        column.addWidget(self.confirm)
        form = Form()
        passphrase = QLineEdit("five invented words")
        form.add("Passphrase", passphrase, "At least five words.")
        wrong = form.add("Interview date", QLineEdit("31 2 2018"), "For example 9 10 2018")
        wrong.set_problem("February has no 31st day. Write the date as day, month, year.")
        form.add(
            "Theme", Dropdown("Theme", [("system", "As the system"), ("light", "Light"), ("dark", "Dark")])
        )
        form.add("Unit", Dropdown("Unit", [("north", "North"), ("south", "South")])).field.setEnabled(False)
        column.addLayout(form)
        tick = Tick("Lock when the lid is closed")
        tick.setChecked(True)
        column.addWidget(tick)
        column.addStretch(1)
        return column


class EmptyPage(Page):
    """Nothing yet."""

    title = "Points to raise"
    icon = "flag"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.addWidget(
            EmptyState(
                "flag",
                "No points to raise yet",
                "Press P at a question to keep something for the interview. It will stand here and on paper.",
                Button("Open the assessment", "primary"),
            ),
            1,
        )


REFUSAL = Refusal(
    "The stick could not be written to: it is full.",
    "Nothing was lost; your work is saved on this laptop.",
    "Put in another stick, or make room on this one, and press Write the bundle again.",
)
PAGES: tuple[tuple[str, Callable[[Desk], Page]], ...] = (
    ("work", WorkPage),
    ("list", ListPage),
    ("tones", TonePage),
    ("empty", EmptyPage),
)
