from __future__ import annotations

import pytest

from journeyeditor.edits.cells import fill_cells
from journeyeditor.edits.describing import describe, hide, rename, set_personas
from journeyeditor.edits.head import set_poster
from journeyeditor.edits.lanes import add_lane
from journeyeditor.errors import BadInput
from journeyeditor.model.blank import blank
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Entry, Gain, Lane, Measure, Opportunity, Pain, Quote
from journeyeditor.words import TERMS
from tests.edits.doing import done, need, new, titles
from tests.edits.samples import full, small


def filling(
    journey: Journey, cells: list[list[str]], lane: str, at: str, persona: str | None = None, date: str = ""
) -> Change:
    """The change alone."""
    return fill_cells(journey, cells, lane, at, persona, date).change


def lane_of_kind(journey: Journey, kind: str) -> str:
    return next(lane.id for lane in journey.all(Lane) if lane.kind == kind)


def test_a_whole_sheet_fills_a_blank_map() -> None:
    journey = blank(stages=1)
    stage = journey.stages()[0].id
    done(journey, filling(journey, [["Find", "Compare", "Buy"]], lane_of_kind(journey, "touchpoints"), stage))
    assert titles(journey) == ": Find, Compare, Buy"
    first = journey.touchpoints()[0].id
    sheet = [
        ["reads", "", "pays"],
        [],
        ["Fast", "", ""],
        ["", "Too many\nto compare", "Queue"],
        ["", "A table", ""],
    ]
    done(journey, filling(journey, sheet, lane_of_kind(journey, "actions"), first))
    assert sorted(text.text for text in journey.all(Entry)) == ["pays", "reads"]
    assert [gain.text for gain in journey.all(Gain)] == ["Fast"]
    assert sorted(pain.text for pain in journey.all(Pain)) == ["Queue", "Too many\nto compare"]
    assert [chance.text for chance in journey.all(Opportunity)] == ["A table"]
    assert {pain.first for pain in journey.all(Pain)} == {t.id for t in journey.touchpoints()[1:]}
    assert not filling(journey, sheet, lane_of_kind(journey, "actions"), first), "twice is once"


def test_feelings_are_numbers_with_words() -> None:
    journey = small()
    done(journey, filling(journey, [["+1,5 curious", " \u22122 "]], "curve", "search"))
    felt = {emotion.touchpoint: (emotion.value, emotion.words) for emotion in journey.all(Emotion)}
    assert felt == {"advert": (1.5, "curious"), "till": (-2.0, "glad")}


def test_a_feeling_off_the_scale_is_refused_with_what_to_write() -> None:
    with pytest.raises(BadInput) as refusal:
        filling(small(), [["3 great"]], "curve", "advert")
    assert refusal.value.problem.english() == "“3 great” is no feeling from -2 to 2."
    assert refusal.value.advice is not None


@pytest.mark.parametrize("text", ["glad", "3", "1.5.2x9" + "9" * 400, "9" * 400, "nan", "1e1"])
def test_what_is_no_feeling_is_refused_with_its_cell(text: str) -> None:
    journey = small()
    try:
        change = filling(journey, [["", text]], "curve", "advert")
    except BadInput as refusal:
        assert refusal.place == "row 1, column 2"  # noqa: PT017 - some are read as a number and words
    else:
        assert change


def test_it_must_be_clear_whose_feelings_they_are() -> None:
    journey = full()
    with pytest.raises(BadInput):
        filling(journey, [["1"]], "l5", "t2")
    done(journey, filling(journey, [["1"]], "l5", "t2", persona="p1"))
    assert journey.emotions("p1")["t2"].value == 1
    done(journey, set_personas(journey, ["l5"], ["p0"]))
    done(journey, filling(journey, [["2"]], "l5", "t2", persona="p1"))
    assert journey.emotions("p0")["t2"].value == 2, "in a lane of one's own they are one's own"


def test_titles_of_touchpoints_are_those_of_the_lane() -> None:
    journey = full()
    done(journey, filling(journey, [["Search engine", "", ""], ["", "", ""], ["", "", "Call"]], "l0", "t0"))
    assert [t.title for t in journey.touchpoints("s0")] == ["Search engine", "Touchpoint 1", "Call"]
    with pytest.raises(BadInput) as refusal:
        filling(journey, [["Wrong lane"]], "l1", "t0")
    assert refusal.value.place == "row 1, column 1"


def test_hidden_lanes_and_lines_are_passed_over() -> None:
    journey = full()
    done(journey, hide(journey, ["l4", "l5"]))
    done(journey, filling(journey, [["does"], ["hurts"]], "l3", "t7"))
    assert [pain.text for pain in journey.all(Pain) if pain.first == "t7"] == ["hurts"]


def test_a_lane_of_measures_takes_names_and_values() -> None:
    journey = full()
    done(journey, filling(journey, [["12,5", "CSAT"]], "l7", "t4", date="2026"))
    assert [value.value for value in need(journey, "nps", Measure).values] == [10, 12.5]
    assert sorted(measure.name for measure in journey.all(Measure)) == ["CSAT", "NPS"]
    for cells, date in (([["7"]], ""), ([["", "", "7"]], "2026")):
        with pytest.raises(BadInput):
            filling(journey, cells, "l7", "t4", date=date)


