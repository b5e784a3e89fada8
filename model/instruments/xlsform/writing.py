"""An instrument as the rows of an XLSForm workbook."""

from collections.abc import Iterator, Mapping

from model.answers import NOT_APPLICABLE
from model.instruments.instrument import LANGUAGES, Instrument, Kind, Question, Text
from model.instruments.question_reader import NOT_APPLICABLE_KEY
from model.instruments.xlsform.columns import (
    CHOICES,
    GUIDANCE_BESIDE,
    GUIDANCE_MARK,
    NAMES_OF_LANGUAGES,
    NOT_APPLICABLE_LABEL,
    ONE_OR_NOT_APPLICABLE,
    OURS,
    SETTINGS,
    SURVEY,
    TYPES,
    WORDING_MARK,
    SheetRows,
    constraint_of,
    guidance_in_words,
    in_language,
    mark_of,
    mark_of_guidance,
    ours_in,
)
from model.instruments.xlsform.notation import notation
from model.instruments.xlsform.relevant import relevants

Row = dict[str, str]
_Lists = Mapping[str, str]
"""The name of the list of every question that has one, by the question's id."""


def rows_of(instrument: Instrument) -> tuple[SheetRows, SheetRows, SheetRows]:
    """The sheets survey, choices and settings. Reading them gives the same instrument (reading.values_of)."""
    lists = _lists(instrument)
    return (
        _sheet(SURVEY, list(_survey(instrument, lists)), ("type", "name")),
        _sheet(CHOICES, list(_choices(instrument, lists)), ("list_name", "name")),
        _sheet(SETTINGS, [_settings(instrument)], ("form_title", "form_id", "version", "default_language")),
    )


def _sheet(title: str, rows: list[Row], first: tuple[str, ...]) -> SheetRows:
    """The rows under the columns that any of them fills, XLSForm's before ours."""
    used = dict.fromkeys((*first, *(name for row in rows for name in row)))
    header = (
        *(name for name in used if not name.startswith(OURS)),
        *(name for name in used if name.startswith(OURS)),
    )
    return SheetRows(title, header, rows)


def _settings(instrument: Instrument) -> Row:
    row = {
        "form_title": instrument.title["en"],
        "form_id": instrument.id,
        "version": instrument.version,
        "default_language": NAMES_OF_LANGUAGES["en"],
        f"{OURS}family": instrument.family,
        f"{OURS}about": instrument.about.value,
        f"{OURS}attribution": instrument.attribution,
        f"{OURS}fingerprint": instrument.fingerprint,
    }
    others = {
        ours_in("title", language): words for language, words in instrument.title.items() if language != "en"
    }
    return row | others


def _survey(instrument: Instrument, lists: _Lists) -> Iterator[Row]:
    relevant = relevants(instrument)
    for view in instrument.views:
        yield {"type": "begin_group", "name": f"view-{view.id}", **_worded("label", view.title)}
        for section in view.sections:
            yield {"type": "begin_group", "name": f"section-{section.id}", **_worded("label", section.title)}
            for question in section.questions:
                yield _question(question, lists, relevant[question.id])
            yield {"type": "end_group", "name": f"section-{section.id}"}
        yield {"type": "end_group", "name": f"view-{view.id}"}


def _question(question: Question, lists: _Lists, relevant: str) -> Row:
    kind = TYPES[question.kind]
    if question.options:
        kind = f"{kind} {lists[question.id]}"
    guidance = question.guidance
    pieces = {piece: getattr(guidance, piece) for piece in GUIDANCE_BESIDE}
    row = {
        "type": kind,
        "name": question.id,
        **_worded("label", question.text),
        **_worded("hint", guidance.look_for),
        **{
            in_language("guidance_hint", language): words
            for language in LANGUAGES
            if (words := guidance_in_words(pieces, language))
        },
        "relevant": relevant,
        "constraint": _constraint(question),
        f"{OURS}code": question.code,
        f"{OURS}part": question.part.value,
        f"{OURS}kind": question.kind.value,
        f"{OURS}wording": question.wording.value,
        f"{OURS}guidance_standing": question.guidance_standing.value,
        WORDING_MARK: mark_of(question.text["en"]),
        GUIDANCE_MARK: mark_of_guidance({"look_for": guidance.look_for, **pieces}),
        f"{OURS}letter": question.letter.value if question.letter else "",
        f"{OURS}source": question.source,
        f"{OURS}meaning": str(question.meaning),
        f"{OURS}was": " ".join(question.was),
        f"{OURS}relevant": relevant,
        f"{OURS}when": notation(question.when) if question.when is not None else "",
        f"{OURS}parent": question.parent or "",
        f"{OURS}evidence": "yes" if question.evidence else "",
        f"{OURS}not_applicable": "yes" if question.allows_not_applicable else "",
        f"{OURS}proposes": question.proposes or "",
        f"{OURS}typical": question.typical or "",
        **{
            ours_in(piece, language): words
            for piece, text in pieces.items()
            for language, words in text.items()
        },
    }
    return {name: words for name, words in row.items() if words}


def _constraint(question: Question) -> str:
    if question.kind is Kind.SEVERAL and question.allows_not_applicable:
        return ONE_OR_NOT_APPLICABLE
    return constraint_of(question.minimum, question.maximum)


def _lists(instrument: Instrument) -> _Lists:
    """Questions with the same options share a list, named after the first of them."""
    firsts: list[Question] = []
    found: dict[str, str] = {}
    for question in instrument.questions.values():
        if question.options:
            like = next((first for first in firsts if _same_list(first, question)), question)
            if like is question:
                firsts.append(question)
            found[question.id] = like.id
    return found


def _same_list(one: Question, other: Question) -> bool:
    same = one.allows_not_applicable is other.allows_not_applicable
    return same and one.options == other.options


def _choices(instrument: Instrument, lists: _Lists) -> Iterator[Row]:
    for name in dict.fromkeys(lists.values()):
        question = instrument.question(name)
        for option in question.options:
            yield {
                "list_name": name,
                "name": option.code,
                **_worded("label", option.label),
                f"{OURS}key": option.key,
                f"{OURS}line": option.line.value,
            }
        if question.allows_not_applicable:
            languages = dict.fromkeys(language for option in question.options for language in option.label)
            label = {language: NOT_APPLICABLE_LABEL[language] for language in languages}
            key = {f"{OURS}key": NOT_APPLICABLE_KEY}
            yield {"list_name": name, "name": NOT_APPLICABLE, **_worded("label", label), **key}


def _worded(column: str, text: Text) -> Row:
    return {in_language(column, language): text[language] for language in LANGUAGES if language in text}
