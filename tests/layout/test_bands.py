"""Maps that are too long for their type."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.errors import message
from journeyeditor.layout import find_paper, poster, smallest_paper
from journeyeditor.layout.bands import split
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Head,
    Lane,
    Note,
    Pain,
    Persona,
    Stage,
    Touchpoint,
    emotion_id,
)
from tests.drawing.checks import beyond_sheet, overlapping_words, word_boxes


def long_map(stages: int, each: int) -> Journey:
    journey = Journey(Head(id="head", title="A long way"))
    records: list[AnyRecord] = [Persona(id="nadia", order="a0", name="Nadia")]
    kinds = ("touchpoints", "emotions", "pains")
    records += [
        Lane(id=kind, order=key, kind=kind) for kind, key in zip(kinds, keys_between(None, None, 3), strict=True)
    ]  # type: ignore[arg-type]
    for n, order in enumerate(keys_between(None, None, stages)):
        records.append(Stage(id=f"stage{n}", order=order, title=f"Stage {n}"))
        for m, place in enumerate(keys_between(None, None, each)):
            key = f"tp{n}.{m}"
            records.append(Touchpoint(id=key, stage=f"stage{n}", order=place, title=f"Contact {n}.{m}"))
            value = ((n * each + m) % 9 - 4) / 2
            records.append(Emotion(id=emotion_id("nadia", key), persona="nadia", touchpoint=key, value=value))
    records.append(Pain(id="span", first="stage1", last=f"stage{stages - 2}", text="It takes far too long"))
    journey.apply(Change(message("Make"), {record.id: (None, record) for record in records}))
    return journey


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=30), st.integers(1, 12))
def test_a_row_is_split_into_runs_that_cover_it(weights: list[float], count: int) -> None:
    runs = split(weights, count)
    assert len(runs) <= count
    assert runs[0][0] == 0
    assert runs[-1][1] == len(weights)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(runs))
    assert all(first < after for first, after in runs)


def test_equal_stages_are_spread_evenly() -> None:
    assert [after - first for first, after in split([1.0] * 10, 4)] in ([3, 2, 3, 2], [3, 3, 2, 2], [2, 3, 2, 3])


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=30), st.integers(1, 12))
def test_the_heaviest_run_is_as_light_as_can_be(weights: list[float], count: int) -> None:
    heaviest = max(sum(weights[first:after]) for first, after in split(weights, count))
    lighter = heaviest * 0.999 - 1e-6
    runs, used = 1, 0.0
    for weight in weights:
        if weight > lighter:
            return
        if used + weight > lighter:
            runs, used = runs + 1, 0.0
        used += weight
    assert runs > count


@pytest.fixture(scope="module")
def journey() -> Journey:
    return long_map(10, 9)


def test_every_stage_and_touchpoint_is_on_one_band(journey: Journey) -> None:
    laid = poster(journey, find_paper("A3"))
    assert laid.bands > 1
    groups = [group for drawing in laid.drawings for group in drawing.groups]
    for kind, role in ((Stage, "stage"), (Touchpoint, "touchpoint")):
        shown = [group.record for group in groups if group.role == role]
        assert sorted(shown) == sorted(record.id for record in journey.all(kind))


def test_bands_can_be_read_and_nothing_overlaps(journey: Journey) -> None:
    laid = poster(journey, find_paper("A3"))
    assert laid.smallest_type >= 6
    for drawing in laid.drawings:
        assert overlapping_words(drawing, 0.3) == []
        assert beyond_sheet(drawing, 1.0) == ()
        assert min(words.size for words in word_boxes(drawing)) >= 6 - 1e-6


def test_it_says_what_it_did_and_names_the_paper_that_needs_one_band(journey: Journey) -> None:
    laid = poster(journey, find_paper("A3"))
    said = " ".join(notice.english() for notice in laid.notices)
    assert f"{laid.bands} bands" in said
    paper = smallest_paper(journey)
    assert paper.name in said
    assert poster(journey, paper).bands == 1


def test_what_spans_several_bands_is_said_in_each(journey: Journey) -> None:
    laid = poster(journey, find_paper("A4"))
    pains = [group for drawing in laid.drawings for group in drawing.groups if group.record == "span"]
    assert len(pains) >= laid.bands - 1


def test_a_short_map_stays_in_one(journey: Journey) -> None:
    assert poster(long_map(4, 3), find_paper("A3")).bands == 1


def test_pages_are_drawn_when_they_are_asked_for_and_letters_that_no_face_has_are_told_all_the_same() -> None:
    long, told = long_map(24, 9), "No bundled font has these characters: \ue123 (U+E123)."
    laid = poster(long, find_paper("A4"))
    assert len(laid.drawings) > 1
    assert laid.drawings[-1] == laid.drawings[len(laid.drawings) - 1]
    assert told not in [notice.english() for notice in laid.notices]
    stage = long.all(Stage)[-1]
    long.apply(Change(message("Rename"), {stage.id: (stage, msgspec.structs.replace(stage, title="Odd \ue123"))}))
    assert told in [notice.english() for notice in poster(long, find_paper("A4")).notices]
    note = Note(id="note", order="a0", text="Odd too: \ue124")
    long.apply(Change(message("Add"), {note.id: (None, note)}))
    assert told in [notice.english() for notice in poster(long, find_paper("A4")).notices]
