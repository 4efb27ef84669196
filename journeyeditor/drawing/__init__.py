"""The display list: one drawing for screen and paper, text already placed.

Everything is in millimetres from the page's upper left corner, y going down. A drawing is data: it can be compared,
searched and tested; painters only repeat it.
"""

from journeyeditor.drawing.bounds import group_box, shape_box
from journeyeditor.drawing.difference import Difference, difference
from journeyeditor.drawing.grey import Greyer, grey_of, greyed
from journeyeditor.drawing.index import Index
from journeyeditor.drawing.shapes import Drawing, Group, Halo, Inset, Picture, Shape, Sketch, Stroke, Symbol, Words

__all__ = [
    "Difference",
    "Drawing",
    "Greyer",
    "Group",
    "Halo",
    "Index",
    "Inset",
    "Picture",
    "Shape",
    "Sketch",
    "Stroke",
    "Symbol",
    "Words",
    "difference",
    "grey_of",
    "greyed",
    "group_box",
    "shape_box",
]
