"""What is read from a workbook is the instrument that was written, or a refusal that names the place."""

from dataclasses import replace

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.conditions import All, Any_, Is, Not
from model.instruments.instrument import Instrument, Kind, Part, Standing
from model.instruments.reader import read_instrument
from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.columns import SheetRows
from model.instruments.xlsform.reading import Form, form_of
from model.instruments.xlsform.writing import rows_of
from tests.model.instruments.small import instrument
from tests.model.instruments.xlsform.any_instrument import instruments

SETTINGS = [{"form_id": "visits", "form_title": "Visits", "version": "3"}]
LISTS = [
    {"list_name": "yn", "name": "yes", "label": "Yes"},
    {"list_name": "yn", "name": "no", "label": "No", "casebook_key": "1"},
    {"list_name": "why-not", "name": "late", "label::English": "Late", "label::Welsh (cy)": "Hwyr"},
    {"list_name": "why-not", "name": "never", "label::English": "Never"},
    {"list_name": "why-not", "name": "not_applicable", "label::English": "Does not apply"},
]


def sheet(title: str, rows: list[dict[str, str]]) -> SheetRows:
    header = tuple(dict.fromkeys(heading for row in rows for heading in row))
    return SheetRows(title, header, rows)


def form(
    survey: list[dict[str, str]],
    choices: list[dict[str, str]] = LISTS,
    settings: list[dict[str, str]] = SETTINGS,
) -> Form:
    named = (("survey", survey), ("choices", choices), ("settings", settings))
    return form_of({title: sheet(title, rows) for title, rows in named if rows}, "visits.xlsx")


def read(
    survey: list[dict[str, str]],
    choices: list[dict[str, str]] = LISTS,
    settings: list[dict[str, str]] = SETTINGS,
) -> Instrument:
    return instrument_of(form(survey, choices, settings))


def instrument_of(found: Form) -> Instrument:
    """The instrument of a form, or the refusal with its place, as taking in a workbook has it."""
    try:
        return read_instrument(tomli_w.dumps(found.values), "visits.xlsx")
    except WrongInstrument as wrong:
        raise found.placed(wrong) from None


def again(whole: Instrument) -> Instrument:
    found = form_of({sheet.title: sheet for sheet in rows_of(whole)}, "x.xlsx")
    assert found.remarks == ()
    return replace(instrument_of(found), fingerprint=whole.fingerprint)


@given(instruments())
def test_what_was_written_is_read_as_the_same_instrument(whole: Instrument) -> None:
    assert again(whole) == whole


def test_the_small_instrument_comes_back() -> None:
    assert again(instrument()) == instrument()


def test_a_plain_form_of_an_office_is_an_instrument() -> None:
    found = read(
        [
            {"type": "begin group", "name": "visit", "label": "The visit"},
            {"type": "select_one yn", "name": "need", "label": "Was there a need?", "hint": "New address."},
            {"type": "select one why-not", "name": "why", "label": "Why?", "relevant": "${need} != 'yes'"},
            {"type": "integer", "name": "days", "label": "Days", "constraint": ". >= 0 and . <= 1.5"},
            {"type": "end group"},
            {"type": "string", "name": "other", "label::English (en)": "Else?", "label::cy": "Arall?"},
        ]
    )
    assert [view.id for view in found.views] == ["visit", "visits"]
    assert [question.id for question in found.views[0].sections[0].questions] == ["need", "why", "days"]
    need, why, days, other = found.questions.values()
    assert (need.part, need.kind, need.wording) == (Part.FACT, Kind.CHOICE, Standing.OFFICE)
    assert [(option.code, option.key) for option in need.options] == [("yes", "2"), ("no", "1")]
    assert need.guidance.look_for == {"en": "New address."}
    assert why.when == Not(Is("need", ("yes",)))
    assert why.allows_not_applicable
    assert why.codes() == ("late", "never")
    assert why.options[0].label == {"en": "Late", "cy": "Hwyr"}
    assert (days.kind, days.minimum, days.maximum) == (Kind.NUMBER, 0, 1.5)
    assert (other.kind, other.text) == (Kind.TEXT, {"en": "Else?", "cy": "Arall?"})
    assert (found.id, found.family, found.version) == ("visits", "visits", "3")


