"""The one ruler for text: what is measured here is what every painter paints, glyph by glyph.

Sizes are in points, because people speak of type so; every length that comes out is in millimetres.
"""

from journeyeditor.fonts.catalogue import Face
from journeyeditor.fonts.line import Glyph, Line, Run, Style
from journeyeditor.fonts.ruler import (
    ascent,
    descent,
    line_height,
    longest_word,
    shape,
    unknown_characters,
    width,
    wrap,
)

__all__ = [
    "Face",
    "Glyph",
    "Line",
    "Run",
    "Style",
    "ascent",
    "descent",
    "line_height",
    "longest_word",
    "shape",
    "unknown_characters",
    "width",
    "wrap",
]
