"""Whatever is selected, field by field. What a kind of record has is data (`fields`); the rest of the room shows it.

Rules of this room: no field is named in a widget's code; a field is read by `reading` and written by `writing`, both
without Qt; pages are made once per kind and filled again.
"""

from journeyeditor.qt.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
