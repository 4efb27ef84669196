"""The emotion lane as a reader sees it: all of it in its row, nothing over anything else, nobody left out."""

from __future__ import annotations

import time
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journeyeditor.drawing import Group, Picture, Sketch, Symbol, Words
from journeyeditor.drawing.bounds import words_box
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import Outline, extent
from journeyeditor.layout.emotion.lane import called_out_quotes, emotion_row
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Quote
from tests.drawing.checks import overlapping_words
from tests.layout.maps import LONG, MARC, Felt, Sample, drawn, lane_of, sheet_of, with_felt

TOP = 40.0


class Laid(msgspec.Struct, frozen=True):
    """A lane that has been drawn `height` mm high."""

    sheet: Sheet
    row: Row
    height: float
    groups: Sequence[Group]

    def of(self, role: str) -> list[Group]:
        return [group for group in self.groups if group.role == role]

    @property
    def texts(self) -> list[str]:
        return [shape.line.text for group in self.groups for shape in group.shapes if isinstance(shape, Words)]


def lay(sample: Sample, ideal: float = 75.8, sheet: Sheet | None = None) -> Laid:
    sheet = sheet or sheet_of(sample)
    row = emotion_row(sheet, lane_of(sheet))
    height = max(row.height, ideal * sheet.unit)
    return Laid(sheet, row, height, row.draw(TOP, height))


def points(outline: Outline, pieces: int = 24) -> list[tuple[float, float]]:
    """Points along an outline of lines and Bézier curves."""
    found: list[tuple[float, float]] = []
    for op, numbers in outline:
        if op == "C":
            x0, y0 = found[-1]
            xa, ya, xb, yb, x1, y1 = numbers
            for n in range(1, pieces + 1):
                t, u = n / pieces, 1 - n / pieces
                found.append(
                    (
                        u**3 * x0 + 3 * u * u * t * xa + 3 * u * t * t * xb + t**3 * x1,
                        u**3 * y0 + 3 * u * u * t * ya + 3 * u * t * t * yb + t**3 * y1,
                    )
                )
        elif numbers:
            found.append((numbers[0], numbers[1]))
    return found


def lines(laid: Laid) -> list[Outline]:
    """The outlines of the curves, each once."""
    return list(
        dict.fromkeys(
            shape.outline for group in laid.of("curve") for shape in group.shapes if isinstance(shape, Sketch)
        )
    )


def ink(shape: Sketch | Symbol | Words | Picture) -> Box:
    if isinstance(shape, Words):
        box = words_box(shape)
        assert box is not None
        return box
    assert not isinstance(shape, Picture)
    left, top, right, bottom = extent(shape.outline)
    box = Box(left, top, right - left, bottom - top)
    if isinstance(shape, Symbol):
        box = Box(shape.x + left * shape.scale, shape.y + top * shape.scale, box.width * shape.scale, 0.0)
        box = replace(box, height=(bottom - top) * shape.scale)
    return box


def assert_within(laid: Laid) -> None:
    sheet, slack = laid.sheet, 0.7 * laid.sheet.unit
    strip = Box(sheet.left, TOP, sheet.right - sheet.left, laid.height).grown(slack)
    for group in laid.groups:
        for shape in group.shapes:
            assert strip.holds(ink(shape)), (group.role, group.record, shape)


def assert_clear(laid: Laid) -> None:
    """Texts keep off each other; call-outs and words of feeling off lines; call-outs off markers."""
    pairs = [(a.text, b.text) for a, b in overlapping_words(drawn(laid.sheet, laid.groups), 0.05)]
    assert pairs == []
    along = [point for line in lines(laid) for point in points(line)]
    callouts = [group.box for group in laid.of("callout") if group.box is not None]
    words = [ink(shape) for group in laid.of("emotion") for shape in group.shapes if isinstance(shape, Words)]
    for box in (*callouts, *words):
        assert not [point for point in along if box.contains(*point)], box
    marks = [group.box for group in laid.of("emotion") if group.box is not None]
    assert not [mark for mark in marks for box in callouts if box.meets(mark)]


