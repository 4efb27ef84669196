"""What the pointer is over: small parts before bodies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journeyeditor.drawing import Group, Words
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.editor.text_apart import apart_at
from journeyeditor.fonts import ascent, line_height
from journeyeditor.geometry import Box
from journeyeditor.model.records import Emotion, Flow, Lane, Line, Stage, Touchpoint, emotion_id
from journeyeditor.tools.carried_findings import CARDS
from journeyeditor.tools.desk import Part, Target
from journeyeditor.tools.events import Modifiers
from journeyeditor.tools.feeling import slot_of_curve, snapped
from journeyeditor.tools.flow_trails import trails_at, trails_of
from journeyeditor.tools.places import circle, circle_box

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

GRIP = 12.0
"""Radius around a curve's point in which it is gripped, px."""
HANDLE = 9.0
"""Radius around a touchpoint's connect handle, px; it shows while the touchpoint is hovered."""
EDGE = 5.0
"""To both sides of a stage's far edge, px."""
END = 24.0
"""Along a flow from its end, px, and never more than a quarter of its length, in which its end is gripped."""
LINE = 6.0
"""To both sides of a flow's line, px, in which it is hit."""

GHOST = 6.0
"""Radius of the point that a click would set, px."""

AROUND_NAME = 6.0
"""Between a touchpoint's circle or name and its plate above and below, px."""
BESIDE_NAME = 5.0
"""And at least to its sides."""
SLOT = 0.92
"""How much of its slot a touchpoint's plate takes at least."""

CARD_END = 5.0
"""From the end of a card inwards, px, in which a finding that is selected is drawn longer or shorter."""


def target_at(
    editor: Editor, x: float, y: float, pixel: float, hovered: Target | None = None, *, presses: bool = True
) -> Target:
    """What a press at a place of the board (mm) would grip; `pixel` is the size of a screen's pixel in mm.

    If it is not `presses` that are meant, what is seen there: a call-out too where a press would set a point.
    """
    board = editor.board
    page = board.page_at(y)
    on_page = bool(board.pages) and board.page_box(page).holds(Box(x, y, 0, 0))
    if not on_page:
        return Target(page=False)
    found = (
        _flow_handle(editor, x, y, pixel)
        or handle(editor, x, y, pixel, hovered)
        or _point(editor, x, y, pixel)
        or _edge(editor, x, y, pixel)
    )
    found = found or _words(editor, x, y) or _body(editor, x, y, pixel)
    if found.record and not (presses and found.role == "callout"):
        return found
    return _no_feeling_yet(editor, x, y, pixel) or found  # a call-out moves as points are set, and is in no one's way


def handle(editor: Editor, x: float, y: float, pixel: float, hovered: Target | None) -> Target | None:
    """The connect handle of the touchpoint that is hovered or selected; the touchpoint itself on the hand's way there
    from its circle, along its arrow's line.
    """
    over = hovered.record if hovered is not None else ""
    for key in dict.fromkeys([*editor.selection[-1:], over]):
        place = handle_place(editor, key, pixel)
        if place is None:
            continue
        if math.dist(place, (x, y)) <= HANDLE * pixel:
            return Target(key, "touchpoint", "handle", Box(*place, 0, 0).grown(5 * pixel))
        plate = plate_of(editor, key, pixel) if key == over and abs(place[1] - y) <= HANDLE * pixel else None
        if plate is not None and plate.contains(x, y):
            return Target(key, "touchpoint", "body", plate)
    return None


def handle_place(editor: Editor, key: str, pixel: float = 0.0) -> tuple[float, float] | None:
    """Where the connect handle of a touchpoint is, mm of the board: at the far edge of its plate, on the line of its
    arrow; None for anything else.
    """
    plate, round_one = plate_of(editor, key, pixel), circle(editor.board, key)
    if plate is None or round_one is None:
        return None
    found = editor.board.slot(key)
    leftward = found is not None and found[0].leftward
    return plate.x if leftward else plate.right, round_one.middle[1]


