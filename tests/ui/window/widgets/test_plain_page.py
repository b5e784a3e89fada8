"""Pages of the help as they are set: keys as keys, commands over their words, lists hanging."""

from pytestqt.qtbot import QtBot

from ui.presenters.help import HelpPage, Pairs, Paragraph, pages, read
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.plain_page import PlainPage
from ui.window.widgets.point import Point


def test_short_pairs_are_keys_and_long_ones_are_words(qtbot: QtBot) -> None:
    keys, commands = Pairs((("F1", "Map"), ("Ctrl+L", "Lock"))), Pairs((("casebook hand-in", "Write"),))
    page = PlainPage(HelpPage("x", "X", (keys, commands)))
    qtbot.addWidget(page)
    assert [key.text() for key in page.findChildren(KeyHint)] == ["F1", "Ctrl+L"]
    assert "casebook hand-in" in {label.text() for label in page.findChildren(PlainLabel)}


def test_every_word_of_every_page_is_on_the_screen(qtbot: QtBot) -> None:
    for each in pages():
        shown = PlainPage(each)
        qtbot.addWidget(shown)
        said = [label.text() for label in shown.findChildren(PlainLabel)]
        for block in each.blocks:
            if isinstance(block, Pairs):
                assert {word for row in block.rows for word in row} <= set(said)
            else:
                assert block.words in said


def test_points_hang(qtbot: QtBot) -> None:
    shown = PlainPage(read("x", "# X\n\n1. first\n- point"))
    qtbot.addWidget(shown)
    assert len(shown.findChildren(Point)) == 2
    assert Paragraph("first", "1.").mark == "1."
