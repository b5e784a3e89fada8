"""What a person reads when Casebook will not do something: what happened, what was kept, what to do next."""


class Refusal(Exception):
    """A request that Casebook turns down in words made for the person who made it.

    Takes three whole sentences. Subclass it where a caller must tell kinds of refusal apart; an error that
    is not meant for a person's eyes is not a Refusal.
    """

    def __init__(self, happened: str, kept: str, next: str) -> None:
        super().__init__(happened, kept, next)
        self.happened = happened
        self.kept = kept
        self.next = next

    def __str__(self) -> str:
        return " ".join(sentence for sentence in (self.happened, self.kept, self.next) if sentence)
