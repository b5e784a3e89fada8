"""What the blank form of an instrument says: every question with its answers, its routing and its space."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.documents.routing_words import asked_when
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import About, Guidance, Instrument, Kind, Part, Question, Standing, say
from model.instruments.spoken import ENGLISH, guides_without, lacks, spoken

KINDS = {
    Kind.JUDGEMENT: "Tick one",
    Kind.CHOICE: "Tick one",
    Kind.SEVERAL: "Tick all that apply",
    Kind.NUMBER: "A number",
    Kind.DATE: "A date",
    Kind.TEXT: "In words",
}
ABOUT = {
    About.CASE: "One form for each case",
    About.OFFICER: "One form for each officer",
    About.INSPECTION: "One form for the inspection",
    About.OCCASION: "One form for each occasion",
}
GUIDANCE = {
    "look_for": "What to look for",
    "where": "Where in the record",
    "sufficient": "What sufficient means",
    "not_applicable": "When it does not apply",
    "slip": "A common slip",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of guidance: its heading and its words."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class BlankItem:
    """One question to answer by hand.

    `how` says how it is answered, `routing` when it is asked ("" for always), `boxes` are the answers to
    tick. `guidance_standing` is None where there is no guidance.
    """

    wording: Wording
    is_key: bool
    how: str
    kind: Kind
    boxes: tuple[str, ...]
    not_applicable: bool
    routing: str
    evidence: bool
    guidance: tuple[Advice, ...]
    guidance_standing: Standing | None


@dataclass(frozen=True, slots=True)
class BlankSection:
    """The questions of one section of one view."""

    view: str
    title: str
    items: tuple[BlankItem, ...]


@dataclass(frozen=True, slots=True)
class BlankForm:
    """The whole form. `lacking` are the codes of questions of which anything stands in English instead."""

    title: str
    about: str
    fingerprint: str
    edition: Edition
    sections: tuple[BlankSection, ...]
    lacking: tuple[str, ...]

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the form quotes."""
        for section in self.sections:
            yield from (item.wording for item in section.items)


def blank_form(
    instrument: Instrument, *, programme: str = "", guidance: bool = False, language: str = "en"
) -> BlankForm:
    """Build the form in a language, English where that has none; guidance beside the questions if asked for.

    `programme` is the title of the programme as it should be printed.
    """
    questions = instrument.questions.values()
    said = spoken(instrument, language)
    return BlankForm(
        title=say(instrument.title, language),
        about=ABOUT[instrument.about],
        fingerprint=instrument.fingerprint,
        edition=edition_of(instrument, programme, language),
        sections=tuple(
            BlankSection(
                say(view.title, language),
                say(section.title, language),
                tuple(_item(question, said, guidance, language) for question in section.questions),
            )
            for view in said.views
            for section in view.sections
        ),
        lacking=tuple(
            question.code
            for question in questions
            if language != ENGLISH
            and (lacks(question, language) or (guidance and guides_without(question, language)))
        ),
    )


def how_answered(question: Question) -> str:
    """Say how a question is answered, with the bounds of a number."""
    low, high = question.minimum, question.maximum
    bounds = [f"from {low:g}"] if low is not None else []
    bounds += [f"to {high:g}"] if high is not None else []
    return " ".join([KINDS[question.kind], *bounds])


def advice_of(guidance: Guidance, language: str = "en") -> tuple[Advice, ...]:
    """The guidance that a question has, each piece under its heading."""
    pieces = ((heading, say(getattr(guidance, piece), language)) for piece, heading in GUIDANCE.items())
    return tuple(Advice(heading, text) for heading, text in pieces if text)


def _item(question: Question, instrument: Instrument, guidance: bool, language: str) -> BlankItem:
    advice = advice_of(question.guidance, language) if guidance else ()
    return BlankItem(
        wording=quote(question, language),
        is_key=question.part is Part.KEY,
        how=how_answered(question),
        kind=question.kind,
        boxes=tuple(say(option.label, language) for option in question.options),
        not_applicable=question.allows_not_applicable,
        routing=asked_when(question, instrument),
        evidence=question.evidence,
        guidance=advice,
        guidance_standing=question.guidance_standing if advice else None,
    )
