"""Everything that is drawn can be hit, and small parts come before bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.targets import handle_place, plate_of, target_at
from journeyeditor.files import load
from journeyeditor.model.records import Anchored, Emotion, Flow, Lane, Line, Stage, Touchpoint
from journeyeditor.tools.desk import Target
from journeyeditor.tools.flow_trails import trails_of
from journeyeditor.tools.places import circle
from tests.edits.samples import full

TEMPLATES = [*sorted(resource("templates").glob("*.en.journey")), *resource("templates").glob("example-*.fr.journey")]
PIXEL = 0.25


@pytest.fixture(scope="module", params=TEMPLATES, ids=lambda path: path.name)
def editor(request: pytest.FixtureRequest) -> Editor:
    path: Path = request.param
    found = Editor(Document(load(path).journey))
    found.activate(None)
    return found


def test_each_record_is_hit_in_the_middle_or_what_lies_on_it(editor: Editor) -> None:
    hit = set()
    for number, page in enumerate(editor.board.pages):
        top = editor.board.top(number)
        for place, group in enumerate(page.groups):
            record = editor.journey.get(group.record)
            if record is None or group.box is None or isinstance(record, Lane):
                continue
            x, y = group.box.x + group.box.width / 2, group.box.y + group.box.height / 2 + top
            target = target_at(editor, x, y, PIXEL)
            above = {one.record for one in page.groups[place:]} | {
                one.record for one in page.groups if one.role == "emotion"
            }
            assert target.record == record.id or target.record in above, (record, target)
            hit.add(target.record)
    drawn = {group.record for page in editor.board.pages for group in page.groups if group.box is not None}
    hidden = {key for key in drawn - hit if isinstance(editor.journey.get(key), Emotion | Lane | type(None))}
    assert drawn - hit == hidden


def test_a_lane_is_hit_by_its_head_and_a_line_all_along(editor: Editor) -> None:
    for band in editor.board.bands():
        for strip in band.strips:
            record = editor.journey.get(strip.record)
            y = (strip.top + strip.bottom) / 2
            targets = [target_at(editor, x, y, PIXEL) for x in (sum(band.labels) / 2, band.stages[0].left + 1)]
            if isinstance(record, Lane):
                assert (targets[0].record, targets[0].part) == (record.id, "head")
                assert targets[1].record != record.id
            if isinstance(record, Line):
                assert {target.record for target in targets} == {record.id}


def test_stage_edges_emotions_and_handles_come_before_bodies(editor: Editor) -> None:
    band = editor.board.bands()[0]
    middle = sum(band.header) / 2
    for stage in band.stages:
        assert target_at(editor, stage.right - 0.5, middle, PIXEL).part == "edge"
        assert target_at(editor, (stage.left + stage.right) / 2, middle, PIXEL).record == stage.stage
    for touchpoint in editor.journey.touchpoints():
        place = handle_place(editor, touchpoint.id)
        assert place is not None
        hovered = Target(touchpoint.id, "touchpoint")
        assert target_at(editor, *place, PIXEL, hovered).part == "handle"
        assert target_at(editor, *place, PIXEL).part != "handle"
    for persona in editor.journey.personas():
        editor.activate(persona.id)
        for emotion in editor.journey.emotions(persona.id).values():
            for box in editor.board.boxes(emotion.id, "emotion"):
                found = target_at(editor, box.x + box.width / 2, box.y + box.height / 2, PIXEL)
                assert found.part == "point"
                assert editor.journey.get(found.record).persona == persona.id  # type: ignore[union-attr]
    editor.activate(None)


@pytest.mark.parametrize("pixel", [0.2, 0.26, 0.52])
def test_a_touchpoint_is_hit_on_its_whole_plate(editor: Editor, pixel: float) -> None:
    """Where hovering shows the plate a press grips it: also above its circle, and beside circle and name."""
    for touchpoint in editor.journey.touchpoints():
        plate, own = plate_of(editor, touchpoint.id, pixel), editor.board.boxes(touchpoint.id, "touchpoint")[0]
        assert plate is not None
        above = target_at(editor, own.middle[0], own.y - 5 * pixel, pixel)
        beside = target_at(editor, plate.x + 2 * pixel, plate.bottom - 2 * pixel, pixel)
        for target in (above, beside):
            other = editor.journey.get(target.record)
            drawn_over = Flow | Line | Emotion | Anchored | Stage
            assert target.record == touchpoint.id or isinstance(other, drawn_over), target


@pytest.mark.parametrize("pixel", [0.2, 0.52])
def test_the_handle_is_on_the_arrows_line_at_the_edge_of_the_plate(editor: Editor, pixel: float) -> None:
    for touchpoint in editor.journey.touchpoints():
        place, found = handle_place(editor, touchpoint.id, pixel), circle(editor.board, touchpoint.id)
        plate = plate_of(editor, touchpoint.id, pixel)
        assert place is not None
        assert found is not None
        assert plate is not None
        assert place == pytest.approx((plate.right, found.middle[1]))
        on_the_way = Target(touchpoint.id, "touchpoint")
        for part in range(11):
            x = found.right + (place[0] - found.right) * part / 10
            on_the_way = target_at(editor, x, place[1], pixel, on_the_way)
            assert on_the_way.record == touchpoint.id, "an arrow that runs there does not hide it from the hand"
        assert on_the_way.part == "handle"


def test_a_flow_is_gripped_by_its_ends() -> None:
    editor = Editor(Document(full()))
    parts = set()
    for flow in editor.journey.all(Flow):
        for box in editor.board.boxes(flow.id, "flow"):
            for part in range(101):
                target = target_at(editor, box.x + box.width * part / 100, box.y + box.height / 2, PIXEL)
                parts.add(target.part if target.record == flow.id else "")
    assert {"start", "end", "body"} <= parts


def test_beside_the_paper_is_nothing(editor: Editor) -> None:
    assert not target_at(editor, -5, 10, PIXEL).page
    assert target_at(editor, 1, 1, PIXEL) == Target()


def test_every_part_of_an_arrow_is_hit_and_both_its_ends_are_gripped_where_they_are_seen(editor: Editor) -> None:
    for flow in editor.journey.all(Flow):
        for trail in trails_of(editor.board, flow.id):
            editor.select([])
            hit = [target_at(editor, x, y, PIXEL).record for x, y in trail.points]
            others = {key for key in hit if not isinstance(editor.journey.get(key), Flow | Stage)}
            assert flow.id in hit
            assert "" not in hit, "no part of it is bare paper"
            assert all(isinstance(editor.journey.get(key), Anchored | Touchpoint) for key in others)
            editor.select([flow.id])
            for part, place in (("start", trail.start), ("end", trail.tip)):
                found = target_at(editor, *place, PIXEL)
                assert (found.record, found.part) == (flow.id, part)
    editor.select([])


def test_the_falling_part_of_a_loop_and_its_head_are_hit_without_selecting_it_first() -> None:
    editor = Editor(Document(full()))
    (trail,) = trails_of(editor.board, "loop")
    band = editor.board.bands()[0]
    (x, y), (above_x, above_y) = trail.tip, trail.points[-2]
    assert y > band.header[0] - 10
    for place, part in (((x, y), "end"), ((x, y - 1), "end"), (((x + above_x) / 2, (y + above_y) / 2), "end")):
        found = target_at(editor, *place, PIXEL)
        assert (found.record, found.part) == ("loop", part)
    found = target_at(editor, *trail.start, PIXEL)
    assert (found.record, found.part) == ("loop", "start")
