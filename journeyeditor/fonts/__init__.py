"""The one ruler for text: what is measured here is what every painter paints, glyph by glyph.

Sizes are in points, because people speak of type so; every length that comes out is in millimetres.

- A grapheme is shown by the first bundled face that has it (`fallback`); the style's language decides between the
  Chinese, Japanese and Korean faces, and without one the other letters of the text do. Only bundled faces are used,
  never one that the user has installed: a journey prints the same on every machine. What no face has is reported by
  `unknown_characters` and drawn as a replacement sign, never as nothing.
- Direction is resolved on the paragraph (`direction`), lines are broken (`breaking`), then each is put in visual order.
- What may not be divided is shaped alone, in ems, and remembered (`shaping`, `paragraph`): a line is as wide as its
  parts, in any size. Bold and italic faces that do not exist are made by painters from the same glyphs with the same
  advances (`Run.embolden`, `Run.slant`).
- Nothing is opened or loaded before a text needs it: which face covers what stands in `faces.json`.
- The fonts themselves are cut by `packaging/build_fonts.py`.
"""

from journeyeditor.fonts.catalogue import Face, faces
from journeyeditor.fonts.line import EMBOLDEN, LINE_STEP, SLANT, Glyph, Line, Run, Style
from journeyeditor.fonts.metrics import ASCENT, DESCENT, ascent, cap_height, descent, line_height
from journeyeditor.fonts.ruler import (
    Ink,
    ink,
    ink_of,
    line_count,
    longest_word,
    shape,
    unknown_characters,
    width,
    words,
    wrap,
)
from journeyeditor.fonts.setting import logical

__all__ = [
    "ASCENT",
    "DESCENT",
    "EMBOLDEN",
    "LINE_STEP",
    "SLANT",
    "Face",
    "Glyph",
    "Ink",
    "Line",
    "Run",
    "Style",
    "ascent",
    "cap_height",
    "descent",
    "faces",
    "ink",
    "ink_of",
    "line_count",
    "line_height",
    "logical",
    "longest_word",
    "shape",
    "unknown_characters",
    "width",
    "words",
    "wrap",
]
