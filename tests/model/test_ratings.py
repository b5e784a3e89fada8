"""Ratings are the published ones of two inspections, and say what rounding and single cases would change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.programme import Band, RatingRule, Standard
from model.measures import Tally, Why
from model.ratings import (
    Boundary,
    Flip,
    Rating,
    Reached,
    band,
    measure_rating,
    overall,
    possible_points,
    possible_rating,
    rating,
    reached,
    score,
    stated_rating,
)
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped

PROGRAMME = programme()
EXACT = programme(swapped(PROGRAMME_TEXT, 'band_from = "rounded"', 'band_from = "exact"'))
BANDS = {each.id: each for each in PROGRAMME.bands}
Counts = dict[str, tuple[int, int]]

# Warwickshire and West Mercia CRC 2019, annex 2: counts recomputed from the printed percentages and bases.
WWM: dict[str, Counts] = {
    "2.1": {"2.1.1": (79, 98), "2.1.2": (81, 98), "2.1.3": (63, 98)},
    "2.2": {"2.2.1": (70, 98), "2.2.2": (78, 98), "2.2.3": (47, 83)},
    "2.3": {"2.3.1": (81, 98), "2.3.2": (51, 98), "2.3.3": (42, 83)},
    "2.4": {"2.4.1": (70, 98), "2.4.2": (67, 98), "2.4.3": (26, 53)},
    "4.1": {"4.1.1": (20, 25), "4.1.2": (23, 25), "4.1.3": (25, 25), "4.1.4": (25, 25)},
    "4.2": {"4.2.1": (15, 18), "4.2.2": (12, 18), "4.2.3": (12, 18)},
}
# North West NPS 2019, annex 2. The bases of 2.2.3, 2.3.3, 2.4.3 and 3.2.1 are not printed: here it is 100.
NW: dict[str, Counts] = {
    "2.1": {"2.1.1": (106, 128), "2.1.2": (104, 128), "2.1.3": (97, 128)},
    "2.2": {"2.2.1": (96, 128), "2.2.2": (102, 128), "2.2.3": (71, 100)},
    "2.3": {"2.3.1": (115, 128), "2.3.2": (91, 128), "2.3.3": (71, 100)},
    "2.4": {"2.4.1": (105, 128), "2.4.2": (95, 128), "2.4.3": (66, 100)},
    "3.1": {"3.1.1": (90, 120), "3.1.2": (87, 120)},
    "3.2": {"3.2.1": (82, 100), "3.2.2": (18, 20), "3.2.3": (9, 10), "3.2.4": (16, 20)},
}


def standard(counts: Counts) -> Standard:
    return Standard("s", "s", {"en": "S"}, {"en": "S."}, RatingRule.LOWEST_BAND, tuple(counts))


def tallies(counts: Counts) -> dict[str, Tally]:
    return {name: Tally(name, above, base, {}) for name, (above, base) in counts.items()}


def rate(counts: Counts) -> Rating:
    return rating(standard(counts), tallies(counts), PROGRAMME)


@pytest.mark.parametrize(
    ("code", "by_rule", "lowest", "near", "one_case"),
    [
        ("2.1", "requires_improvement", ("2.1.3",), (65,), {("2.1.3", "good")}),
        ("2.2", "requires_improvement", ("2.2.3",), (), set()),
        ("2.3", "requires_improvement", ("2.3.3",), (50,), {("2.3.3", "inadequate")}),
        ("2.4", "inadequate", ("2.4.3",), (50,), {("2.4.3", "requires_improvement")}),
        ("4.1", "outstanding", ("4.1.1",), (80,), {("4.1.1", "good")}),
        ("4.2", "good", ("4.2.2", "4.2.3"), (65, 65),
         {("4.2.2", "requires_improvement"), ("4.2.3", "requires_improvement")}),
    ],
)  # fmt: skip
def test_the_worked_table_of_warwickshire_and_west_mercia(
    code: str, by_rule: str, lowest: tuple[str, ...], near: tuple[int, ...], one_case: set[tuple[str, str]]
) -> None:
    found = rate(WWM[code])
    assert found.band == BANDS[by_rule]
    assert found.lowest == lowest
    assert tuple(boundary.at_least for boundary in found.near) == near
    assert {(flip.measure, flip.band.id) for flip in found.flips} == one_case


@pytest.mark.parametrize(
    ("code", "by_rule", "near"),
    [
        ("2.1", "good", (80,)),
        ("2.2", "good", ()),
        ("2.3", "good", ()),
        ("2.4", "good", (65,)),
        ("3.1", "good", ()),
        ("3.2", "outstanding", (80,)),
    ],
)
def test_the_worked_table_of_the_north_west(code: str, by_rule: str, near: tuple[int, ...]) -> None:
    found = rate(NW[code])
    assert found.band == BANDS[by_rule]
    assert tuple(boundary.at_least for boundary in found.near) == near


def test_the_overall_scores_of_both() -> None:
    good, improve = BANDS["good"], BANDS["requires_improvement"]
    north_west: dict[str, Band | None] = {"1.1": good, "1.2": improve, "1.3": good, "1.4": improve}
    north_west |= {code: rate(counts).band for code, counts in NW.items()}
    found = score(north_west, PROGRAMME)
    assert (found.points, found.at_most, found.not_rated) == (19, 30, ())
    assert found.band is not None
    assert found.band.id == "good"
    west_mercia: dict[str, Band | None] = dict.fromkeys(["1.1", "1.2", "1.3", "1.4"], improve)
    west_mercia |= {code: rate(counts).band for code, counts in WWM.items()}
    found = score(west_mercia, PROGRAMME)
    assert found.points == 12
    assert found.band is not None
    assert found.band.id == "requires_improvement"


@pytest.mark.parametrize(
    ("points", "overall"),
    [
        (0, "inadequate"),
        (5, "inadequate"),
        (6, "requires_improvement"),
        (16, "good"),
        (25, "good"),
        (26, "outstanding"),
    ],
)
def test_points_are_banded(points: int, overall: str) -> None:
    bands: dict[str, Band | None] = {str(n): BANDS["requires_improvement"] for n in range(points)}
    found = score(bands, PROGRAMME)
    assert found.points == points
    assert found.band is not None
    assert found.band.id == overall


def test_a_standard_that_is_not_rated_adds_nothing_and_is_named() -> None:
    found = score({"2.1": BANDS["good"], "4.1": None}, PROGRAMME)
    assert (found.points, found.at_most, found.not_rated) == (2, 3, ("4.1",))


def test_without_overall_bands_there_are_points_only() -> None:
    start, end = PROGRAMME_TEXT.index("[overall]"), PROGRAMME_TEXT.index("[[measure]]")
    plain = programme(PROGRAMME_TEXT[:start] + PROGRAMME_TEXT[end:])
    assert score({"2.1": BANDS["good"]}, plain).band is None


def test_seventy_two_and_a_half_is_seventy_three() -> None:
    assert Tally("3.1.2", 87, 120, {}).percentage == 73


def test_rounding_decided_where_the_two_rules_differ() -> None:
    held = Tally("2.2.2", 78, 98, {})  # 79.59
    assert held.percentage == 80
    assert band(held, PROGRAMME) == BANDS["outstanding"]
    assert band(held, EXACT) == BANDS["good"]
    assert measure_rating(held, PROGRAMME).rounding_decided
    assert measure_rating(held, EXACT).rounding_decided
    assert not measure_rating(Tally("2.2.2", 79, 98, {}), PROGRAMME).rounding_decided


def test_rounding_decides_a_standard_only_through_its_lowest_band() -> None:
    assert not rate(WWM["2.2"]).rounding_decided
    assert rate({"2.2.1": (90, 98), "2.2.2": (78, 98)}).rounding_decided


def test_a_measure_says_what_is_near_and_what_one_case_would_do() -> None:
    found = measure_rating(Tally("2.1.3", 63, 98, {}), PROGRAMME)
    assert found.band == BANDS["requires_improvement"]
    assert found.near == (Boundary("2.1.3", 65),)
    assert found.flips == (Flip("2.1.3", True, BANDS["good"]),)


def test_near_is_five_points_inclusive() -> None:
    assert measure_rating(Tally("m", 75, 100, {}), PROGRAMME).near == (Boundary("m", 80),)
    assert measure_rating(Tally("m", 74, 100, {}), PROGRAMME).near == ()
    assert measure_rating(Tally("m", 3, 100, {}), PROGRAMME).near == ()


def test_a_measure_without_a_base_is_named_and_left_out() -> None:
    found = rate({"2.1.1": (70, 100), "2.1.3": (0, 0)})
    assert (found.band, found.without_base, found.lowest) == (BANDS["good"], ("2.1.3",), ("2.1.1",))
    nothing = rate({"2.1.1": (0, 0)})
    assert (nothing.band, nothing.near, nothing.flips, nothing.rounding_decided) == (None, (), (), False)
    assert measure_rating(Tally("m", 0, 0, {}), PROGRAMME).band is None


def test_a_missing_tally_is_an_error_and_not_a_rating() -> None:
    with pytest.raises(KeyError):
        rating(standard({"2.1.1": (1, 1), "2.1.2": (1, 1)}), tallies({"2.1.1": (1, 1)}), PROGRAMME)


counts = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.integers(0, 40).flatmap(lambda above: st.tuples(st.just(above), st.integers(above, 40))),
    min_size=1,
)


@given(counts)
def test_no_measure_lies_below_the_band_of_its_standard(held: Counts) -> None:
    for rules in (PROGRAMME, EXACT):
        found = rating(standard(held), tallies(held), rules)
        bands = [each for tally in tallies(held).values() if (each := band(tally, rules)) is not None]
        assert found.band == min(bands, key=lambda each: each.points, default=None)
        assert all(band(tallies(held)[name], rules) == found.band for name in found.lowest)


@given(counts)
def test_every_flip_is_what_rating_anew_gives(held: Counts) -> None:
    before = rate(held)
    found = set()
    for name, (above, base) in held.items():
        for step in (1, -1):
            if 0 <= above + step <= base:
                after = rate({**held, name: (above + step, base)})
                if after.band != before.band:
                    found.add((name, step > 0, after.band and after.band.id))
    assert {(flip.measure, flip.one_more, flip.band.id) for flip in before.flips} == found


@given(counts, st.integers(0, 10), st.data())
def test_the_possible_ratings_hold_whatever_arrives(held: Counts, n: int, data: st.DataObject) -> None:
    between = possible_rating(standard(held), tallies(held), n, PROGRAMME)
    later = {}
    for name, (above, base) in held.items():
        arriving = data.draw(st.integers(0, n)) if base else n
        later[name] = (above + data.draw(st.integers(0, arriving)), base + arriving)
    then = rate(later).band
    if then is not None and between.lowest is not None and between.highest is not None:
        assert between.lowest.points <= then.points <= between.highest.points
    assert (then is None) is (between.lowest is None)


def test_what_is_unsettled_widens_the_range() -> None:
    held = {"m": Tally("m", 8, 10, {Why.CONFLICT: ("1", "2"), Why.NO_NEED: ("3",)})}
    only = standard({"m": (8, 10)})
    between = possible_rating(only, held, 0, PROGRAMME)
    assert (between.lowest, between.highest) == (BANDS["good"], BANDS["outstanding"])
    settled = possible_rating(only, {"m": Tally("m", 8, 10, {})}, 0, PROGRAMME)
    assert settled.lowest == settled.highest == BANDS["outstanding"]


TWO_STATED = programme(
    PROGRAMME_TEXT
    + "".join(
        f'[[standard]]\nid = "{name}"\ncode = "{name}"\ntitle.en = "S"\nrating = "stated"\nquestion = "q"\n'
        for name in ("leading", "staffing")
    )
    + '[[standard]]\nid = "verdict"\ncode = "V"\ntitle.en = "V"\nrating = "words"\nquestion = "q"\n'
)
COUNTED = {"m_engage": Tally("m_engage", 9, 10, {}), "m_safety": Tally("m_safety", 7, 10, {})}


def test_a_stated_rating_is_what_somebody_proposed() -> None:
    assert stated_rating("good", TWO_STATED) == Reached(BANDS["good"])
    assert stated_rating("not_rated", TWO_STATED) == Reached(None)
    assert stated_rating(None, TWO_STATED) == Reached(None, proposed=False)


def test_the_overall_rating_adds_rules_and_proposals_and_names_what_waits() -> None:
    standing = reached(TWO_STATED, COUNTED, {"leading": "outstanding"})
    assert standing == {
        "assessment": Reached(BANDS["good"]),
        "leading": Reached(BANDS["outstanding"]),
        "staffing": Reached(None, proposed=False),
    }
    found = overall(standing, TWO_STATED)
    assert (found.points, found.at_most, found.not_rated, found.not_proposed) == (5, 9, (), ("staffing",))
    whole = overall(reached(TWO_STATED, COUNTED, {"leading": "not_rated", "staffing": "good"}), TWO_STATED)
    assert (whole.points, whole.at_most, whole.not_rated, whole.not_proposed) == (4, 6, ("leading",), ())
    assert whole.band is not None
    assert whole.band.id == "inadequate"


def test_the_points_still_possible_count_what_is_not_proposed() -> None:
    standing = reached(TWO_STATED, COUNTED, {"leading": "not_rated"})
    assert possible_points(standing, {}, TWO_STATED) == (2, 5)
    span = possible_rating(TWO_STATED.standard("assessment"), COUNTED, 30, TWO_STATED)
    assert (span.lowest, span.highest) == (BANDS["inadequate"], BANDS["outstanding"])
    assert possible_points(standing, {"assessment": span}, TWO_STATED) == (0, 6)


def test_a_standard_that_is_not_counted_here_stands_nowhere() -> None:
    assert set(reached(TWO_STATED, {}, {})) == {"leading", "staffing"}


def test_without_bands_nothing_is_rated() -> None:
    start, end = PROGRAMME_TEXT.index("[[band]]"), PROGRAMME_TEXT.index("[[measure]]")
    rated = 'rating = "lowest_band"\nmeasures = ["m_engage", "m_safety"]'
    words = swapped(PROGRAMME_TEXT[:start] + PROGRAMME_TEXT[end:], rated, 'rating = "words"\nquestion = "q"')
    plain = programme(words)
    assert reached(plain, COUNTED, {}) == {}
    assert overall({}, plain) == score({}, plain)
    assert measure_rating(COUNTED["m_engage"], plain).band is None
    assert measure_rating(COUNTED["m_engage"], plain).flips == ()
