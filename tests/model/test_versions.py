"""One version stands, whoever looks and in whatever order versions came; what is closed stays as it was."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.cases import Assessment, Purpose
from model.instruments.instrument import Head
from model.instruments.reader import read_head
from model.versions import next_version, read_by, standing
from tests.model.instruments.small import INSTRUMENT_TEXT, swapped

NUMBERS = ("1.0", "1.2", "1.9", "1.10", "2.0")
VERSIONS = [
    read_head(swapped(INSTRUMENT_TEXT, 'version = "1.0"', f'version = "{one}"'), "small") for one in NUMBERS
]
KNOWN = {one.fingerprint: one for one in VERSIONS}
FIRST, LAST = VERSIONS[0], VERSIONS[-1]
BEGUN = Assessment("a1", "c1", FIRST.fingerprint, Purpose.FIRST, "ann", False, "reading", "", "", "")


@given(st.permutations(VERSIONS), st.none() | st.sampled_from(VERSIONS))
def test_the_version_issued_last_stands_in_any_order(held: list[Head], last: Head | None) -> None:
    issued = {} if last is None else {"supervision": last.fingerprint}
    assert standing(held, issued) == {"supervision": last or FIRST}


def test_a_version_whose_text_has_not_arrived_does_not_stand() -> None:
    assert standing(VERSIONS[:2], {"supervision": LAST.fingerprint}) == {"supervision": FIRST}
    assert standing(VERSIONS[2:4], {})["supervision"].version == "1.9"


def test_what_is_open_is_read_by_what_stands_and_what_is_closed_by_what_it_was_closed_under() -> None:
    stands = {"supervision": LAST}
    assert read_by(BEGUN, KNOWN, stands) == LAST.fingerprint
    middle = VERSIONS[2].fingerprint
    closed = replace(BEGUN, state="complete", closed_under=middle)
    assert read_by(closed, KNOWN, stands) == middle
    assert read_by(replace(closed, closed_under=""), KNOWN, stands) == FIRST.fingerprint
    assert read_by(replace(BEGUN, state="reopened"), KNOWN, stands) == LAST.fingerprint
    assert read_by(replace(BEGUN, instrument="unknown"), KNOWN, stands) == "unknown"


def test_the_next_number_is_free() -> None:
    assert next_version("1.0", NUMBERS) == "1.1"
    assert next_version("1.9", NUMBERS) == "1.11"
    assert next_version("draft", ["draft"]) == "draft.1"
    assert next_version("draft", ["draft", "draft.1"]) == "draft.2"
