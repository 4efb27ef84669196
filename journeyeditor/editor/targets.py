"""What the pointer is over: small parts before bodies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journeyeditor.drawing import Group, Words
from journeyeditor.fonts import ascent, line_height
from journeyeditor.geometry import Box
from journeyeditor.model.records import Emotion, Flow, Lane, Line, Stage, Touchpoint
from journeyeditor.tools.carried_findings import CARDS
from journeyeditor.tools.desk import Part, Target

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

GRIP = 12.0
"""Radius around a curve's point in which it is gripped, px."""
HANDLE = 9.0
"""Radius around a touchpoint's connect handle, px; it shows while the touchpoint is hovered."""
EDGE = 5.0
"""To both sides of a stage's far edge, px."""
END = 24.0
"""From the end of a flow's line, px, and never more than a quarter of its length, in which its end is gripped."""

CARD_END = 5.0
"""From the end of a card inwards, px, in which a finding that is selected is drawn longer or shorter."""


def target_at(editor: Editor, x: float, y: float, pixel: float, hovered: Target | None = None) -> Target:
    """What a press at a place of the board (mm) would grip; `pixel` is the size of a screen's pixel in mm."""
    board = editor.board
    page = board.page_at(y)
    on_page = bool(board.pages) and board.page_box(page).holds(Box(x, y, 0, 0))
    if not on_page:
        return Target(page=False)
    found = handle(editor, x, y, pixel, hovered) or _point(editor, x, y, pixel) or _edge(editor, x, y, pixel)
    return found or _words(editor, x, y) or _body(editor, x, y, pixel)


def handle(editor: Editor, x: float, y: float, pixel: float, hovered: Target | None) -> Target | None:
    """The connect handle of the touchpoint that is hovered or selected, at the far edge of its slot."""
    keys = [*editor.selection[-1:], *([hovered.record] if hovered and hovered.record else [])]
    for key in dict.fromkeys(keys):
        if (place := handle_place(editor, key)) and math.dist(place, (x, y)) <= HANDLE * pixel:
            box = Box(place[0], place[1], 0, 0).grown(5 * pixel)
            return Target(key, "touchpoint", "handle", box)
    return None


def handle_place(editor: Editor, key: str) -> tuple[float, float] | None:
    """Where the connect handle of a touchpoint is, mm of the board; None for anything else."""
    if not isinstance(editor.journey.get(key), Touchpoint):
        return None
    found = editor.board.slot(key)
    boxes = editor.board.boxes(key, "touchpoint")
    if found is None or not boxes:
        return None
    band, slot = found
    side = -slot.width / 2 if band.leftward else slot.width / 2
    circle = min(boxes, key=lambda box: box.y)
    return slot.x + side * 0.92, circle.y + min(circle.height / 2, circle.width / 2)


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
    """The far edge of a stage, within the row of stages."""
    band = editor.board.band_at(y)
    if band is None or not band.header[0] <= y <= band.header[1]:
        return None
    for stage in band.stages:
        edge = stage.left if band.leftward else stage.right
        if abs(x - edge) <= EDGE * pixel:
            box = Box(stage.left, band.header[0], stage.right - stage.left, band.header[1] - band.header[0])
            return Target(stage.stage, "stage", "edge", box)
    return None


def _body(editor: Editor, x: float, y: float, pixel: float) -> Target:
    """The topmost record; lanes come last, and by their heads alone."""
    top = editor.board.top(editor.board.page_at(y))
    row: Target | None = None
    for group in editor.board.all_at(x, y):
        record = editor.journey.get(group.record)
        if record is None or group.box is None:
            continue
        box = replace(group.box, y=group.box.y + top)
        if isinstance(record, Line) or (isinstance(record, Lane) and _on_head(editor, x, y)):
            row = row or Target(record.id, group.role, "head", box)
        elif isinstance(record, Flow):
            return _flow(editor, record, box, x, pixel)
        elif not isinstance(record, Lane) and (not isinstance(record, Stage) or group.role == "stage"):
            return Target(record.id, group.role, _end_of_card(editor, group, box, x, pixel), box)
    return row or Target()


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


def _flow(editor: Editor, flow: Flow, box: Box, x: float, pixel: float) -> Target:
    """A flow's end or start where the pointer is near it."""
    ends = [_middle(editor, key) for key in (flow.source, flow.target)]
    if ends[0] is not None and ends[1] is not None:
        near = min(END * pixel, abs(ends[0] - ends[1]) / 4)
        if abs(x - ends[0]) < near:
            return Target(flow.id, "flow", "start", box)
        if abs(x - ends[1]) < near:
            return Target(flow.id, "flow", "end", box)
    return Target(flow.id, "flow", "body", box)


def _middle(editor: Editor, key: str) -> float | None:
    """The x of a touchpoint or stage."""
    if (slot := editor.board.slot(key)) is not None:
        return slot[1].x
    stage = editor.board.stage(key)
    return (stage[1].left + stage[1].right) / 2 if stage is not None else None
