"""The help: all its pages are there, and cut into what a screen shows."""

from resources import path
from ui.presenters.help import ORDER, Heading, Pairs, Paragraph, pages, plain, read

TEXT = """# A title

A paragraph with **strong** words
and `a key`, over two lines.

## Part

- one point
  that goes on
- another

1. first
2. second

| key | what it does |
| --- | --- |
| `F1` | Shows **this** |

> Quoted
> words

See <https://example.org/x>.
"""


def test_every_file_of_the_help_is_a_page_and_every_page_a_file() -> None:
    assert {file.stem for file in path("help").glob("*.md")} == set(ORDER)
    assert [page.name for page in pages()] == list(ORDER)
    assert all(page.title and page.blocks for page in pages())


def test_no_mark_of_markup_reaches_the_screen() -> None:
    for page in pages():
        said = str(page)
        assert "**" not in said
        assert "`" not in said
        assert "\\n#" not in said


def test_a_page_is_cut_into_its_blocks() -> None:
    page = read("x", TEXT)
    assert page.title == "A title"
    assert page.blocks == (
        Paragraph("A paragraph with strong words and a key, over two lines."),
        Heading("Part", 2),
        Paragraph("one point that goes on", "•"),
        Paragraph("another", "•"),
        Paragraph("first", "1."),
        Paragraph("second", "2."),
        Pairs((("F1", "Shows this"),)),
        Paragraph("Quoted words"),
        Paragraph("See https://example.org/x."),
    )


def test_only_marks_of_emphasis_go() -> None:
    assert plain("2 * 3 < 7 and _this_") == "2 * 3 < 7 and _this_"
