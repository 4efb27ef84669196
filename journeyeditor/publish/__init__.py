"""journey + options -> finished bytes, for the command line, the dialogs and the file's own preview.

Rules of this room: it opens no file but the templates, and writes none; layout and painters are loaded when something
is printed, so that a command that prints nothing starts without them.
"""

from __future__ import annotations

from journeyeditor.publish.exporting import export
from journeyeditor.publish.options import KINDS, Kind, Options, Tile, kind_of
from journeyeditor.publish.outcome import Facts, File, Published
from journeyeditor.publish.preview import preview
from journeyeditor.publish.renewing import emptied, renewed
from journeyeditor.publish.templates import Template, find_template, library

__all__ = [
    "KINDS",
    "Facts",
    "File",
    "Kind",
    "Options",
    "Published",
    "Template",
    "Tile",
    "emptied",
    "export",
    "find_template",
    "kind_of",
    "library",
    "preview",
    "renewed",
]
