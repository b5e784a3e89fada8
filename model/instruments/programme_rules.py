"""Whether a programme and its instruments fit together."""

from collections.abc import Mapping

from model.instruments.instrument import Instrument, Kind, Line
from model.instruments.programme import Measure, Programme
from model.instruments.wrong_instrument import WrongInstrument


def check_fit(programme: Programme, instruments: Mapping[str, Instrument], file: str) -> None:
    """WrongInstrument at the first thing in the programme file that its instruments do not have.

    `instruments` are by the file names that the programme lists; `file` is how a refusal calls the file of
    the programme itself.
    """
    for name in programme.instruments:
        if name not in instruments:
            fault = f"the file “{name}” is not there"
            raise WrongInstrument(
                file, "", "instruments", fault, "Put it beside the programme, or take it out."
            )
    known = {instrument.id: instrument for instrument in instruments.values()}
    for sample in programme.samples:
        if sample.instrument not in known:
            fault = f"there is no instrument “{sample.instrument}”"
            remedy = f"Write one of: {', '.join(known)}."
            raise WrongInstrument(file, f"sample {sample.id}", "instrument", fault, remedy)
    for measure in programme.measures:
        _check_measure(measure, tuple(known.values()), file)


def _check_measure(measure: Measure, instruments: tuple[Instrument, ...], file: str) -> None:
    homes = [each for each in instruments if measure.question in each.questions]
    if len(homes) != 1:
        fault = f"“{measure.question}” is in {len(homes)} instruments of the programme"
        remedy = "Name a question that is in exactly one."
        raise WrongInstrument(file, f"measure {measure.id}", "question", fault, remedy)
    question = homes[0].question(measure.question)
    countable = question.kind in (Kind.JUDGEMENT, Kind.CHOICE)
    if not countable or not question.codes(Line.ABOVE) or not question.codes(Line.BELOW):
        fault = f"“{question.id}” has no options above and below the line to count"
        remedy = "Measure a judgement, or give the options of that question their lines."
        raise WrongInstrument(file, f"measure {measure.id}", "question", fault, remedy)
