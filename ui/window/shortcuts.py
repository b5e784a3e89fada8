"""Every keyboard shortcut of the window, once: its key, its words, and where it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ANYWHERE = "Anywhere"
ASSESSMENT = "On the assessment page"


class Shortcut(Enum):
    """A key, the words for what it does, and the group it stands under in the keyboard map.

    Single letters work only on the page that binds them and never while somebody is typing. Keys are unique
    over the whole program, so that one key never means two things.
    """

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
    POINT = ("P", "Mark a point to raise", ASSESSMENT)
    GUIDANCE = ("G", "Show or hide the guidance", ASSESSMENT)
    HISTORY = ("H", "History of this question", ASSESSMENT)
    OUTLINE = ("L", "Go to the list of questions", ASSESSMENT)
    UNDO = ("U", "Undo the last thing recorded", ASSESSMENT)

    @property
    def key(self) -> str:
        """The key in Qt's portable words, as in "Ctrl+L"."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What it does, as shown in the keyboard map."""
        return self.value[1]

    @property
    def where(self) -> str:
        """The group it stands under in the keyboard map."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Bound:
    """A shortcut that works: what it is, and Qt's object for it."""

    shortcut: Shortcut
    qt: QShortcut


def bind(within: QWidget, shortcut: Shortcut, do: Callable[[], object]) -> Bound:
    """Make the shortcut call `do` while the widget is in sight in the active window."""
    qt = QShortcut(QKeySequence(shortcut.key), within)
    qt.setContext(Qt.ShortcutContext.WindowShortcut)
    qt.activated.connect(do)
    return Bound(shortcut, qt)


def key_words(shortcut: Shortcut) -> str:
    """The key as this machine writes it, for buttons and hints."""
    return QKeySequence(shortcut.key).toString(QKeySequence.SequenceFormat.NativeText)
