"""Whether a programme and its instruments fit together."""

from collections.abc import Mapping

from model.instruments.instrument import Instrument, Kind, Line
from model.instruments.placeholders import has_stray_brace, placeholders
from model.instruments.programme import Measure, Programme
from model.instruments.worded import wordings
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
    _check_words(programme, instruments, file)


def _check_words(programme: Programme, instruments: Mapping[str, Instrument], file: str) -> None:
    """Every type of provider has a word for every placeholder that it can meet."""
    for thing, key, text in programme.wordings():
        if has_stray_brace(text):
            fault = "a brace in the wording belongs to no placeholder"
            raise WrongInstrument(file, thing, key, fault, "Write it as {organisation}, or take it out.")
    for provider_type in programme.provider_types or ("",):
        needed = [(f"the {thing}", text) for thing, _, text in programme.within("").wordings()]
        for name in programme.instruments:
            needed += [
                (f"{thing or 'the title'} of {name}", text) for thing, _, text in wordings(instruments[name])
            ]
        words = programme.words_of(provider_type)
        for where, text in needed:
            for word in placeholders(text):
                if word not in words:
                    fault = f"there is no word for {{{word}}}, which stands in {where}"
                    key = f"provider_types.{provider_type}.words.{word}"
                    remedy = f"Write [provider_types.{provider_type}.words] {word}.en."
                    raise WrongInstrument(file, "", key, fault, remedy)


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
