"""The refusal of a programme or instrument file, with the place of the fault."""

from model.refusal import Refusal


class WrongInstrument(Refusal):
    """A programme or instrument file that cannot be taken in: names the file, the question and the key.

    `thing` says which part of the file it is about ("question engage", "measure m1", or empty for
    the top of the file); `question` is the question's id, or None where the fault lies outside any question.
    """

    def __init__(self, file: str, thing: str, key: str, fault: str, remedy: str) -> None:
        place = ", ".join(part for part in (file, thing, f"key “{key}”" if key else "") if part)
        kept = "The file was not taken in, and nothing else was changed."
        super().__init__(f"{place}: {fault}.", kept, remedy)
        self.args = (file, thing, key, fault, remedy)
        self.file = file
        self.thing = thing
        self.key = key
        self.fault = fault
        self.question = thing.removeprefix("question ") if thing.startswith("question ") else None
