"""The display list: one drawing for screen and paper, text already placed.

Everything is in millimetres from the page's upper left corner, y going down. A drawing is data: it can be compared,
searched and tested; painters only repeat it.
"""

from journeyeditor.drawing.shapes import Drawing, Group, Halo, Picture, Shape, Sketch, Stroke, Symbol, Words

__all__ = ["Drawing", "Group", "Halo", "Picture", "Shape", "Sketch", "Stroke", "Symbol", "Words"]
