"""One widget for each shape of field. All of them: `show_value`, `chosen`, `forget`, `flush`, `retranslate`."""

from journeyeditor.qt.inspector.editors.base import FieldEditor
from journeyeditor.qt.inspector.editors.making import make_editor

__all__ = ["FieldEditor", "make_editor"]