def assert_whole(laid: Laid) -> None:
    """Every emotion has its marker, every line its name, every extreme its call-out; a single point only its quote."""
    sheet = laid.sheet
    shown = [persona for persona in sheet.personas if sheet.journey.emotions(persona.id)]
    emotions = [key for persona in shown for key in (e.id for e in sheet.journey.emotions(persona.id).values())]
    assert sorted(group.record for group in laid.of("emotion")) == sorted(emotions)
    assert sorted(group.record for group in laid.of("persona")) == sorted(persona.id for persona in shown)
    values = [e.value for persona in shown for e in sheet.journey.emotions(persona.id).values()]
    expected = 0 if not values else 1 if max(values) - min(values) < 0.04 else 2
    if len(values) == 1:
        (touchpoint,) = {e.touchpoint for persona in shown for e in sheet.journey.emotions(persona.id).values()}
        told = [quote for quote in sheet.journey.all(Quote) if quote.first == touchpoint and quote.text.strip()]
        expected = min(1, sum(not quote.personas or quote.personas[0] == shown[0].id for quote in told))
    assert len(laid.of("callout")) == expected


felt_values = st.one_of(st.none(), st.sampled_from([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]), st.floats(-2, 2))
felt_words = st.sampled_from(["", "", "ravie", "un peu inquiète", "agacé", "soulagée d’avoir enfin compris le prix"])


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    stages = draw(st.lists(st.integers(0, 4), min_size=1, max_size=6))
    count = sum(stages)
    names = st.sampled_from(["Inès", "Camille Roussel", "Jean-Baptiste de la Rochefoucauld-Montmorency", ""])
    personas = [{"name": name} for name in draw(st.lists(names, min_size=1, max_size=5))]
    felt: list[list[Felt]] = []
    for _ in personas:
        values = draw(st.lists(felt_values, min_size=count, max_size=count))
        said = draw(st.lists(felt_words, min_size=count, max_size=count))
        felt.append([None if value is None else (value, word) for value, word in zip(values, said, strict=True)])
    places = draw(st.sets(st.integers(0, max(0, count - 1)), max_size=count)) if count else set()
    quotes = {place: draw(st.sampled_from(["Enfin.", LONG])) for place in places}
    truths = draw(st.sets(st.integers(0, max(0, count - 1)), max_size=4)) if count else set()
    return Sample(tuple(stages), tuple(personas), tuple(felt), quotes, tuple(truths))


