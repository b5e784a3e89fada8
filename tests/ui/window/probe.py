"""Looks at a shown widget as a careful person would: clipped, nameless, too small to hit, overlapping."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ui.window.widgets.choice_button import ChoiceButton

SMALLEST_TARGET = 24
_INNER = (QComboBox, QAbstractItemView, QPlainTextEdit, QScrollBar)


def faults(shown: QWidget) -> list[str]:
    """Everything wrong with a widget and all in it, in words. The widget must be visible."""
    assert shown.isVisible(), "only what is shown can be looked at"
    for _ in range(3):
        QApplication.processEvents()
    found: list[str] = []
    for widget in _parts(shown):
        found += [
            f"{_words(widget)}: {fault}" for fault in (*_clipped(widget), *_nameless(widget), *_small(widget))
        ]
        found += [f"{_words(widget)}: {fault}" for fault in (*_cut_off(widget), *_overlapping(widget))]
    return found


def _parts(shown: QWidget) -> Iterator[QWidget]:
    yield shown
    for widget in shown.findChildren(QWidget):
        inner = any(isinstance(parent, _INNER) for parent in _parents(widget))
        if widget.isVisible() and not inner and not isinstance(widget, QFocusFrame | QScrollBar):
            yield widget


def _clipped(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _clipped_words(widget)
    elif isinstance(widget, ChoiceButton):
        yield from _short_of(widget, widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    elif isinstance(widget, QPushButton):
        yield from _short_of(widget, widget.sizeHint().width(), widget.sizeHint().height())
    elif isinstance(widget, QLineEdit | QComboBox):
        yield from _short_of(widget, 0, widget.sizeHint().height())
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        yield f"has to be scrolled sideways by {widget.horizontalScrollBar().maximum()}"


def _clipped_words(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _short_of(label, label.sizeHint().width(), label.sizeHint().height())
        return
    yield from _short_of(label, 0, label.heightForWidth(label.width()))
    margins = label.contentsMargins()
    room = label.width() - margins.left() - margins.right()
    metrics = QFontMetrics(label.font())
    longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
    if longest > room + 1:
        yield f"a word needs {longest} pixels and has {room}"


def _short_of(widget: QWidget, width: int, height: int) -> Iterator[str]:
    if widget.width() + 1 < width:
        yield f"needs a width of {width} and has {widget.width()}"
    if widget.height() + 1 < height:
        yield f"needs a height of {height} and has {widget.height()}"


def _nameless(widget: QWidget) -> Iterator[str]:
    if (
        widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QLabel)
    ):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            yield "can have the keyboard and has no accessible name"


def _small(widget: QWidget) -> Iterator[str]:
    target = isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
    if target and min(widget.width(), widget.height()) < SMALLEST_TARGET:
        yield f"is {widget.width()} by {widget.height()} pixels: too small to hit"


def _cut_off(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None or parent.objectName() == "qt_scrollarea_viewport":
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"is cut off by its parent ({widget.geometry().getRect()} in {parent.rect().getRect()})"


def _overlapping(widget: QWidget) -> Iterator[str]:
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not isinstance(child, QFocusFrame | QScrollBar)
        and not child.isWindow()
    ]
    if widget.layout() is None:
        return
    managed = [child for child in children if not child.geometry().isEmpty()]
    for at, first in enumerate(managed):
        for second in managed[at + 1 :]:
            both = first.geometry().intersected(second.geometry())
            if both.width() > 1 and both.height() > 1 and not _covers(first, second):
                yield f"{_words(first)} and {_words(second)} overlap by {both.width()} by {both.height()}"


def _covers(first: QWidget, second: QWidget) -> bool:
    """Whether one is an overlay over the whole of their parent, such as the keyboard map."""
    whole = [part.parentWidget() for part in (first, second)]
    return any(
        p is not None and part.geometry() == p.rect() for part, p in zip((first, second), whole, strict=True)
    )


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = widget.accessibleName() or (text() if callable(text) else "") or widget.objectName()
    return f"{type(widget).__name__} {str(words)[:50]!r}"
