"""Which editor each shape of field has."""

from __future__ import annotations

from journeyeditor.editor import Editor
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.editors import choices, picked, pictures, several, special, typed, values
from journeyeditor.qt.inspector.editors.base import FieldEditor
from journeyeditor.qt.inspector.shapes import Field, Shape

EDITORS: dict[Shape, type[FieldEditor]] = {
    "line": typed.LineEditor,
    "text": typed.TextEditor,
    "lines": typed.LinesEditor,
    "date": typed.DateEditor,
    "owner": typed.OwnerEditor,
    "number": typed.NumberEditor,
    "segments": picked.SegmentsEditor,
    "choice": choices.ChoiceEditor,
    "switch": picked.SwitchEditor,
    "reason": picked.ReasonEditor,
    "dots": picked.DotsEditor,
    "stage": choices.StageEditor,
    "channel": choices.ChannelEditor,
    "lane": choices.LaneEditor,
    "step": choices.StepEditor,
    "personas": several.PersonasEditor,
    "channels": several.ChannelsEditor,
    "pains": several.LinkedEditor,
    "opportunities": several.LinkedEditor,
    "picture": pictures.PictureEditor,
    "pictures": pictures.PicturesEditor,
    "icon": choices.IconEditor,
    "style": choices.StyleEditor,
    "paper": choices.PaperEditor,
    "colour": special.ColourEditor,
    "closer": special.CloserEditor,
    "values": values.ValuesEditor,
    "feeling": picked.FeelingEditor,
}


def make_editor(field: Field, kind: type[Record], editor: Editor) -> FieldEditor:
    """An editor for a field of a kind of record."""
    return EDITORS[field.shape](field, kind, editor)