@given(samples(), st.floats(1, 2.5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_map_any_height(sample: Sample, factor: float) -> None:
    sheet = sheet_of(sample)
    row = emotion_row(sheet, lane_of(sheet))
    laid = Laid(sheet, row, row.height * factor, row.draw(TOP, row.height * factor))
    assert_within(laid)
    assert_clear(laid)
    assert_whole(laid)


def test_the_drawn_target() -> None:
    laid = lay(Sample())
    assert laid.row.height < 50 * laid.sheet.unit
    assert_within(laid)
    assert_clear(laid)
    assert_whole(laid)
    assert laid.row.marks == {"persona:p0", "persona:p1", "gap", "moment_of_truth_line"}
    high, low = (group.box for group in laid.of("callout"))
    assert high is not None
    assert low is not None
    # Right of the peak, left of the dip, each at the height of its point.
    assert 5 < high.x - laid.sheet.centres["t2"] < 25
    assert 5 < laid.sheet.centres["t9"] - low.right < 25
    for text in ("Camille", "Marc", "curieuse", "inquiète", "fière", "agacé", "rassuré", "déçu"):
        assert text in laid.texts
    assert any("ravie" in text for text in laid.texts)


def test_curves_are_smooth_and_gaps_stay_open() -> None:
    laid = lay(Sample())
    assert [len(outline) for outline in lines(laid)] == [7, 5, 14]
    middle = laid.sheet.centres["t8"]
    marc = [outline for outline in lines(laid) if len(outline) < 14]
    assert not [x for outline in marc for x, _ in points(outline) if abs(x - middle) < 10]


def test_a_lonely_emotion_is_a_marker_without_a_line() -> None:
    laid = lay(with_felt(Sample(stages=(5,), quotes={}, truths=()), [None, None, 1.5, None, None]))
    assert lines(laid) == []
    assert len(laid.of("emotion")) == 1
    assert_within(laid)


def test_one_touchpoint_alone() -> None:
    laid = lay(Sample(stages=(1,), felt=([(1.5, "ravie")], [(1.5, "content")]), quotes={}, truths=(0,)))
    assert_within(laid)
    assert_clear(laid)
    assert_whole(laid)


def test_equal_emotions_stand_over_their_touchpoint_and_both_stay_visible() -> None:
    laid = lay(Sample(stages=(4,), felt=([1, 1, 0, -1], [-1, 1, 1, 1]), quotes={}, truths=()))
    boxes = {group.record: group.box for group in laid.of("emotion")}
    one, two = boxes["emotion:p0:t1"], boxes["emotion:p1:t1"]
    assert one is not None
    assert two is not None
    assert one.middle == pytest.approx(two.middle)
    assert one.middle[0] == pytest.approx(laid.sheet.centres["t1"])
    assert two.width - one.width > 0.5 * one.width
    order = [group.record for group in laid.of("emotion")]
    assert order.index("emotion:p1:t1") < order.index("emotion:p0:t1")


def test_a_crowd_of_equal_emotions_stays_near_the_middle_of_its_touchpoint() -> None:
    personas = [{"name": f"Persona {n}"} for n in range(6)]
    laid = lay(Sample(stages=(4,), personas=personas, felt=[[1, 0.5, 0, -1]] * 6, quotes={}, truths=()))
    for place, x in laid.sheet.centres.items():
        boxes = [group.box for group in laid.of("emotion") if group.record.endswith(f":{place}")]
        xs = [box.middle[0] for box in boxes if box is not None]
        assert len(set(xs)) == 6
        assert max(abs(one - x) for one in xs) <= 0.126 * laid.sheet.slot_widths[place]


def test_lines_that_run_on_one_another_are_drawn_side_by_side() -> None:
    laid = lay(Sample(stages=(4,), felt=([1, 1, 0, -1], [1, 1, 0, -1]), quotes={}, truths=()))
    one, two = lines(laid)
    assert all(abs(a[1] - b[1]) > 1.0 * laid.sheet.unit for a, b in zip(points(one), points(two), strict=True))


def test_values_beyond_the_scale_stay_on_it() -> None:
    laid = lay(Sample(stages=(4,), felt=([9, -9, 4, 0],), quotes={}, truths=()))
    assert_within(laid)


def test_nobody_feels_anything_yet() -> None:
    laid = lay(Sample(felt=()), ideal=0)
    assert laid.row.height < 40 * laid.sheet.unit
    assert [group.role for group in laid.groups] == ["lane"]
    assert "neutre" in laid.texts
    assert laid.row.marks == frozenset()
    assert_within(laid)


def test_a_lane_without_touchpoints_or_personas() -> None:
    nothing = Sample(felt=(), quotes={}, truths=())
    for sample in (replace(nothing, stages=()), replace(nothing, stages=(0, 0)), replace(nothing, personas=())):
        assert_within(lay(sample))


def test_the_lane_of_one_persona_says_whose_it_is() -> None:
    laid = lay(replace(Sample(), lane={"personas": ("p1",), "title": "Ce que ressent Marc"}))
    assert [group.record for group in laid.of("curve")] == ["p1"]
    assert "Marc Delattre" in [shape.line.text for shape in laid.groups[0].shapes if isinstance(shape, Words)]


@pytest.mark.parametrize(
    ("paper", "orientation", "body"), [("A0", "landscape", 26), ("A4", "portrait", 7), ("A5", "landscape", 5)]
)
def test_other_sheets(paper: str, orientation: str, body: float) -> None:
    laid = lay(Sample(), sheet=sheet_of(Sample(), paper, body, orientation))
    assert_within(laid)
    assert_clear(laid)
    assert_whole(laid)


def test_thirty_touchpoints_and_twelve_personas() -> None:
    felt = [[round(((n * 7 + k * 5) % 9) / 2 - 2, 1) for n in range(30)] for k in range(12)]
    personas = [{"name": f"Persona {n} Durand"} for n in range(12)]
    sample = Sample((5,) * 6, personas, felt, dict.fromkeys(range(30), LONG), (2, 9))
    laid = lay(sample)
    assert_within(laid)
    assert_clear(laid)
    assert_whole(laid)


def test_a_long_quote_is_said_whole() -> None:
    laid = lay(replace(Sample(), quotes={2: LONG, 9: LONG}))
    said = " ".join(laid.texts)
    for word in LONG.split():
        assert said.count(word) >= 2
    assert_within(laid)
    assert_clear(laid)


def test_without_a_quote_the_words_of_feeling_are_called_out_and_without_them_the_touchpoint() -> None:
    laid = lay(replace(Sample(), quotes={}))
    high, low = laid.of("callout")
    assert [shape.line.text for shape in high.shapes if isinstance(shape, Words)][1] == "ravie"
    assert any("Contact 9" in shape.line.text for shape in low.shapes if isinstance(shape, Words))
    assert high.record == "emotion:p0:t2"


def test_quotes_in_call_outs_are_named() -> None:
    sheet = sheet_of(Sample())
    assert called_out_quotes(sheet, lane_of(sheet)) == {"q2", "q9"}
    assert [group.record for group in lay(Sample()).of("callout")] == ["q2", "q9"]


def truth_lines(laid: Laid) -> dict[str, tuple[Sketch, list[Symbol]]]:
    """Touchpoint -> the line of its moment of truth, and the stars on it."""
    return {
        group.record: (
            next(shape for shape in group.shapes if isinstance(shape, Sketch)),
            [shape for shape in group.shapes if isinstance(shape, Symbol)],
        )
        for group in laid.of("moment_of_truth")
    }


def test_the_line_of_a_moment_of_truth_reaches_from_the_touchpoints_to_the_strongest_feeling() -> None:
    laid = lay(Sample(rows=("touchpoints",)))
    assert set(truth_lines(laid)) == {"t2", "t9"}
    for touchpoint, (line, stars) in truth_lines(laid).items():
        (x, top), (_, bottom) = points(line.outline)
        ring = next(g.box for g in laid.of("emotion") if g.record == f"emotion:p0:{touchpoint}")
        assert ring is not None
        assert (x, top) == (pytest.approx(laid.sheet.centres[touchpoint]), TOP)
        assert bottom == pytest.approx(ring.middle[1])
        assert stars == []


def test_where_other_lanes_lie_between_the_line_of_a_moment_of_truth_begins_at_a_star() -> None:
    laid = lay(Sample(rows=("touchpoints", "quotes")))
    assert set(truth_lines(laid)) == {"t2", "t9"}
    for line, stars in truth_lines(laid).values():
        (star,) = stars
        assert points(line.outline)[0] == (pytest.approx(star.x), pytest.approx(star.y))
        assert TOP < star.y < TOP + 4 * laid.sheet.unit


def test_no_word_stands_on_the_line_of_a_moment_of_truth() -> None:
    felt = [[(-1, "agacé") if n % 2 else (1.5, "ravi") for n in range(8)], [(-2, "perdu")] * 8]
    laid = lay(Sample(stages=(8,), felt=felt, quotes={}, truths=range(8)))
    words = [ink(shape) for group in laid.groups for shape in group.shapes if isinstance(shape, Words)]
    callouts = [group.box for group in laid.of("callout") if group.box is not None]
    free = [box for box in words if not any(callout.holds(box) for callout in callouts)]
    assert free
    for line, _ in truth_lines(laid).values():
        (x, top), (_, bottom) = points(line.outline)
        assert not [box for box in free if box.x < x < box.right and top < box.middle[1] < bottom]


def test_groups_stand_in_reading_order() -> None:
    laid = lay(Sample())
    xs = [group.box.middle[0] for group in laid.of("emotion") if group.box is not None]
    assert xs == sorted(xs)
    assert laid.groups[0].role == "lane"


def test_the_curve_is_told_to_those_who_cannot_see_it() -> None:
    described = {group.record: group.description for group in lay(Sample()).of("curve")}
    assert "Camille Roussel" in described["p0"]
    assert "Contact 9 -2" in described["p0"].replace("−", "-")


def test_the_same_lane_is_drawn_the_same_twice() -> None:
    assert lay(Sample()).groups == lay(Sample()).groups


def test_right_to_left_words_stay_in_their_boxes() -> None:
    sample = Sample(
        stages=(3, 3),
        personas=({"name": "ليلى"}, {"name": "أحمد بن يوسف"}),
        felt=([(1, "سعيدة"), 2, 0, -1, (-2, "قلقة"), 1], [0, 1, 1, -1, 0, 0]),
        quotes={1: "بعد شارعين فقط كنت أبتسم"},
        head={"language": "ar"},
    )
    laid = lay(sample)
    assert_within(laid)
    assert_clear(laid)


def test_a_thousand_touchpoints_take_no_age() -> None:
    felt = [[round(((n * 7 + k * 5) % 9) / 2 - 2, 1) for n in range(1000)] for k in range(3)]
    sample = Sample((100,) * 10, [{"name": n} for n in "ABC"], felt, {}, range(0, 1000, 9))
    sheet = sheet_of(sample, "A0", 6)
    assert len(sheet.centres) == 1000
    began = time.process_time()
    laid = lay(sample, sheet=sheet)
    assert time.process_time() - began < 6
    assert_within(laid)


def test_marc_is_not_asked_at_two_touchpoints() -> None:
    assert MARC.count(None) == 2
