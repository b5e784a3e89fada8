"""The help: its pages in order, and each of them cut into headings, paragraphs, lists and tables of keys."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources import path

ORDER: Final = (
    "a_day",
    "first_start",
    "assessing",
    "interviews",
    "handing_over",
    "forgotten_and_lost",
    "office",
    "settings",
    "keyboard",
    "terminal",
)
"""The pages in resources/help, in the order in which a new inspector wants them."""

_MARKS = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|<(https?://[^>]+)>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a page, of level 2 or 3."""

    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, one point of a list ("•"), or one step ("1.")."""

    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A table: something that is typed, pressed or named, and what it does or is."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Pairs


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the help."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@cache
def pages() -> tuple[HelpPage, ...]:
    """Return every page of the help, in order."""
    return tuple(read(name, path("help", f"{name}.md").read_text("utf-8")) for name in ORDER)


def read(name: str, text: str) -> HelpPage:
    """Cut a page into its blocks. Marks of emphasis are taken away: the help is shown as plain text."""
    title, blocks = "", list[Block]()
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.splitlines()
        if lines[0].startswith("# "):
            title = plain(lines[0][2:])
        elif lines[0].startswith("#"):
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            blocks.append(Heading(plain(lines[0].lstrip("# ")), level))
        elif lines[0].startswith("|"):
            blocks.append(_pairs(lines))
        else:
            blocks += _paragraphs(lines)
    return HelpPage(name, title, tuple(blocks))


def plain(words: str) -> str:
    """Take the marks of emphasis away."""
    return _MARKS.sub(lambda found: found[1] or found[2] or found[3], words)


def _pairs(lines: list[str]) -> Pairs:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    shown = [row for row in rows[1:] if not set(row[0]) <= {"-", ":"}]
    return Pairs(tuple((plain(row[0]), plain(" · ".join(row[1:]))) for row in shown))


def _paragraphs(lines: list[str]) -> list[Block]:
    found: list[list[str]] = []
    for written in lines:
        line = written.removeprefix("> ").rstrip("\\")
        mark = re.match(r"(-|\d+\.) ", line)
        if mark:
            found.append(["•" if mark[1] == "-" else mark[1], line[mark.end() :]])
        elif found:
            found[-1][1] += f" {line.strip()}"
        else:
            found.append(["", line.strip()])
    return [Paragraph(plain(words), mark) for mark, words in found]
