"""Every key of the window that does something of its own, once: the key, its words, and where it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ANYWHERE = "Anywhere"
ASSESSMENT = "On the assessment page"
BOTH = "On the assessment page and the page of a case"
CASE = "On the page of a case"
CASES = "On the page of cases"
OFFICE = "On the pages of the office"
OFFICERS = "On the page of officers"
MEETINGS = "On the page of interviews and meetings"
VIEW = "In the interview view"
FOUND = "On the search page"
DIFFER = "Where answers differ"
PAPERS = "In the preview of a paper"
WRITING = "While a note is written"
IN_PLACE = True


class Shortcut(Enum):
    """A key, the words for what it does, and the group it stands under in the help.

    Single letters work only on the page that binds them and never while somebody is typing; on one page no
    key means two things. A key that is taken IN_PLACE is an event of the part that has the keyboard (a table,
    a note, the question), told by `Page.in_place`; all others are bound. Keys of answers come from data.
    """

    def __init__(self, key: str, words: str, where: str, in_place: bool = False) -> None:
        self.key = key
        """The key in Qt's portable words, as in "Ctrl+L"."""
        self.words = words
        """What it does, as shown in the keyboard map."""
        self.where = where
        """The group it stands under in the help."""
        self.in_place = in_place

    KEYBOARD_MAP = ("F1", "Show or hide this keyboard map", ANYWHERE)
    KEYBOARD_MAP_TOO = ("?", "The same, when not typing", ANYWHERE)
    BACK = ("Alt+Left", "Back to the page before", ANYWHERE)
    NEXT_AREA = ("F6", "Move between the rail, the top bar and the page", ANYWHERE)
    FOLD_RAIL = ("Ctrl+B", "Fold or unfold the rail", ANYWHERE)
    LOCK = ("Ctrl+L", "Lock", ANYWHERE)
    SEARCH = ("Ctrl+F", "Search in every note", ANYWHERE)
    LARGER = ("Ctrl++", "Larger text", ANYWHERE)
    SMALLER = ("Ctrl+-", "Smaller text", ANYWHERE)
    USUAL_SIZE = ("Ctrl+0", "Text at its usual size", ANYWHERE)
    CLOSE_MESSAGE = ("Esc", "Close the message or the keyboard map", ANYWHERE)

    NEXT_QUESTION = ("J", "Next question", ASSESSMENT)
    PREVIOUS_QUESTION = ("K", "Question before", ASSESSMENT)
    NEXT_GAP = ("F", "Forward to the next gap", ASSESSMENT)
    CLEAR_ANSWER = ("Del", "Clear the answer", ASSESSMENT)
    NOT_APPLICABLE = ("A", "Not applicable, with a reason", ASSESSMENT)
    EVIDENCE = ("E", "Write an evidence note", ASSESSMENT)
    SOURCE = ("S", "Source and date of the evidence", ASSESSMENT)
    GUIDANCE = ("G", "Show or hide the guidance", ASSESSMENT)
    HISTORY = ("H", "History of this question", ASSESSMENT)
    OUTLINE = ("L", "Go to the list of questions", ASSESSMENT)
    TAKE_OVER = ("T", "Take over what the provider’s list says", ASSESSMENT)
    MOVES = ("M", "Go to the moves of this assessment: ready, judged, complete", ASSESSMENT)
    OUTLINE_ROW = ("Enter", "In the list of questions: go to the question", ASSESSMENT, IN_PLACE)
    AFTER_ANSWER = ("Enter", "Next question, after an answer", ASSESSMENT, IN_PLACE)

    POINT = ("P", "Mark a point to raise", BOTH)
    UNDO = ("U", "Undo the last thing recorded", BOTH)

    OPEN_ASSESSMENT = ("O", "Open the assessment", CASE)
    LINE = ("D", "Add a dated line to the chronology", CASE)
    ALERT = ("R", "Raise an alert", CASE)
    INTERVIEW = ("I", "Set the time of the interview", CASE)
    PRINT = ("B", "Print the case summary", CASE)
    WHICH = ("1, 2, 3 …", "Open one of several assessments, when not typing", CASE, IN_PLACE)

    OPEN_ROW = ("Enter", "Open the selected case", CASES, IN_PLACE)
    SEE_CASE = ("O", "See its facts, chronology, points and alerts", CASES)

    MEMBER = ("Enter", "Team: go to what can be done about the selected person", OFFICE, IN_PLACE)
    REPLACE = ("Enter", "Sample: replace the selected case", OFFICE, IN_PLACE)
    WRITE_ONE = ("Enter", "Allocation: write only the selected person’s bundle", OFFICE, IN_PLACE)
    GIVE = ("Enter", "Allocation: give the selected case to somebody else", OFFICE, IN_PLACE)
    INSTRUMENT_ROW = ("Enter", "Instruments: check the selected instrument", OFFICE, IN_PLACE)

    SIDE = ("1, 2, 3 …", "Choose one of the answers that differ, when not typing", DIFFER, IN_PLACE)
    TO_REASON = ("Enter", "In the list of decisions: go to the reason", DIFFER, IN_PLACE)

    CONFIRM_OFFICER = ("C", "Confirm the selected officer", OFFICERS)
    SAME_OFFICER = ("W", "The selected officer is the same person as another", OFFICERS)
    TWO_OFFICERS = ("T", "The selected officer is two people: split, or separate again", OFFICERS)
    RENAME_OFFICER = ("N", "Correct the name or the unit of the selected officer", OFFICERS)
    WHO_ASKS = ("Q", "Say who asks the selected officer", OFFICERS)
    OFFICER_ROW = ("Enter", "Confirm the selected officer, or say who asks", OFFICERS, IN_PLACE)

    START_MEETING = ("+", "Start a meeting, or the assessment of the inspection", MEETINGS)
    SEE_INTERVIEW = ("V", "The interview view of the selected officer", MEETINGS)
    GIVE_MEETING = ("Q", "Give the selected interview or meeting to somebody else", MEETINGS)
    MEETING_ROW = ("Enter", "Open the selected interview or meeting", MEETINGS, IN_PLACE)

    ASK_OFFICER = ("O", "Ask the officer’s own items", VIEW)
    INTERVIEW_TIME = ("I", "Set when the officer is interviewed", VIEW)
    PRINT_SHEET = ("B", "Print the officer’s interview sheet", VIEW)

    TO_FOUND = ("Down", "From what is typed to what was found", FOUND, IN_PLACE)
    GO_TO_FOUND = ("Enter", "Go to what was found", FOUND, IN_PLACE)

    PAGE_DOWN = ("Page Down", "Further down, then the next page", PAPERS, IN_PLACE)
    PAGE_UP = ("Page Up", "Further up, then the page before", PAPERS, IN_PLACE)
    FIRST_OR_LAST = ("Home, End", "The first page, the last page", PAPERS, IN_PLACE)
    SIZE = ("+ and −", "Larger, smaller", PAPERS, IN_PLACE)

    RECORD = ("Ctrl+Enter", "Record what is typed, and go on typing", WRITING, IN_PLACE)
    CLOSE_NOTE = ("Esc", "Record what is typed, and close the note", WRITING, IN_PLACE)


@dataclass(frozen=True, slots=True)
class Bound:
    """A shortcut that works: what it is, and Qt's object for it."""

    shortcut: Shortcut
    qt: QShortcut


def bind(within: QWidget, shortcut: Shortcut, do: Callable[[], object]) -> Bound:
    """Make the shortcut call `do` while the widget is in sight in the active window.

    ValueError for one that is taken in place.
    """
    if shortcut.in_place:
        raise ValueError(shortcut)
    qt = QShortcut(QKeySequence(shortcut.key), within)
    qt.setContext(Qt.ShortcutContext.WindowShortcut)
    qt.activated.connect(do)
    return Bound(shortcut, qt)


def key_words(shortcut: Shortcut) -> str:
    """The key as this machine writes it, for buttons and hints."""
    if shortcut.in_place:
        return shortcut.key
    return QKeySequence(shortcut.key).toString(QKeySequence.SequenceFormat.NativeText)
