"""Drawing -> pdf, svg, png. Painters are dumb: they know no journey, and repeat what the drawing says.

Rules of this room:
- ReportLab, Pillow and pypdfium2 are loaded when they are first used, never by an import of this room.
- Of ReportLab only the layer of objects is used (`reportlab_objects`), never its canvas: a page is a list of operator
  strings in millimetres (`content`), a font is Type0 with a code for each glyph and text (`letters`, `spelling`).
- Everything on a page is tagged or an artifact (`tags`, `structure`); what a group is to someone who cannot see it
  stands in one table (`roles`). The elements are text with numbers of their own, and small objects are packed into
  streams when the file is put together (`writing`): ReportLab knows neither, and a large map would double.
- A drawing that is shown in others (`Inset`) is one form, without marks: it may be shown many times.
- Whatever is written must be finite and must read back as it was written; what is drawn and not said is an outline.
- Pictures come as bytes from the store, links pass `safe_address`, and nothing in a file of ours acts.
- The same drawing gives the same bytes.
"""

from journeyeditor.paint.metadata import Metadata
from journeyeditor.paint.pdf import pdf
from journeyeditor.paint.png import png
from journeyeditor.paint.svg import svg

__all__ = ["Metadata", "pdf", "png", "svg"]
