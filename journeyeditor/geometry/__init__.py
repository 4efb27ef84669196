"""Plain numbers in millimetres: boxes, outlines, curves. x goes right, y goes down. Knows no journey and no paper."""

from journeyeditor.geometry.box import Box
from journeyeditor.geometry.outline import Outline, Segment

__all__ = ["Box", "Outline", "Segment"]
