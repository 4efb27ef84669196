"""Runs, turning points, and which point is called the highest."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.layout.emotion.tracks import extremes, tracks, turning_points
from tests.layout.maps import CAMILLE, MARC, Felt, Sample, lane_of, sheet_of, with_felt

THREE = Sample(stages=(3,), quotes={}, truths=())


def runs(*felt: Felt) -> list[list[float]]:
    sheet = sheet_of(with_felt(replace(THREE, stages=(len(felt),)), felt))
    return [[one.value for one in run] for track in tracks(sheet, lane_of(sheet)) for run in track.runs]


def turns(*felt: Felt) -> dict[int, bool]:
    sheet = sheet_of(with_felt(replace(THREE, stages=(len(felt),)), felt))
    return turning_points(tracks(sheet, lane_of(sheet))[0].runs[0])


def test_a_touchpoint_without_emotion_ends_a_run() -> None:
    assert runs(1, 0, None, -1, None, None, 2) == [[1, 0], [-1], [2]]


def test_a_persona_who_feels_nothing_has_no_track() -> None:
    assert runs(None, None) == []


def test_values_beyond_the_scale_are_brought_back_to_it() -> None:
    assert runs(7, -3.5, 2) == [[2, -2, 2]]


def test_highs_and_lows_are_turning_points_and_so_are_the_ends() -> None:
    assert turns(0.5, 1, -1, 0, 2, -0.5) == {0: True, 1: True, 2: False, 4: True, 5: False}


def test_a_level_stretch_turns_once_where_its_words_are() -> None:
    assert turns(0, 1, (1, "content"), 0) == {0: True, 2: True, 3: True}


def test_a_hidden_persona_and_one_of_another_lane_have_no_track() -> None:
    sample = replace(Sample(), personas=({"name": "Camille"}, {"name": "Marc", "hidden": True}))
    sheet = sheet_of(sample)
    assert [track.persona.name for track in tracks(sheet, lane_of(sheet))] == ["Camille"]
    sheet = sheet_of(replace(Sample(), lane={"personas": ("p1",)}))
    assert [track.persona.name for track in tracks(sheet, lane_of(sheet))] == ["Marc Delattre"]


def found(sample: Sample) -> list[tuple[str, int, bool, str]]:
    sheet = sheet_of(sample)
    return [
        (one.track.persona.id, one.feeling.index, one.high, one.quote.id if one.quote else "")
        for one in extremes(sheet, lane_of(sheet), tracks(sheet, lane_of(sheet)))
    ]


def test_the_highest_and_the_lowest_over_all_personas_with_their_quotes() -> None:
    assert found(Sample()) == [("p0", 2, True, "q2"), ("p0", 9, False, "q9")]


def test_of_equal_points_the_one_with_a_quote_is_called_out() -> None:
    sample = replace(Sample(felt=([2, 0, 2, 2, -1],), quotes={3: "Enfin."}), stages=(5,), truths=())
    assert found(sample)[0] == ("p0", 3, True, "q3")


def test_of_equal_points_one_with_words_comes_before_one_without() -> None:
    sample = Sample(stages=(4,), felt=([2, (2, "ravie"), 0, -1],), quotes={}, truths=())
    assert found(sample)[0] == ("p0", 1, True, "")


def test_where_all_is_level_there_is_one_extreme() -> None:
    sample = Sample(stages=(3,), felt=([-1, -1, -1],), quotes={}, truths=())
    assert found(sample) == [("p0", 0, False, "")]


def test_a_single_point_is_neither_the_highest_nor_the_lowest() -> None:
    assert found(Sample(stages=(3,), felt=([None, 2, None],), quotes={}, truths=())) == []
    assert found(Sample(stages=(3,), felt=([None, (2, "ravie"), None],), quotes={}, truths=())) == []


def test_what_was_said_at_a_single_point_stays() -> None:
    sample = Sample(stages=(3,), felt=([None, 2, None],), quotes={1: "Enfin."}, truths=())
    assert found(sample) == [("p0", 1, True, "q1")]


def test_nobody_feels_anything() -> None:
    assert found(Sample(felt=())) == []


def test_the_felt_lists_of_the_sample_are_whole() -> None:
    assert len(CAMILLE) == len(MARC) == sum(Sample().stages)
