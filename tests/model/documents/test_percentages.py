"""How a share is written."""

from model.documents.percentages import NO_SHARE, per_cent


def test_a_share_is_written_without_a_space() -> None:
    assert [per_cent(share) for share in (0, 76, 100)] == ["0%", "76%", "100%"]
    assert per_cent(100 * 2 / 3, 2) == "66.67%"


def test_no_share_is_a_dash() -> None:
    assert per_cent(None) == NO_SHARE
