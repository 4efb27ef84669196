"""The one ruler for text: what is measured here is what every painter paints, glyph by glyph.

Sizes are in points, because people speak of type so; every length that comes out is in millimetres. Only the bundled
faces are used, never one that the user has installed: a journey prints the same on every machine.
"""

from journeyeditor.fonts.catalogue import Face, faces
from journeyeditor.fonts.line import EMBOLDEN, SLANT, Glyph, Line, Run, Style
from journeyeditor.fonts.metrics import (
    ascent,
    cap_height,
    descent,
    line_height,
    line_step,
    text_block_height,
    x_height,
)
from journeyeditor.fonts.ruler import line_count, longest_word, shape, unknown_characters, width, wrap
from journeyeditor.fonts.setting import logical

__all__ = [
    "EMBOLDEN",
    "SLANT",
    "Face",
    "Glyph",
    "Line",
    "Run",
    "Style",
    "ascent",
    "cap_height",
    "descent",
    "faces",
    "line_count",
    "line_height",
    "line_step",
    "logical",
    "longest_word",
    "shape",
    "text_block_height",
    "unknown_characters",
    "width",
    "wrap",
    "x_height",
]
