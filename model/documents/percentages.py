"""How a share is written on screen, on paper and in the terminal: always "76%"."""

NO_SHARE = "–"
"""Stands where no case counts."""


def per_cent(share: float | None, places: int = 0) -> str:
    """Return a share, in per cent, as it is written; NO_SHARE for None.

    `share` is rounded already, or shown with so many places. Percentages themselves come from counts
    (`model.measures`), never from here.
    """
    return NO_SHARE if share is None else f"{share:.{places}f}%"
