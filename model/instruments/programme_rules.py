"""Whether a programme and its instruments fit together."""

from collections.abc import Iterable, Mapping

from model.instruments.instrument import About, Instrument, Kind, Line, Question, say
from model.instruments.instrument_rules import check_condition
from model.instruments.measure import Measure, MeasureKind
from model.instruments.placeholders import has_stray_brace, placeholders
from model.instruments.programme import Programme, RatingRule, Standard
from model.instruments.worded import wordings
from model.instruments.wrong_instrument import WrongInstrument

NOT_RATED = "not_rated"
"""The option code that says of a standard whose rating is stated that it is not rated."""


def check_fit(programme: Programme, instruments: Mapping[str, Instrument], file: str) -> None:
    """WrongInstrument at the first thing in the programme file that its instruments do not have.

    `instruments` are by the file names that the programme lists; `file` is how a refusal calls the file of
    the programme itself. Each type of provider is looked at with the instruments that are for it.
    """
    for name in programme.instruments:
        if name not in instruments:
            fault = f"the file “{name}” is not there"
            raise WrongInstrument(
                file, "", "instruments", fault, "Put it beside the programme, or take it out."
            )
    for thing, key, text in programme.wordings():
        if has_stray_brace(text):
            fault = "a brace in the wording belongs to no placeholder"
            raise WrongInstrument(file, thing, key, fault, "Write it as {organisation}, or take it out.")
    for provider_type in programme.provider_types or ("",):
        within = programme.within(provider_type)
        check_kept(within, {name: instruments[name] for name in within.instruments}, provider_type, file)


def check_kept(
    within: Programme, instruments: Mapping[str, Instrument], provider_type: str, file: str
) -> None:
    """WrongInstrument where a programme, as kept for one type of provider, does not fit its instruments.

    `instruments` are those that travel together, by the name by which a refusal calls each.
    """
    _check_samples(within, [instrument.id for instrument in instruments.values()], file)
    for measure in within.measures:
        _check_measure(measure, tuple(instruments.values()), file)
    for standard in within.standards:
        if standard.question:
            _check_stated(standard, within, tuple(instruments.values()), file)
        _check_findings(standard, tuple(instruments.values()), file)
    _check_words(within, instruments, provider_type, file)


def _check_samples(programme: Programme, known: Iterable[str], file: str) -> None:
    known = list(known)
    for sample in programme.samples:
        if sample.instrument not in known:
            fault = f"there is no instrument “{sample.instrument}”"
            remedy = f"Write one of: {', '.join(known)}."
            raise WrongInstrument(file, f"sample {sample.id}", "instrument", fault, remedy)


def _check_words(
    programme: Programme, instruments: Mapping[str, Instrument], provider_type: str, file: str
) -> None:
    """Every placeholder has a word for this type of provider; those in the programme stand there already."""
    words = programme.words_of(provider_type)
    places = [(f"the {thing}", text) for thing, _, text in programme.wordings()]
    for name, instrument in instruments.items():
        places += [(f"{thing or 'the title'} of {name}", text) for thing, _, text in wordings(instrument)]
    for where, text in places:
        for word in placeholders(text):
            if not say(words.get(word, {})):
                fault = f"there is no word for {{{word}}}, which stands in {where}"
                key = f"provider_types.{provider_type}.words.{word}"
                remedy = f"Write [provider_types.{provider_type}.words] {word}.en."
                raise WrongInstrument(file, "", key, fault, remedy)


def _home(
    question: str, thing: str, instruments: tuple[Instrument, ...], file: str, key: str = "question"
) -> Instrument:
    homes = [each for each in instruments if question in each.questions]
    if len(homes) != 1:
        fault = f"“{question}” is in {len(homes)} instruments of the programme"
        raise WrongInstrument(file, thing, key, fault, "Name a question that is in exactly one.")
    return homes[0]


def _check_measure(measure: Measure, instruments: tuple[Instrument, ...], file: str) -> None:
    if measure.kind is MeasureKind.MEAN:
        return
    thing = f"measure {measure.id}"
    home = _home(measure.question, thing, instruments, file)
    question = home.question(measure.question)
    if measure.among is not None:
        check_condition(measure.among, home, file, thing, "among")
    if measure.kind is MeasureKind.FIGURE:
        if question.kind is not Kind.NUMBER:
            fault = f"“{question.id}” is a {question.kind} and no number"
            raise WrongInstrument(file, thing, "question", fault, "Name a question of the kind number.")
    elif measure.above:
        _check_own_line(measure, question, file)
    elif not question.codes(Line.ABOVE) or not question.codes(Line.BELOW):
        fault = f"“{question.id}” has no options above and below the line to count"
        remedy = "Measure a judgement, give its options their lines, or write above = [ … ] in the measure."
        raise WrongInstrument(file, thing, "question", fault, remedy)


def _check_own_line(measure: Measure, question: Question, file: str) -> None:
    for key, codes in (("above", measure.above), ("outside", measure.outside)):
        for code in codes:
            if question.option(code) is None:
                fault = f"“{question.id}” has no option “{code}”"
                remedy = f"Write some of: {', '.join(question.codes()) or 'it has none'}."
                raise WrongInstrument(file, f"measure {measure.id}", key, fault, remedy)


def _of_inspection(
    name: str, thing: str, key: str, instruments: tuple[Instrument, ...], file: str
) -> Question:
    """The question that is named, which must be asked about the inspection as a whole."""
    home = _home(name, thing, instruments, file, key)
    if home.about is not About.INSPECTION:
        fault = f"“{name}” belongs to an instrument about a single {home.about}"
        remedy = 'Name a question of an instrument with about = "inspection".'
        raise WrongInstrument(file, thing, key, fault, remedy)
    return home.question(name)


def _check_findings(standard: Standard, instruments: tuple[Instrument, ...], file: str) -> None:
    """What is found in words under a standard is written about the inspection as a whole."""
    thing, key = f"standard {standard.id}", "findings"
    for name in standard.findings:
        found = _of_inspection(name, thing, key, instruments, file)
        if found.kind is not Kind.TEXT:
            raise WrongInstrument(file, thing, key, f"“{name}” is a {found.kind}", f"Name a {Kind.TEXT}.")


def _check_stated(
    standard: Standard, programme: Programme, instruments: tuple[Instrument, ...], file: str
) -> None:
    """A rating that is stated, or a verdict, is an answer about the inspection as a whole."""
    thing = f"standard {standard.id}"
    question = _of_inspection(standard.question, thing, "question", instruments, file)
    stated = standard.rating is RatingRule.STATED
    wanted = (Kind.JUDGEMENT, Kind.CHOICE) if stated else (Kind.CHOICE, Kind.TEXT)
    if question.kind not in wanted:
        fault = f"“{question.id}” is a {question.kind}"
        raise WrongInstrument(file, thing, "question", fault, f"Name a {' or a '.join(wanted)}.")
    bands = [NOT_RATED, *(band.id for band in programme.bands)]
    unknown = [code for code in question.codes() if stated and code not in bands]
    if unknown:
        fault = f"“{unknown[0]}”, an option of “{question.id}”, is no band"
        raise WrongInstrument(
            file, thing, "question", fault, f"Let its options be some of: {', '.join(bands)}."
        )
