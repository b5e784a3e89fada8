"""The facts of a case as its page shows them: what lists say, what was found, and where that was verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.documents.answer_words import answer_in_words
from model.documents.facts import is_open_fact
from model.instruments.instrument import Question, say
from model.instruments.programme import Column
from model.instruments.routing import State, states
from ui.presenters.assessment.proposals import Proposal, proposal
from ui.presenters.case_words import QUESTION, Said, moment, who
from ui.presenters.provider_list import in_words
from ui.reading import inspections, samples
from ui.reading.cases import Sheet
from ui.session import Session


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: what the provider's list says, and what was found."""

    question: str
    code: str
    words: str
    listed: str
    """ "" where the list has no such column or nothing in it."""
    found: Said
    differs: bool
    """True where both are known and say different things."""
    source: str
    """Where and by whom it was verified, if in another assessment of the case."""


def facts(session: Session, sheet: Sheet, names: Mapping[str, str], today: date) -> tuple[FactRow, ...]:
    """Return the facts that may lie before an officer, without those that routing sets aside.

    `sheet` holds the answers as its instrument reads them.
    """
    held, titles = states(sheet.instrument, sheet.answers), _titles(session)
    own = samples.by_instrument(session).get(sheet.assessment.instrument, ())
    others = {title: sheet.case.places[id].facts for id, title in titles.items() if id in sheet.case.places}
    for sample in own:
        others.pop(titles.get(sample, ""), None)
    rows = []
    for question in sheet.instrument.questions.values():
        state = held[question.id]
        if not is_open_fact(question) or state is State.SET_ASIDE:
            continue
        answer, offered = sheet.answers.get(question.id), proposal(question, sheet.listed)
        words = answer_in_words(question, answer) if state is State.ANSWERED else ""
        found = Said(words, "", "") if words else QUESTION[state]
        differs = bool(
            words
            and offered is not None
            and offered.value is not None
            and answer is not None
            and answer.value != offered.value
        )
        source = _source(session, sheet, question, names, today)
        listed = _listed_words(question, offered, others)
        rows.append(FactRow(question.id, question.code, say(question.text), listed, found, differs, source))
    return tuple(rows)


def listed(session: Session, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return what the lists say that no question asks, under the headings of this assessment's own list."""
    asked = {question.proposes for question in sheet.instrument.questions.values()}
    extra = [("Case reference", sheet.case.reference)]
    own = samples.by_instrument(session).get(sheet.assessment.instrument, ())
    titles = _titles(session)
    columns = [column for sample in own for column in _columns(session, sample)]
    extra += [
        (say(column.title), in_words(column, sheet.listed.get(column.field, "")))
        for column in columns
        if column.field not in {*asked, "reference"} and not column.personal
    ]
    also = [titles[sample] for sample in titles if sample in sheet.case.places and sample not in own]
    extra.append(("Also in the sample", ", ".join(also)))
    return tuple((words, value) for words, value in dict(extra).items() if value)


def _listed_words(
    question: Question, offered: Proposal | None, others: Mapping[str, Mapping[str, str]]
) -> str:
    """What the list says; what the list of another sample says is added where that is something else."""
    words = "" if offered is None or offered.words == "nothing" else offered.words
    parts = [words] if words else []
    for title, facts in others.items():
        other = proposal(question, facts)
        if other is not None and other.words not in ("nothing", words):
            parts.append(f"{other.words} ({title})")
    return "; ".join(parts)


def _source(session: Session, sheet: Sheet, question: Question, names: Mapping[str, str], today: date) -> str:
    verified = sheet.verified_in(question.id)
    if verified is None:
        return ""
    by = f"{who(verified.held.author, session.author, names)}, {moment(verified.held.time, today)}"
    return f"verified in {say(verified.instrument.title)} by {by}"


def _titles(session: Session) -> dict[str, str]:
    if not inspections.inspection(session).programme:
        return {}
    return {sample.id: say(sample.title) for sample in inspections.programme(session).samples}


def _columns(session: Session, sample: str) -> tuple[Column, ...]:
    lists = inspections.programme(session).lists
    return next((one.columns for one in lists if one.id == sample), ())
