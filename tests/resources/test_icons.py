"""The icons are one set: the same grid, no colour of their own, nothing that could load or run."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from resources import path

ICONS = sorted(path("icons").glob("*.svg"))
ALLOWED_COLOURS = {"none", "currentColor"}
DRAWN_WITH = {"svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse"}


def faults(words: str) -> list[str]:
    """What makes a drawing no member of the set."""
    drawing = ElementTree.fromstring(words)  # noqa: S314 -- our own files
    found = [] if drawing.get("viewBox") == "0 0 24 24" else ["another grid"]
    for part in drawing.iter():
        found += [f"<{part.tag}>"] if re.sub(r"^{.*}", "", part.tag) not in DRAWN_WITH else []
        found += [
            f"{name}={value}"
            for name, value in part.attrib.items()
            if (name in {"fill", "stroke"} and value not in ALLOWED_COLOURS)
            or "href" in name
            or name == "style"
        ]
    return found


@pytest.mark.parametrize("icon", ICONS, ids=[icon.stem for icon in ICONS])
def test_an_icon_belongs_to_the_set(icon: Path) -> None:
    assert faults(icon.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#ff0000" d="M0 0"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><script>1</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><image href="file:///a.png"/></svg>',
    ],
)
def test_a_drawing_that_does_not_belong_is_noticed(wrong: str) -> None:
    assert faults(wrong)


def test_there_is_a_set() -> None:
    assert len(ICONS) >= 40
