"""A programme with every kind of measure, standard and table, and what a few sheets count in it."""

from model.answers import Answer
from model.documents.reported import Finding, Reported, Statement, reported
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.instruments.programme_rules import check_fit
from model.instruments.reader import read_instrument, read_programme
from model.measures import count, together
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, sheet, swapped
from tests.texts import instrument_of, measure, options, question, standard, table

LEADERSHIP_TEXT = instrument_of(
    "leadership",
    "Leadership",
    question(
        "led",
        "1.1",
        "Proposed rating",
        "choice",
        more=options(outstanding="Outstanding", good="Good", not_rated="Not rated"),
    ),
    question("verdict", "V", "Verdict"),
    about="inspection",
    family="ours",
)
"""An instrument about the inspection: a stated rating, and a verdict in words."""

MORE = "".join(
    (
        measure(
            "licence",
            "L",
            "proportion",
            'question = "sentence"',
            'title.en = "On licence"',
            'base.en = "Everybody whose sentence is known."',
            'above = ["licence"]',
            'outside = ["not_clear"]',
        ),
        measure(
            "drugs",
            "D",
            "proportion",
            'question = "features"',
            'title.en = "Drugs"',
            'base.en = "Everybody with features."',
            'above = ["drugs"]',
        ),
        measure(
            "criterion",
            "C",
            "mean",
            'of = ["m_engage", "m_safety"]',
            'title.en = "A criterion"',
            'method.en = "Mean of its questions."',
        ),
        measure(
            "outcome", "O", "mean", 'of = ["criterion", "released"]', 'method.en = "Mean of the criteria."'
        ),
        measure(
            "released", "R", "proportion", 'question = "engage_release"', 'base.en = "People on licence."'
        ),
        measure(
            "scores",
            "F",
            "figure",
            'question = "score"',
            'title.en = "Score"',
            'base.en = "Everybody with a score."',
        ),
        standard("leading", "1.1", "Leading", "stated", 'question = "led"', 'statement.en = "People lead."'),
        standard("done_well", "O", "Work done well enough", "score", 'measures = ["outcome"]'),
        standard("found", "V", "What was found", "words", 'question = "verdict"', 'measures = ["drugs"]'),
    )
)
TABLE = table(
    "prevalence",
    "What was found how often",
    "As recorded.",
    {"Cases": "count_and_base", "Share": "percentage"},
    {
        "Drugs": '["drugs", "drugs"]',
        "Licence": '["licence", "licence"]',
        "Nothing known": '["", "scores"]',
    },
)

FINDINGS = {
    "found": (Finding("What helps", ("Officers are known.", "Time is given.")),),
    "leading": (Finding("Strengths", ("Leaders are seen.",)),),
}
"""What is found in words under the verdict."""


def programme(small_base: int = 0) -> Programme:
    """Read the programme; `small_base` as in its file."""
    text = swapped(PROGRAMME_TEXT, '"supervision.toml"]', '"supervision.toml", "leadership.toml"]')
    found = read_programme(f"small_base = {small_base}\n{text}{MORE}{TABLE}", "programme.toml")
    files = {"supervision.toml": instruments()[0], "leadership.toml": instruments()[1]}
    check_fit(found, files, "programme.toml")
    return found


def instruments() -> tuple[Instrument, Instrument]:
    """Read its two instruments."""
    return (
        read_instrument(INSTRUMENT_TEXT, "supervision.toml"),
        read_instrument(LEADERSHIP_TEXT, "leadership.toml"),
    )


def sheets() -> dict[str, dict[str, Answer]]:
    """Sixteen cases: all engaged but one, eight on licence, three released well, a need in eight."""
    found = {}
    for number in range(16):
        licence = number % 2 == 0
        found[f"41{number:02}"] = sheet(
            engage="no" if number == 0 else "yes",
            sentence="licence" if licence else "community",
            engage_release="yes" if number in (2, 4, 6) else "no",
            safety_need="yes" if number < 8 else "no",
            safety="yes" if number < 6 else "no",
            features=("drugs",) if number < 12 else ("alcohol",),
            score=number * 5,
        )
    return found


def said(**stated: str) -> dict[str, Statement]:
    """By standard what was answered about the inspection; words that are no code are a text."""
    codes = ("outstanding", "good", "not_rated")
    return {
        name: Statement(
            words if words in codes else "", words.capitalize(), "Lee Long", "2018-10-12T14:02:11Z", True
        )
        for name, words in stated.items()
    }


def found(
    *, small_base: int = 0, awaited: int = 0, whole: bool = True, stated: dict[str, Statement] | None = None
) -> Reported:
    """Everything that is reported of the sixteen cases while `awaited` more may come."""
    rules, both = programme(small_base), instruments()
    counts = count(rules, both[0], sheets().items())
    counted = {**counts.tallies, **counts.figures}
    return reported(
        rules,
        both,
        together(rules, [counts]),
        awaited=dict.fromkeys(counted, awaited),
        stated=stated or {},
        whole=whole,
        findings=FINDINGS,
    )
