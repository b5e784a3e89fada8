"""One question of the sheet survey as the values of an instrument file."""

import re
import tomllib
from collections.abc import Iterator, Mapping

from model.instruments.instrument import Text
from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.columns import (
    GUIDANCE_BESIDE,
    GUIDANCE_MARK,
    ONE_OR_NOT_APPLICABLE,
    OURS,
    TYPES,
    WORDING_MARK,
    bounds_of,
    guidance_in_words,
    id_of,
    in_language,
    mark_of,
    mark_of_guidance,
)
from model.instruments.xlsform.lists import OTHER, Lists
from model.instruments.xlsform.notation import condition_values
from model.instruments.xlsform.parsing import NotSayable, parsed
from model.instruments.xlsform.remarks import Remarks

Values = dict[str, object]
Codes = Mapping[str, tuple[str, ...]]

_KINDS = {
    "select_one": "choice",
    "select_multiple": "several",
    **{type: kind.value for kind, type in TYPES.items() if not kind.has_options},
    "integer": "number",
    "string": "text",
}
_ALWAYS = ("text", "minimum", "maximum")
"""Keys that are written whatever they say: a wording that is missing is refused, and a bound may be 0."""
_NOT_HERE = ("calculation", "choice_filter", "trigger", "repeat_count")
"""Columns of XLSForm that would change what is asked or answered, and that no instrument has."""
_LEFT_OUT = frozenset(
    "start end today deviceid username phonenumber email simserial subscriberid start-geopoint audit"
    " background-audio background-geopoint note calculate hidden".split()
)
"""Rows of XLSForm by which nobody is asked anything."""
_SPELLINGS = (
    (re.compile(r"(begin|end)[ _](group|repeat)\b"), r"\1_\2"),
    (re.compile(r"select(?:[ _]one|1)(?: from)?\b"), "select_one"),
    (re.compile(r"select(?:[ _]multiple| all that apply)(?: from)?\b"), "select_multiple"),
    (re.compile(r"int$"), "integer"),
)
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_OR_OTHER = re.compile(r"(.+?)[ _]or[ _](?:specify[ _])?other", re.IGNORECASE)


def type_of(row: Row) -> str:
    """The type of a row, as XLSForm writes it nowadays: `begin_group`, `select_one list`."""
    words = " ".join(row.need("type").split())
    for older, newer in _SPELLINGS:
        if match := older.match(words.lower()):
            return match.expand(newer) + words[match.end() :]
    kind, blank, name = words.partition(" ")
    return kind.lower() + blank + name


def is_left_out(row: Row) -> bool:
    """Whether a row asks nobody anything: what a program fills in, a note, a question switched off."""
    return row.flag("disabled") or type_of(row).partition(" ")[0] in _LEFT_OUT


def list_of(row: Row, lists: Lists) -> str | None:
    """What the list of choices of a row is called in an instrument file; None where it needs none."""
    kind, _, name = type_of(row).partition(" ")
    if kind not in ("select_one", "select_multiple"):
        return None
    with_other = _OR_OTHER.fullmatch(name)
    return lists.with_other(lists.name(with_other[1])) if with_other else lists.name(name)


def questions_in(row: Row, lists: Lists, codes: Codes, remarks: Remarks) -> Iterator[Values]:
    """The question of a row, and what `or_other` asks beside it. WrongInstrument names the cell."""
    values = question_values(row, lists, codes, remarks)
    yield values
    if _OR_OTHER.fullmatch(type_of(row).partition(" ")[2]):
        asked = {"en": "Specify other.", "cy": "Nodwch arall."}
        text = {language: asked[language] for language in row.words("label")}
        own = {"id": f"{values['id']}_{OTHER}", "code": f"{values['code']} {OTHER}", "part": "fact"}
        when = {"question": values["id"], "is": [OTHER]}
        said = {key: values[key] for key in ("wording", "guidance_standing", "source")}
        yield {**own, "kind": "text", "text": text, "when": when, **said}


def question_values(row: Row, lists: Lists, codes: Codes, remarks: Remarks) -> Values:
    """What an instrument file says of the question in this row. WrongInstrument names the cell."""
    kind, _, name = type_of(row).partition(" ")
    _check_can_be_said(row, kind, name)
    options = list_of(row, lists) or ""
    if options:
        lists.check(options, name, row)
    if not row.words("label").get("en"):
        raise row.wrong(
            "label", "the English wording is missing", "Write it under label, or label::English (en)."
        )
    written = row.need("name")
    identity = id_of(written)
    if not _IDENTIFIER.fullmatch(identity):
        raise row.wrong(
            "name", f"“{written}” cannot be an id", "Write lower-case words joined by underscores."
        )
    if identity != written:
        remarks.add_once("Questions have other ids here", f"{written} is {identity}")
    guidance = _guidance(row)
    values: Values = {
        "id": identity,
        "code": row.exact(f"{OURS}code") or written,
        "part": row.text(f"{OURS}part") or "fact",
        "kind": row.text(f"{OURS}kind") or _KINDS[kind],
        "text": dict(row.words("label")),
        "wording": _whose(row, "wording", WORDING_MARK, mark_of(row.words("label")["en"]), remarks),
        "guidance_standing": _whose(
            row, "guidance_standing", GUIDANCE_MARK, mark_of_guidance(guidance), remarks
        ),
        "source": row.exact(f"{OURS}source") or "Written by the office.",
        "options": options,
        "meaning": _whole(row, f"{OURS}meaning"),
        "was": row.text(f"{OURS}was").split(),
        "evidence": row.flag(f"{OURS}evidence"),
        "not_applicable": row.flag(f"{OURS}not_applicable") or options in lists.may_not_apply,
        "when": when_of(row, codes),
        "guidance": {piece: dict(text) for piece, text in guidance.items() if text},
        **_bounds(row, kind, remarks),
        **{key: row.text(OURS + key) for key in ("letter", "parent", "proposes", "typical")},
    }
    return {key: value for key, value in values.items() if key in _ALWAYS or value}


