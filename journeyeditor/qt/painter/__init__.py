"""The drawing on the screen, painted by Qt: the same glyphs in the same places as on paper.

Rules of this room: a group becomes parts that Qt paints at once (`compiling`, `parts`), worked out when it is first
seen and kept while the group looks the same; lengths stay in millimetres, the painter's transform does the rest; what
is too small to be seen is left out or made flat (`view`); a sheet that lies still is shown from a picture of itself
(`sheet_picture`); nothing here knows a journey.
"""

from journeyeditor.qt.painter.sheet_painter import SheetPainter
from journeyeditor.qt.painter.still import render, thumbnail

__all__ = ["SheetPainter", "render", "thumbnail"]
