"""Journey + theme + paper -> Drawing, in two pure steps: `fit` chooses the type, `place` makes the drawing.

Rules of this room: it opens no file and changes no journey; every length is a multiple of the sheet's unit, so that
larger paper scales everything by one factor; a part of the sheet is a `Row` that is measured first and drawn later.
"""

from journeyeditor.layout.paper import Paper, find_paper
from journeyeditor.layout.poster import Laid, blank_poster, poster, smallest_paper

__all__ = ["Laid", "Paper", "blank_poster", "find_paper", "poster", "smallest_paper"]
