"""What makes one print that print and no other: its number, who printed it, when, and its marking."""

from dataclasses import dataclass

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
OFFICIAL = "OFFICIAL"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The particulars that are recorded with a print and stand on each of its pages.

    `printed_at` is UTC in ISO form ("2018-10-08T14:02:11Z"); `marking` is the protective marking.
    """

    print_number: str
    printed_by: str
    printed_at: str
    marking: str = OFFICIAL_SENSITIVE
