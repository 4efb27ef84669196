"""Drawing -> pdf, svg, png. Painters are dumb: they know no journey, and repeat what the drawing says.

ReportLab, Pillow and pypdfium2 are loaded when they are first used, never by an import of this room.
"""

from journeyeditor.paint.metadata import Metadata
from journeyeditor.paint.pdf import pdf
from journeyeditor.paint.png import png
from journeyeditor.paint.svg import svg

__all__ = ["Metadata", "pdf", "png", "svg"]