def test_quotes_of_a_personas_lane_are_theirs() -> None:
    journey = full()
    done(journey, add_lane(journey, "quotes", personas=["p1"]))
    done(journey, filling(journey, [["Oh no"]], journey.rows()[-1].id, "t0"))
    assert [quote.personas for quote in journey.all(Quote) if quote.text == "Oh no"] == [("p1",)]


def test_what_another_persona_says_word_for_word_is_said_here_too() -> None:
    journey = full()
    done(journey, set_poster(journey, personas=()))
    for persona in ("p0", "p1"):
        done(journey, add_lane(journey, "pains", personas=[persona]))
        done(journey, add_lane(journey, "measures", personas=[persona]))
    *_, pains, measures, other_pains, other_measures = journey.rows()
    for _ in range(2):
        done(journey, filling(journey, [["It is slow"], ["Minutes"]], pains.id, "t7"))
        done(journey, filling(journey, [["It is slow"], ["Minutes"]], other_pains.id, "t7"))
    assert sorted(pain.personas for pain in journey.all(Pain) if pain.text == "It is slow") == [("p0",), ("p1",)]
    assert {measure.personas for measure in journey.all(Measure) if measure.name == "Minutes"} == {("p0",), ("p1",)}
    done(journey, filling(journey, [["7"]], other_measures.id, "t7", date="2026"))
    done(journey, filling(journey, [["5"]], measures.id, "t7", date="2026"))
    values = {one.personas: one.values[0].value for one in journey.all(Measure) if one.name == "Minutes"}
    assert values == {("p0",): 5, ("p1",): 7}


def test_a_new_touchpoint_has_a_channel_that_brings_it_into_its_lane() -> None:
    journey = small()
    (lane,) = [one.id for one in journey.all(Lane) if one.kind == "touchpoints"]
    done(journey, describe(journey, lane, channels=("channel:shop",)))
    done(journey, add_lane(journey, "touchpoints", channels=("channel:shop", "channel:web")))
    filled = fill_cells(journey, [["", "", "Advice", "Chat"]], journey.rows()[-1].id, journey.touchpoints()[0].id)
    assert filled.left_out == ()
    done(journey, filled.change)
    assert [one.channel for one in journey.touchpoints() if one.title in {"Advice", "Chat"}] == ["channel:web"] * 2


def test_lanes_of_somebody_who_is_not_shown_are_passed_over_too() -> None:
    journey = full()
    done(journey, set_personas(journey, ["l4", "l5"], ["p1"]))
    done(journey, set_poster(journey, personas=("p0",)))
    done(journey, filling(journey, [["does"], ["hurts"]], "l3", "t7"))
    assert [pain.text for pain in journey.all(Pain) if pain.first == "t7"] == ["hurts"]


@pytest.mark.parametrize(
    ("cells", "lane", "at"),
    [
        ([["a"]] * 9, "l3", "t0"),
        ([["a"] * 10], "l3", "t0"),
        ([["a"]], "l3", "p0"),
        ([["a"]], "t0", "t0"),
        ([["a"]], "l3", "s3"),
        ([["a"]], "nothing", "t0"),
    ],
)
def test_a_block_that_does_not_fit_is_refused(cells: list[list[str]], lane: str, at: str) -> None:
    with pytest.raises(BadInput) as refusal:
        filling(full(), cells, lane, at)
    assert refusal.value.problem.english()


def test_text_cannot_become_a_picture() -> None:
    journey = full()
    done(journey, add_lane(journey, "images"))
    with pytest.raises(BadInput):
        filling(journey, [["a"]], journey.rows()[-1].id, "t0")
    assert not filling(journey, [], "l3", "t0")
    assert not filling(journey, [["", " "]], journey.rows()[-1].id, "t0")


def test_a_block_fills_what_can_be_filled_and_tells_of_the_rest() -> None:
    journey = small()
    pictures = new(journey, add_lane(journey, "images", at=1), Lane)
    journey.apply(rename(journey, pictures.id, "Photos"))
    first = journey.touchpoints()[0].id
    filled = fill_cells(
        journey, [["Ad", "Counter", "Leave"], ["x", "", "y"], ["1", "soon", "-2"]], "touchpoints", first
    )
    assert [(one.lane, one.cells) for one in filled.left_out] == [("Photos", 2), (TERMS["lane"]["emotions"], 1)]
    assert [one.why.place for one in filled.left_out] == ["row 2, column 1", "row 3, column 2"]
    assert (filled.renamed, filled.replaced) == (2, 0)
    done(journey, filled.change)
    assert titles(journey) == "Search: Ad | Buy: Counter, Leave"
    assert sorted(one.value for one in journey.all(Emotion)) == [-2.0, 1.0, 1.0]


def test_what_it_writes_over_is_counted() -> None:
    journey = full()
    till = fill_cells(small(), [["Till"]], "touchpoints", "till")
    assert (till.renamed, till.left_out, bool(till.change)) == (0, (), False)
    assert fill_cells(small(), [["-2"]], "curve", "till").replaced == 1
    assert fill_cells(journey, [["12"]], "l7", "t4", date="2025").replaced == 1
    assert fill_cells(journey, [["12"]], "l7", "t4", date="2026").replaced == 0
