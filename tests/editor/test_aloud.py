"""The map as it is read aloud."""

from __future__ import annotations

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.aloud import described, level, reading_order
from journeyeditor.editor.grid import Grid
from journeyeditor.model.records import Emotion, Flow, Note, Pain, Stage, Touchpoint
from journeyeditor.words import speak


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(resource("templates", "loyalty-6.en.journey")))


def test_everything_on_the_map_is_read_once_and_nothing_of_the_parking_lot(editor: Editor) -> None:
    keys = reading_order(editor.journey)
    assert len(keys) == len(set(keys))
    shown = {one.id for one in editor.journey if Grid(editor.journey).cell_of(one.id) is not None}
    assert set(keys) == shown
    parked = {one.id for one in editor.journey.all(Note) if one.first is None}
    assert parked
    assert not parked & set(keys)


def test_a_stage_is_read_with_all_that_lies_in_it_before_the_next(editor: Editor) -> None:
    keys = reading_order(editor.journey)
    stages = [stage.id for stage in editor.journey.stages()]
    ends = [keys.index(key) for key in [*stages, next(iter(Grid(editor.journey).lanes))]]
    for stage, start, end in zip(stages, ends, ends[1:], strict=False):
        within = keys[start + 1 : end]
        assert {one.id for one in editor.journey.touchpoints(stage)} <= set(within)
    assert keys[0] == editor.journey.head.id
    assert keys[-1] in {flow.id for flow in editor.journey.all(Flow)}


def test_everybodys_feelings_are_read_whoever_is_active(editor: Editor) -> None:
    read = [editor.journey.get(key) for key in reading_order(editor.journey)]
    people = {one.persona for one in read if isinstance(one, Emotion)}
    assert len(people) == 2


def test_levels_go_down_from_the_journey_to_what_hangs_at_a_step(editor: Editor) -> None:
    journey = editor.journey
    kinds = (Stage, Touchpoint, Pain)
    assert [level(journey.head), *(level(next(iter(journey.all(kind)))) for kind in kinds)] == [1, 2, 3, 4]


def test_what_a_name_leaves_out_is_the_description_in_the_interfaces_language(editor: Editor) -> None:
    stage = next(one for one in editor.journey.stages() if one.goal and one.loyalty_critical)
    assert described(editor, stage).startswith(f"Goal: {stage.goal}")
    assert f"Loyalty-critical: {stage.loyalty_critical}" in described(editor, stage)
    editor.speak(speak("fr"))
    assert described(editor, stage).startswith("Objectif")
    pain = next(iter(editor.journey.all(Pain)))
    assert described(editor, pain) == ""
