"""Text from people reaches the page letter for letter: nothing is markup, and nothing vanishes."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.documents.stamp import Stamp
from ui.paper.blocks import prose
from ui.paper.page import CODES, PageHead, write
from ui.paper.text import marked_up, one_line, shown
from ui.paper.typography import HUNG

HOSTILE = [
    "<b>bold</b> and </b> unclosed",
    "&lt;high&gt; &amp; &#65; & <",
    '<img src="/etc/hostname"/> <img src="file:///etc/hostname">',
    '<font color="red">red</font> <font color=[[1]]>',
    '<a href="http://example.org">here</a> <link href="x"/>',
    "<para><super>9</super> <br/> <onDraw name='x'/> <seq/>",
    "]]> <!-- comment --> <?xml version='1.0'?> %(name)s {brace} $x$ \\n",
]


def _laid_out(text: str, stamp: Stamp) -> bytes:
    return write(PageHead("Test", "Case 4101"), stamp, lambda: prose(text, HUNG, "2.1.1"))


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_from_people_appears_letter_for_letter(
    text: str, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    assert "".join(text.split()) in read(_laid_out(text, stamp)).words


def _printed(text: str) -> str:
    """What a reader of the PDF finds: no blanks, and ligatures as the letters that they stand for."""
    return _found("".join(shown(text).split()))


def _found(text: str) -> str:
    """An accent drawn twice on one place is read as one."""
    return re.sub("([\u0300-\u036f])\\1+", "\\1", unicodedata.normalize("NFKC", text))


WRITTEN = st.text(st.characters(codec="utf-8"), max_size=300)
LATIN = st.text(st.characters(max_codepoint=0x24F), max_size=300)


@given(text=st.one_of(WRITTEN, LATIN))
@example(text="\x00")
@example(text="A-\r0")
@example(text="<" * 300)
@example(text="a" * 300)
@example(text="\u0300\u0300")
@example(text="e\u0301 w\u0302 y\u0302 ﬁ \u202e\u2066 \U0001f600 \ufffd")
def test_every_visible_character_is_on_the_page_or_its_code_is(
    text: str, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    found = _found(read(_laid_out(text, stamp)).words)
    assert found.removeprefix("2.1.1").removesuffix(_printed(CODES)) == _printed(text)


@given(text=WRITTEN)
def test_only_control_characters_and_hints_where_to_break_a_word_are_dropped(text: str) -> None:
    """Every other character is still itself, or stands as its code."""
    left = shown(text)
    for character in unicodedata.normalize("NFC", text):
        if (
            unicodedata.category(character) in ("Cc", "Zs", "Zl", "Zp")
            or character in "\u00ad\u200b\u200c\u200d\u2060\ufeff"
        ):
            continue
        code = f"[U+{ord(character):04X}]"
        assert left.startswith((character, code)) or left.lstrip().startswith((character, code))
        left = left.lstrip()
        left = left.removeprefix(code) if left.startswith(code) else left[1:]
    assert not left.strip()


@pytest.mark.parametrize(
    ("text", "on_paper"),
    [
        ("Tŷ, ŵ, â, ï, Ŵ, Ŷ", "Tŷ, ŵ, â, ï, Ŵ, Ŷ"),
        ("smile \U0001f600", "smile [U+1F600]"),
        ("\u05d0\u05d1", "[U+05D0][U+05D1]"),
        ("turned \u202e round", "turned [U+202E] round"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("bell\x07 and null\x00", "bell and null"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\u2003b", "a b"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_the_font_cannot_show_stands_as_its_code(text: str, on_paper: str) -> None:
    assert shown(text).replace("\u2003", " ") == on_paper


def test_lines_and_rows_of_spaces_are_kept() -> None:
    assert marked_up("a\nb  c") == "a<br/>b\u00a0 c"
    assert one_line("a\nb") == "a b"


def test_blank_lines_and_newlines_part_what_is_read(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    body = read(_laid_out("first line\n\nsecond\nthird", stamp)).bodies[0]
    assert [line.strip() for line in body.splitlines() if line.strip()] == [
        "2.1.1 first line",
        "second",
        "third",
    ]


def test_a_word_without_a_place_to_break_wraps(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(2_000))
    assert word in read(_laid_out(word, stamp)).words
