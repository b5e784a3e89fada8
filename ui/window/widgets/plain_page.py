"""A page of the help, set as plain words: headings, paragraphs, lists, and tables of keys or commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.presenters.help import Block, HelpPage, Pairs, Paragraph
from ui.presenters.help import Heading as HeadingBlock
from ui.window.theme import SPACE
from ui.window.widgets.heading import Heading
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.point import Point

_LONGEST_KEY = 12
"""Letters of what is set as a key beside its words; anything longer stands over them."""


class PlainPage(QWidget):
    """The blocks of a page under one another, its title left out."""

    def __init__(self, page: HelpPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(page.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        for block in page.blocks:
            column.addWidget(_drawn(block))


def _drawn(block: Block) -> QWidget:
    if isinstance(block, HeadingBlock):
        heading = Heading(block.words, level=3)
        heading.setContentsMargins(0, SPACE[8], 0, 0)
        return heading
    if isinstance(block, Pairs):
        return _pairs(block)
    return _paragraph(block)


def _paragraph(block: Paragraph) -> QWidget:
    return Point(block.words, block.mark) if block.mark else PlainLabel(block.words).selectable()


def _pairs(block: Pairs) -> QWidget:
    """Short ones side by side, as keys; longer ones, such as commands, over what they do."""
    table = QWidget()
    table.setProperty("surface", "clear")
    if all(len(first) <= _LONGEST_KEY for first, _ in block.rows):
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[12])
        grid.setVerticalSpacing(SPACE[4])
        grid.setColumnStretch(1, 1)
        for at, (first, second) in enumerate(block.rows):
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            grid.addWidget(KeyHint(first), at, 0, side)
            grid.addWidget(PlainLabel(second), at, 1)
        return table
    column = QVBoxLayout(table)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE[8])
    for first, second in block.rows:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(PlainLabel(first, "strong").selectable())
        pair.addWidget(PlainLabel(second))
        column.addLayout(pair)
    return table
