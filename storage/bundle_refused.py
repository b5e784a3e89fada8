"""Why a bundle is refused whole, each reason with its own sentences."""

from enum import StrEnum

from model.people import Card
from model.refusal import Refusal


class Why(StrEnum):
    """The seven reasons; there is no eighth, and no bundle is taken in by half."""

    DAMAGED = "damaged"
    FORGED = "forged"
    WRONG_RECIPIENT = "wrong_recipient"
    UNKNOWN_MAKER = "unknown_maker"
    WRONG_INSPECTION = "wrong_inspection"
    NEWER_FORMAT = "newer_format"
    OVER_LIMITS = "over_limits"


_SENTENCES = {
    Why.DAMAGED: (
        "This file is damaged or incomplete, or it is not a Casebook bundle.",
        "Ask the sender for the same bundle again; the work is still with them.",
    ),
    Why.FORGED: (
        "This bundle is not as the person it names made it: somebody changed it or made it in their name.",
        "Keep the file, do not pass it on, and telephone the office now.",
    ),
    Why.WRONG_RECIPIENT: (
        "This bundle was made for somebody else and cannot be opened here.",
        "Ask the sender to make one for you. If they did, the file is damaged: ask for it again.",
    ),
    Why.UNKNOWN_MAKER: (
        "This bundle is signed with a key that is not confirmed here.",
        "Compare the fingerprint with its maker by telephone and confirm their card, then open it again.",
    ),
    Why.WRONG_INSPECTION: (
        "This bundle belongs to an inspection that is not the one open here.",
        "Open that inspection first, or ask the sender for the right file.",
    ),
    Why.NEWER_FORMAT: (
        "This bundle was written by a newer Casebook than this one.",
        "Install the newer Casebook, then open it again.",
    ),
    Why.OVER_LIMITS: (
        "This bundle is larger than any that Casebook writes.",
        "Telephone the sender and ask what they sent.",
    ),
}


class BundleRefused(Refusal):
    """A bundle was refused whole. `why` is the reason; `maker` the card in it, where it is a sound one."""

    def __init__(self, why: Why, maker: Card | None = None) -> None:
        happened, next_step = _SENTENCES[why]
        super().__init__(happened, "Nothing was taken in, and all that is here is as it was.", next_step)
        self.why = why
        self.maker = maker

    def __reduce__(self) -> tuple[type["BundleRefused"], tuple[Why, Card | None]]:
        return type(self), (self.why, self.maker)