def _check_can_be_said(row: Row, kind: str, name: str) -> None:
    if kind.endswith("_repeat"):
        remedy = "Write its questions once for each time, or make them an instrument about an occasion."
        raise row.wrong("type", "questions that are asked again and again cannot be taken in", remedy)
    if kind not in _KINDS:
        remedy = f"Take the row out, or write one of: {', '.join(_KINDS)}."
        raise row.wrong("type", f"an instrument has no questions of the type “{kind}”", remedy)
    if kind.startswith("select_") and not name:
        raise row.wrong(
            "type", "the list of choices is missing", "Write the type as select_one name_of_list."
        )
    if " " in name and not _OR_OTHER.fullmatch(name):
        raise row.wrong("type", f"“{name}” is more than the name of one list", "Write the list alone.")
    for column in _NOT_HERE:
        if row.text(column):
            raise row.wrong(column, "an instrument cannot say this", "Empty the cell, or take the row out.")


def _whole(row: Row, column: str) -> int:
    words = row.text(column) or "1"
    if not words.isdecimal():
        raise row.wrong(column, f"“{words}” is not a whole number", "Write 1, 2, ….")
    return int(words)


def _bounds(row: Row, kind: str, remarks: Remarks) -> Values:
    constraint = row.text("constraint")
    if not constraint or constraint == ONE_OR_NOT_APPLICABLE:
        return {}
    if _KINDS[kind] != "number":
        remarks.add("Constraints that Casebook does not check, left out", row, constraint)
        return {}
    bounds = bounds_of(constraint)
    if bounds is None:
        fault = "the only constraint that a number has here is its bounds"
        raise row.wrong("constraint", fault, "Write for example . >= 0 and . <= 100, or empty the cell.")
    return dict(bounds)


def when_of(row: Row, codes: Codes) -> Values:
    """The condition: from `relevant` where somebody has written there, else from our own column."""
    relevant = row.text("relevant")
    if relevant and relevant != row.text(f"{OURS}relevant"):
        try:
            return condition_values(parsed(relevant, codes))
        except NotSayable as fault:
            remedy = "Write comparisons like ${question} = 'code', joined by and, or, not(…)."
            raise row.wrong("relevant", str(fault), remedy) from fault
    if not relevant and row.text(f"{OURS}relevant"):
        return {}
    own = row.exact(f"{OURS}when")
    if not own:
        return {}
    try:
        read = tomllib.loads(f"when = {own}")
    except (ValueError, RecursionError) as error:
        remedy = 'Write it as in an instrument file: { question = "…", is = ["yes"] }.'
        raise row.wrong(f"{OURS}when", f"the condition cannot be read ({error})", remedy) from error
    if list(read) != ["when"] or not isinstance(read["when"], dict):
        raise row.wrong(f"{OURS}when", "this is more or less than one condition", "Write one in braces.")
    found: Values = read["when"]
    return found


def _whose(row: Row, column: str, mark: str, now: str, remarks: Remarks) -> str:
    """Whose words these are: as the column says, but the office's where they are not those exported."""
    said = row.text(OURS + column) or "office"
    if said == "office" or row.text(mark) in ("", now):
        return said
    what = "wording" if column == "wording" else "guidance"
    remarks.add("Words that were changed, which are the office's now", row, f"{what} of {row.text('name')}")
    return "office"


def _guidance(row: Row) -> Mapping[str, Text]:
    """The hint is what to look for; the rest stands in columns of ours, or whole in `guidance_hint`."""
    pieces = {piece: row.our_words(piece) for piece in GUIDANCE_BESIDE}
    for language, words in row.words("guidance_hint").items():
        made = guidance_in_words(pieces, language)
        if made and words != made:
            fault = (
                "it is put together from the columns casebook_where to casebook_slip, and differs from them"
            )
            raise row.wrong(in_language("guidance_hint", language), fault, "Write the change there.")
        if not made:
            pieces["sufficient"] = {**pieces["sufficient"], language: words}
    return {"look_for": row.words("hint"), **pieces}
