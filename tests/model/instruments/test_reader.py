"""Files that fit are read whole; every other is refused with file, question, key and what to do."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.instrument import (
    About,
    Head,
    Instrument,
    Kind,
    Line,
    Option,
    Part,
    Question,
    Section,
    Standing,
    View,
)
from model.instruments.reader import (
    WrongInstrument,
    fingerprint_of,
    read_head,
    read_instrument,
    read_programme,
)
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, swapped


def test_an_instrument_is_read_whole() -> None:
    held = instrument()
    assert (held.id, held.family, held.version) == ("supervision", "probation_services", "1.0")
    assert [view.id for view in held.views] == ["case", "needs"]
    assert [section.id for section in held.views[0].sections] == ["facts", "engage_section", "safety_section"]
    engage = held.question("engage")
    assert (engage.part, engage.kind, engage.wording) == (Part.KEY, Kind.JUDGEMENT, Standing.PUBLISHED)
    assert (engage.meaning, engage.was, engage.evidence) == (2, ("old_engage", "older_engage"), True)
    assert engage.guidance.where == {"en": "The record."}


def test_an_instrument_is_about_a_case_unless_it_says_otherwise() -> None:
    assert instrument().about is About.CASE
    about = swapped(INSTRUMENT_TEXT, 'version = "1.0"\n', 'version = "1.0"\nabout = "officer"\n')
    assert instrument(about).about is About.OFFICER


def test_a_head_is_read_whatever_its_texts_hold() -> None:
    text = swapped(INSTRUMENT_TEXT, 'attribution = "', 'attribution = """One\n[view]\n"""\n# "')
    assert read_head(text, "small") == Head("supervision", "1.0", fingerprint_of(text))
    with pytest.raises(WrongInstrument, match="id"):
        read_head(swapped(INSTRUMENT_TEXT, 'id = "supervision"\n', ""), "small")


def test_the_fingerprint_is_of_the_exact_text() -> None:
    assert instrument().fingerprint == hashlib.sha256(INSTRUMENT_TEXT.encode()).hexdigest()
    assert instrument(INSTRUMENT_TEXT + "\n").fingerprint != instrument().fingerprint
    assert fingerprint_of("ŵ") == hashlib.sha256("ŵ".encode()).hexdigest()


def refused(text: str) -> WrongInstrument:
    with pytest.raises(WrongInstrument) as caught:
        read_instrument(text, "supervision.toml")
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        ('family = "probation_services"\n', "", "", "family", "missing"),
        ('version = "1.0"\n', "version = 1.0\n", "", "version", "not text"),
        ('version = "1.0"\n', 'version = "1.0"\nabout = "person"\n', "", "about", "not known"),
        ('version = "1.0"\n', 'version = "1.0"\ncolour = "red"\n', "", "colour", "no such key"),
        ('id = "case"', 'id = "needs"', "view needs", "id", "twice"),
        ('id = "facts"', 'id = "engage_section"', "section engage_section", "id", "twice"),
        ('id = "score"', 'id = "sentence"', "question sentence", "id", "twice"),
        ('id = "score"', 'id = "F3"', "section facts, question number 3", "id", "not an id"),
        ('id = "score"\n', "", "section facts, question number 3", "id", "missing"),
        ('title.en = "Facts"', 'title.cy = "Ffeithiau"', "section facts", "title", "English"),
        (
            'title.en = "Facts"',
            'title.en = "Facts"\ntitle.fr = "x"',
            "section facts",
            "title.fr",
            "no such key",
        ),
        ('title.en = "Facts"', 'title.en = " "', "section facts", "title.en", "empty"),
    ],
)
def test_faults_of_a_file_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    refusal = refused(swapped(INSTRUMENT_TEXT, old, new))
    assert (refusal.file, refusal.thing, refusal.key) == ("supervision.toml", thing, key)
    assert refusal.happened.startswith("supervision.toml")
    assert words in refusal.fault
    assert refusal.next


@pytest.mark.parametrize(
    "text", ["format = ", "format = 1\nformat = 1", "a = " + "[" * 4000, "format = " + "9" * 5000]
)
def test_what_is_no_toml_is_refused(text: str) -> None:
    assert "cannot be read" in refused(text).fault


def test_a_newer_format_is_refused_in_words() -> None:
    assert "newer program" in refused(swapped(INSTRUMENT_TEXT, "format = 1\n", "format = 2\n")).next
    assert "no format 0" in refused(swapped(INSTRUMENT_TEXT, "format = 1\n", "format = 0\n")).fault
    assert "missing" in refused(swapped(INSTRUMENT_TEXT, "format = 1\n", "")).fault


def test_no_instrument_is_read_as_a_programme_nor_the_other_way_round() -> None:
    with pytest.raises(WrongInstrument):
        read_programme(INSTRUMENT_TEXT, "supervision.toml")
    with pytest.raises(WrongInstrument):
        read_instrument(PROGRAMME_TEXT, "programme.toml")


identifiers = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: name not in ("not_applicable", "set_aside")
)
wordings = st.fixed_dictionaries(
    {"en": st.text('abc ŵ’é"\\#=[]\n', min_size=1, max_size=12).filter(str.strip)},
    optional={"cy": st.text("abcŵŷ", min_size=1, max_size=6)},
)


@st.composite
def options(draw: st.DrawFn) -> tuple[Option, ...]:
    codes = draw(st.lists(identifiers, min_size=2, max_size=5, unique=True))
    lines = [Line.ABOVE, Line.BELOW, *(draw(st.sampled_from(Line)) for _ in codes[2:])]
    keys = draw(st.permutations("bcdefgy123456"))
    return tuple(
        Option(code, draw(wordings), key, line) for code, key, line in zip(codes, keys, lines, strict=False)
    )


@st.composite
def questions(draw: st.DrawFn, name: str) -> Question:
    kind = draw(st.sampled_from(Kind))
    held = draw(options()) if kind.has_options else ()
    low = draw(st.none() | st.integers(-5, 5)) if kind is Kind.NUMBER else None
    return Question(
        id=name,
        code=draw(st.sampled_from(["F1", "2.1.1(a)"])),
        part=Part.FACT,
        kind=kind,
        text=draw(wordings),
        options=held,
        wording=draw(st.sampled_from(Standing)),
        guidance_standing=draw(st.sampled_from(Standing)),
        source="Annex “D”",
        meaning=draw(st.integers(1, 9)),
        was=(f"{name}_before",) if draw(st.booleans()) else (),
        evidence=draw(st.booleans()),
        allows_not_applicable=draw(st.booleans()),
        minimum=low,
        maximum=None if low is None else low + 2.5,
        typical=held[0].code if held else None,
    )


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    names = draw(st.lists(identifiers.map("q_{}".format), min_size=1, max_size=4, unique=True))
    held = tuple(draw(questions(name)) for name in names)
    section = Section("s", draw(wordings), held)
    view = View("v", draw(wordings), (section,))
    return Instrument("i", "f", draw(wordings), "1.0", "Ours.", (view,), "")


def written(held: Instrument) -> str:
    """The TOML of an instrument of one section; JSON text is TOML text too."""
    lines = ["format = 1", f'id = "{held.id}"', f'family = "{held.family}"', f'version = "{held.version}"']
    lines += [f'attribution = "{held.attribution}"', f"title = {table(held.title)}"]
    view, section = held.views[0], held.views[0].sections[0]
    lines += ["[[view]]", f'id = "{view.id}"', f"title = {table(view.title)}"]
    lines += ["[[view.section]]", f'id = "{section.id}"', f"title = {table(section.title)}"]
    for question in section.questions:
        lines += ["[[view.section.question]]", *fields(question)]
    return "\n".join(lines)


def fields(question: Question) -> list[str]:
    held = {"id": question.id, "code": question.code, "part": question.part, "kind": question.kind}
    held |= {"wording": question.wording, "guidance_standing": question.guidance_standing}
    lines = [f"{key} = {json.dumps(value)}" for key, value in held.items()]
    lines += [f"source = {json.dumps(question.source)}", f"text = {table(question.text)}"]
    lines += [f"meaning = {question.meaning}", f"was = {json.dumps(question.was)}"]
    lines += [f"evidence = {json.dumps(question.evidence)}"]
    lines += [f"not_applicable = {json.dumps(question.allows_not_applicable)}"]
    lines += [f"minimum = {question.minimum}"] if question.minimum is not None else []
    lines += [f"maximum = {question.maximum}"] if question.maximum is not None else []
    lines += [f'typical = "{question.typical}"'] if question.typical else []
    if question.options:
        entries = ", ".join(
            f'{each.code} = {{ label = {table(each.label)}, key = "{each.key}", line = "{each.line}" }}'
            for each in question.options
        )
        lines.append(f"options = {{ {entries} }}")
    return lines


def table(text: object) -> str:
    assert isinstance(text, dict)
    return "{ " + ", ".join(f"{name} = {json.dumps(value)}" for name, value in text.items()) + " }"


@given(instruments())
def test_what_is_written_is_read_back_the_same(held: Instrument) -> None:
    text = written(held)
    again = read_instrument(text, "written.toml")
    assert again.views == held.views
    assert (again.title, again.fingerprint) == (held.title, fingerprint_of(text))
    assert read_head(text, "written.toml") == Head(again.id, again.version, again.fingerprint)


@given(instruments(), st.data())
def test_a_key_nobody_knows_is_never_passed_over(held: Instrument, data: st.DataObject) -> None:
    lines = written(held).split("\n")
    places = [number for number, line in enumerate(lines) if line.startswith(("id =", "title =", "source ="))]
    place = data.draw(st.sampled_from(places))
    with pytest.raises(WrongInstrument) as caught:
        read_instrument("\n".join([*lines[:place], "colour = 1", *lines[place:]]), "written.toml")
    assert caught.value.key == "colour"