def plate_of(editor: Editor, key: str, pixel: float) -> Box | None:
    """What a touchpoint's outline goes around and a press grips, mm of the board: its slot, or its name where that is
    wider, from above the circle to below the name; None for anything else.
    """
    if not isinstance(editor.journey.get(key), Touchpoint):
        return None
    own, found = editor.board.boxes(key, "touchpoint", "touchpoint_name"), editor.board.slot(key)
    if not own or found is None:
        return None
    around, half = Box.around(own), found[1].width / 2 * SLOT
    left = min(found[1].x - half, around.x - BESIDE_NAME * pixel)
    right = max(found[1].x + half, around.right + BESIDE_NAME * pixel)
    top = around.y - AROUND_NAME * pixel
    return Box(left, top, right - left, around.height + 2 * AROUND_NAME * pixel)


def _on_plate(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """The touchpoint on whose plate a place is, beside its circle and name."""
    band, stage = editor.board.band_at(y), editor.board.stage_at(x, y)
    if band is None or stage is None or slot_of_curve(editor, x, y) is not None:
        return None
    for slot in sorted(stage.slots, key=lambda slot: abs(slot.x - x))[:1]:
        plate = plate_of(editor, slot.touchpoint, pixel)
        if plate is not None and plate.contains(x, y):
            return Target(slot.touchpoint, "touchpoint", "body", plate)
    return None


def _point(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """A point of the active persona's curve; anybody's in everyone mode."""
    page = editor.board.page_at(y)
    top = editor.board.top(page)
    around = Box(x, y - top, 0, 0).grown(GRIP * pixel)
    best: tuple[float, Target] | None = None
    for group in editor.board.index(page).drawn_in(around):
        record = editor.journey.get(group.record) if group.role == "emotion" else None
        if not isinstance(record, Emotion) or group.box is None or editor.persona not in (None, record.persona):
            continue
        box = replace(group.box, y=group.box.y + top)
        away = math.dist((box.x + box.width / 2, box.y + box.height / 2), (x, y))
        if away <= GRIP * pixel and (best is None or away <= best[0]):
            best = away, Target(record.id, "emotion", "point", box)
    return best[1] if best else None


def _no_feeling_yet(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """Where a click would set what the active persona feels: no record, and the box of the point that would be."""
    found = slot_of_curve(editor, x, y)
    if found is None or editor.persona is None or emotion_id(editor.persona, found[1].touchpoint) in editor.journey:
        return None
    scale, slot = found
    at = scale.y(snapped(scale.value(y), Modifiers()))
    return Target("", "emotion", "body", Box(slot.x, at, 0, 0).grown(GHOST * pixel))


def _words(editor: Editor, x: float, y: float) -> Target | None:
    """The words of a feeling beside its point, anybody's."""
    page = editor.board.page_at(y)
    top = editor.board.top(page)
    for group in editor.board.index(page).drawn_in(Box(x, y - top, 0, 0)):
        for shape in group.shapes if group.role == "emotion" else ():
            if not isinstance(shape, Words):
                continue
            style = shape.line.style
            box = Box(shape.x, shape.y - ascent(style) + top, shape.line.width, line_height(style))
            if box.contains(x, y) and group.record in editor.journey:
                return Target(group.record, "emotion", "body", box)
    return None


def _edge(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """The far edge of a stage, within the row of stages; where the name of a phase begins it is in that one's way."""
    band = editor.board.band_at(y)
    if band is None or not band.header[0] <= y <= band.header[1]:
        return None
    if any(group.role == "phase" for group in editor.board.all_at(x, y)):
        return None
    for stage in band.stages:
        edge = stage.left if band.leftward else stage.right
        if abs(x - edge) <= EDGE * pixel:
            box = Box(stage.left, band.header[0], stage.right - stage.left, band.header[1] - band.header[0])
            return Target(stage.stage, "stage", "edge", box)
    return None


def _flow_handle(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """The handle at an end of the flow that is selected."""
    for key in editor.selection[-1:]:
        if not isinstance(editor.journey.get(key), Flow):
            continue
        for trail in trails_of(editor.board, key):
            ends: tuple[tuple[Part, tuple[float, float]], ...] = (("end", trail.tip), ("start", trail.start))
            for part, place in ends:
                if math.dist(place, (x, y)) <= HANDLE * pixel:
                    return Target(key, "flow", part, Box(*place, 0, 0).grown(5 * pixel))
    return None


def _body(editor: Editor, x: float, y: float, pixel: float) -> Target:
    """The topmost record; an arrow lies over stages, and lanes come last, by their heads alone."""
    top = editor.board.top(editor.board.page_at(y))
    row: Target | None = None
    around: Target | None = None
    flow = _flow(editor, x, y, pixel)
    for group in editor.board.all_at(x, y):
        record = editor.journey.get(group.record)
        if record is None and (apart := apart_at(editor.journey, group, top, x, y)) is not None:
            return flow or around or apart
        if record is None or group.box is None:
            continue
        box = replace(group.box, y=group.box.y + top)
        if isinstance(record, Line) or (isinstance(record, Lane) and _on_head(editor, x, y)):
            row = row or Target(record.id, group.role, "head", box)
        elif isinstance(record, Flow):
            around = around or Target(record.id, "flow", "body", box)
        elif isinstance(record, Stage):
            if group.role == "stage":
                return flow or around or Target(record.id, group.role, "body", box)
        elif not isinstance(record, Lane):
            if flow is not None and isinstance(record, Touchpoint) and not _is_drawn_at(group, x, y - top):
                return flow
            return Target(record.id, group.role, _end_of_card(editor, group, box, x, pixel), box)
    plate = None if row is not None and row.role != "lane" else _on_plate(editor, x, y, pixel)
    return flow or plate or around or row or Target()


def _is_drawn_at(group: Group, x: float, y: float) -> bool:
    """Whether a place lies on the circle of a touchpoint or on its name, and not only beside them in their box."""
    for shape in group.shapes:
        box = shape_box(shape)
        if box is None or not box.contains(x, y):
            continue
        if circle_box(shape) is not None:
            if math.dist(box.middle, (x, y)) <= box.width / 2:
                return True
        elif isinstance(shape, Words):
            return True
    return False


def _end_of_card(editor: Editor, group: Group, box: Box, x: float, pixel: float) -> Part:
    """Which end of a finding's card a place is at; only of one that is selected, so that others are easily dragged."""
    reach = CARD_END * pixel
    if group.role not in CARDS or group.record not in editor.selection or box.width < 6 * reach:
        return "body"
    band = editor.board.band_at(box.y)
    leftward = band is not None and band.leftward
    if x - box.x <= reach:
        return "far" if leftward else "near"
    if box.right - x <= reach:
        return "near" if leftward else "far"
    return "body"


def _on_head(editor: Editor, x: float, y: float) -> bool:
    band = editor.board.band_at(y)
    return band is not None and band.labels[0] <= x <= band.labels[1]


def _flow(editor: Editor, x: float, y: float, pixel: float) -> Target | None:
    """The arrow that runs by a place or has its label there, and which end of it is near."""
    best: tuple[float, Target] | None = None
    for group, trail in trails_at(editor.board, x, y, LINE * pixel):
        if group.record not in editor.journey:
            continue
        away, along = trail.nearest(x, y)
        if away > LINE * pixel and not trail.is_on_label(x, y):
            continue
        part: Part = "body"
        if away <= LINE * pixel:
            near = min(END * pixel, trail.length / 4)
            part = "start" if along < near else "end" if trail.length - along < near else "body"
        if best is None or away < best[0]:
            best = away, Target(group.record, "flow", part, Box.around([Box(px, py, 0, 0) for px, py in trail.points]))
    return best[1] if best is not None else None
