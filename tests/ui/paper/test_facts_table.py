"""Facts on paper: list and finding beside each other, and in little room both where they differ."""

from collections.abc import Callable
from typing import Any

from model.documents.facts import Fact
from model.documents.stamp import Stamp
from model.documents.wording import Wording
from model.instruments.instrument import Standing
from ui.paper.facts_table import facts_grid, facts_table
from ui.paper.page import PageHead, write


def _fact(code: str, listed: str | None, found: str) -> Fact:
    return Fact(Wording(code, code, f"Wording {code}", Standing.OURS), listed, found)


FACTS = [
    _fact("F1", "Male", "Female"),
    _fact("F2", "High", "High"),
    _fact("F3", "86", ""),
    _fact("F4", None, ""),
]


def test_the_table_shows_both_and_a_dash_for_neither(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    body = read(write(PageHead("Test", "Case 4101"), stamp, lambda: facts_table(FACTS))).bodies[0]
    rows = [line.strip() for line in body.splitlines() if "Wording" in line]
    assert rows == [
        "F1 Wording F1 ° Male Female",
        "F2 Wording F2 ° High High",
        "F3 Wording F3 ° 86 \u2013",
        "F4 Wording F4 ° \u2013 \u2013",
    ]


def test_a_long_code_is_not_broken(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    facts = [_fact(code, "Male", "Male") for code in ("3.1-09j", "3.2-13 req", "F1")]
    body = read(write(PageHead("Test", "Case 4101"), stamp, lambda: facts_table(facts))).bodies[0]
    rows = [line.strip() for line in body.splitlines() if "Wording" in line]
    assert rows == [f"{fact.wording.code} {fact.wording.text} ° Male Male" for fact in facts]


def test_the_grid_names_the_list_only_where_it_says_something_else(
    stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    words = read(write(PageHead("Test", "Case 4101"), stamp, lambda: facts_grid(FACTS))).words
    assert "Female(list:Male)" in words
    assert "High(list" not in words
    assert "86(list)" in words
    assert words.count("°") == 4


def test_no_facts_are_no_table() -> None:
    assert facts_table([]) == facts_grid([]) == []
