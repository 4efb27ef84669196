"""A poster that is not printed in its own size must not say that it is: its scale is put right, its ruler left out."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Words
from journeyeditor.fonts import shape
from journeyeditor.words import Words as Speech

ROLE = "scale"
"""Of the group that layout draws them in."""


def with_scale(drawing: Drawing, paper: str, scale: float, speech: Speech) -> Drawing:
    """The drawing with the scale that it will be printed at, 1 being its own size; `paper` is its own paper."""
    if scale == 1:
        return drawing
    own = speech.say("{paper}, scale 1:1", paper=paper)
    percent = speech.percent(round(100 * scale))
    true = speech.say("{paper}, scale {percent}", paper=paper, percent=percent)
    return replace(drawing, groups=tuple(_corrected(group, own, true, drawing.width) for group in drawing.groups))


def _corrected(group: Group, own: str, true: str, width: float) -> Group:
    said = next((one for one in group.shapes if isinstance(one, Words)), None)
    if group.role != ROLE or said is None or group.box is None:
        return group
    line = shape(said.line.text.replace(own, true), said.line.style)
    leftward = group.box.middle[0] < width / 2
    x = group.box.x if leftward else group.box.right - line.width
    return replace(group, shapes=(replace(said, line=line, x=x),))