ROW = {"type": "text", "name": "q", "label": "?"}


@pytest.mark.parametrize(
    ("survey", "place", "fault"),
    [
        ([{**ROW, "type": "geopoint"}], "survey, row 2, column type", "geopoint"),
        ([{**ROW, "type": "select_one"}], "survey, row 2, column type", "list of choices is missing"),
        ([{**ROW, "type": "select_one gone"}], "survey, row 2, column type", "no list “gone” with two"),
        ([{**ROW, "type": "select_one yn too"}], "survey, row 2, column type", "more than the name"),
        ([{**ROW, "type": "begin repeat"}], "survey, row 2, column type", "again and again"),
        ([ROW, {"type": "text", "label": "?"}], "survey, row 3, column name", "empty"),
        ([{**ROW, "name": "Q 1"}], "row 2, column name", "“Q 1” cannot be an id"),
        ([{**ROW, "calculation": "1 + 1"}], "survey, row 2, column calculation", "cannot say this"),
        ([{**ROW, "choice_filter": "a=1"}], "survey, row 2, column choice_filter", "cannot say this"),
        ([{**ROW, "type": "int", "constraint": ". > 1"}], "survey, row 2, column constraint", "its bounds"),
        (
            [{**ROW, "type": "int", "constraint": ". >= 2 and . <= 1"}],
            "row 2, column constraint",
            "1 is less",
        ),
        ([{**ROW, "relevant": "${x} > 5"}], "survey, row 2, column relevant", "> 5"),
        ([{**ROW, "relevant": "${x} = 'y'"}], "survey, row 2, column relevant", "${x}, which is no"),
        ([{**ROW, "label": "After ${x} days?"}], "survey, row 2, column label", "shows another answer"),
        ([{**ROW, "label::French (fr)": "Quoi ?"}], "column label::French (fr)", "French (fr)"),
        ([{**ROW, "label::en": "Again"}], "row 2, column label::en", "twice"),
        ([{**ROW, "casebook_evidence": "maybe"}], "column casebook_evidence", "neither yes nor no"),
        ([{**ROW, "casebook_meaning": "two"}], "column casebook_meaning", "not a whole number"),
        ([{**ROW, "casebook_when": "yes"}], "column casebook_when", "cannot be read"),
        ([{**ROW, "casebook_when": "{}\nx = 1"}], "column casebook_when", "more or less than one"),
        (
            [{**ROW, "casebook_part": "main"}],
            "survey, row 2, column casebook_part (question q)",
            "“main” is not known here",
        ),
        ([{"type": "text", "name": "q"}], "survey, row 2, column label", "English wording is missing"),
        ([{"type": "begin_group", "name": "g"}, ROW], "row 2, column type", "no end"),
        ([ROW, {"type": "end_group"}], "row 3, column type", "no group is open"),
        (
            [{"type": "begin_group", "name": "g", "relevant": "x"}],
            "row 2, column relevant",
            "“x” is nothing",
        ),
        (
            [{"type": "begin_group", "name": "g"}, ROW, {"type": "end_group"}] * 2,
            "row 5, column name (view g)",
            "there twice",
        ),
        ([ROW, ROW], "row 2, column name (question q)", "there twice"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    survey: list[dict[str, str]], place: str, fault: str
) -> None:
    with pytest.raises(WrongInstrument) as refused:
        read(survey)
    assert place in refused.value.happened
    assert fault in refused.value.happened
    assert refused.value.file == "visits.xlsx"
    assert refused.value.next


def test_a_fault_of_a_choice_is_placed_in_its_row() -> None:
    wrong = {"list_name": "yn", "name": "maybe", "label": "Maybe", "casebook_line": "beside"}
    with pytest.raises(WrongInstrument, match=r"sheet choices, row 7, column casebook_line: “beside” is not"):
        read([ROW, {**ROW, "name": "r", "type": "select_one yn"}], choices=[*LISTS, wrong])


def test_a_sheet_that_is_missing_is_named_or_done_without() -> None:
    with pytest.raises(WrongInstrument, match="no sheet called survey"):
        read([])
    with pytest.raises(WrongInstrument, match="sheet survey: there is no question"):
        read([{"type": "note", "name": "n", "label": "Hello"}])
    found = form([ROW], choices=[], settings=[])
    assert instrument_of(found).id == "visits"
    assert found.remarks == ("The workbook has no form_id, and the instrument is called: visits",)


def test_a_form_as_other_offices_have_them_is_taken_in_and_what_is_left_out_is_said() -> None:
    found = form(
        [
            {"type": "start", "name": "start"},
            {"type": "deviceid", "name": "deviceid"},
            {"type": "select_one yn", "name": "Q1", "label": "Seen?", "required": "yes"},
            {
                "type": "date",
                "name": "Q2",
                "label": "When?",
                "relevant": "${Q1} = 'yes'",
            },
            {"type": "date", "name": "q3", "label": "And then?", "constraint": ". <= today()"},
        ],
        choices=LISTS[:2],
        settings=[{"form_id": "Home visits", "style": "pages"}],
    )
    whole = instrument_of(found)
    assert [(one.id, one.code) for one in whole.questions.values()] == [
        ("q1", "Q1"),
        ("q2", "Q2"),
        ("q3", "q3"),
    ]
    assert whole.question("q2").when == Is("q1", ("yes",))
    assert (whole.id, whole.title["en"]) == ("home_visits", "Home visits")
    assert found.remarks == (
        "Left out, as nobody is asked: sheet survey, rows 2 (start), 3 (deviceid)",
        "Questions have other ids here: Q1 is q1, Q2 is q2",
        "Constraints that Casebook does not check, left out: sheet survey, row 6 (. <= today())",
        "Columns that Casebook does not use: required (sheet survey), style (sheet settings)",
    )


def test_a_fault_of_the_settings_is_placed_there() -> None:
    with pytest.raises(WrongInstrument, match=r"sheet settings, row 2, column form_id: “1_visit/s” is not"):
        read([ROW], settings=[{"form_id": "1 visit/s"}])
    with pytest.raises(WrongInstrument, match=r"sheet settings, row 2, column casebook_about: “car” is not"):
        read([ROW], settings=[{"form_id": "v", "casebook_about": "car"}])


def test_the_settings_are_one_row() -> None:
    with pytest.raises(WrongInstrument, match="sheet settings: there are 2 rows"):
        read([ROW], settings=SETTINGS * 2)


def test_a_choice_that_is_twice_in_its_list_is_refused() -> None:
    with pytest.raises(WrongInstrument, match="sheet choices, row 7, column name: “yes” is in this list"):
        read([ROW], choices=[*LISTS, LISTS[0]])


def test_a_heading_that_is_there_twice_is_refused() -> None:
    survey = SheetRows("survey", ("type", "name", "name"), [ROW], 2)
    sheets = {"survey": survey, "settings": sheet("settings", SETTINGS)}
    with pytest.raises(WrongInstrument, match="sheet survey, row 1, column name: this heading"):
        form_of(sheets, "visits.xlsx")


HABITS = [
    "",
    " ",
    "1.0",
    "TRUE",
    "#REF!",
    "=A1",
    "yes",
    "no",
    "begin_group",
    "end group",
    "begin repeat",
    "note",
]
SIGNS = st.text("${}'()=.,_-<>§é\u00a0\u202e\n01aZ ", max_size=12)
CELLS = [
    (sheet.title, number, heading)
    for sheet in rows_of(instrument())
    for number in range(len(sheet.rows))
    for heading in sheet.header
]


@given(st.dictionaries(st.sampled_from(CELLS), st.sampled_from(HABITS) | SIGNS, max_size=4))
def test_whatever_somebody_writes_into_cells_is_an_instrument_or_a_refusal_in_words(
    written: dict[tuple[str, int, str], str],
) -> None:
    sheets = {sheet.title: sheet for sheet in rows_of(instrument())}
    rows = {title: [dict(row) for row in sheet.rows] for title, sheet in sheets.items()}
    for (title, number, heading), words in written.items():
        rows[title][number][heading] = words
    refused: list[WrongInstrument] = []
    try:
        instrument_of(
            form_of({name: replace(one, rows=rows[name]) for name, one in sheets.items()}, "f.xlsx")
        )
    except WrongInstrument as wrong:
        refused.append(wrong)
    assert all("sheet " in each.happened and each.next for each in refused)


def changed(question: str, **cells: str) -> Instrument:
    """The small instrument, written, changed in one row by somebody with a spreadsheet, and read."""
    sheets = {sheet.title: sheet for sheet in rows_of(instrument())}
    rows = [{**row, **cells} if row["name"] == question else dict(row) for row in sheets["survey"].rows]
    sheets["survey"] = sheet("survey", rows)
    return instrument_of(form_of(sheets, "x.xlsx"))


def test_a_relevant_that_somebody_changed_is_the_condition() -> None:
    found = changed("safety", relevant="${sentence} = 'licence' or ${sentence} = 'community'")
    assert found.question("safety").when == Is("sentence", ("licence", "community"))
    assert changed("safety", relevant="").question("safety").when is None


def test_a_condition_that_somebody_changed_in_our_column_is_the_condition() -> None:
    denied = '{ not = { question = "sentence", is = ["licence"] } }'
    own = f'{{ all = [{denied}, {{ any = [{{ question = "features", is = ["drugs"] }}] }}] }}'
    found = changed("safety", casebook_when=own)
    wanted = All((Not(Is("sentence", ("licence",))), Any_((Is("features", ("drugs",)),))))
    assert found.question("safety").when == wanted


def test_words_that_somebody_changed_are_the_offices_and_no_longer_published() -> None:
    whole = instrument()
    engage = whole.question("engage")
    assert Standing.OFFICE not in (engage.wording, engage.guidance_standing)
    label = "label::English (en)"
    same = changed("engage", **{label: "  ".join(engage.text["en"].split(" "))}).question("engage")
    assert same.wording is engage.wording  # blanks are not words
    found = changed("engage", **{label: "Is the person engaged?"}).question("engage")
    assert (found.wording, found.guidance_standing) == (Standing.OFFICE, engage.guidance_standing)
    found = changed("engage", **{"hint::English (en)": "Our own hint."}).question("engage")
    assert (found.wording, found.guidance_standing) == (engage.wording, Standing.OFFICE)
    found = changed("engage", **{"label::Cymraeg (cy)": "A oes ymgysylltu?"}).question("engage")
    assert (found.wording, found.guidance_standing) == (engage.wording, engage.guidance_standing)


def test_changed_words_are_said() -> None:
    rows = [{**ROW, "casebook_wording": "published", "casebook_wording_mark": "other"}]
    assert form(rows, choices=[]).remarks == (
        "Words that were changed, which are the office's now: sheet survey, row 2 (wording of q)",
    )


def test_guidance_is_changed_in_its_own_columns() -> None:
    assert changed("engage", casebook_where_en="Oasys.", **{"guidance_hint::English (en)": ""}).question(
        "engage"
    ).guidance.where == {"en": "Oasys."}
    with pytest.raises(WrongInstrument, match=r"column guidance_hint::English \(en\): it is put together"):
        changed("engage", **{"guidance_hint::English (en)": "Something else."})


def test_a_guidance_hint_alone_says_what_is_sufficient() -> None:
    found = read([{**ROW, "guidance_hint": "Enough of it."}])
    assert found.question("q").guidance.sufficient == {"en": "Enough of it."}
