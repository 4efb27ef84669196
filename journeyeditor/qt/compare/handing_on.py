"""A sheet that was made in the window goes into a PDF or to the printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from journeyeditor.drawing import Drawing
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.editor import Told
from journeyeditor.errors import JourneyError
from journeyeditor.files import write_safely
from journeyeditor.publish import Options
from journeyeditor.publish.exporting import painted
from journeyeditor.qt.export.saving import KINDS, Saver
from journeyeditor.qt.parts.picking import folder_of, pick_place


class HandingOn:
    """Saves and prints finished drawings, as the export dialog does with posters."""

    def __init__(self, widget: QWidget, desk: EditorDesk) -> None:
        self._widget, self._editor = widget, desk.editor

    def data(self, drawings: Sequence[Drawing]) -> bytes:
        """The PDF of drawings."""
        return next(painted(self._editor.journey, list(drawings), "pdf", Options()))

    def save(self, drawings: Sequence[Drawing]) -> None:
        """Asks for a name and writes the PDF there."""
        say = self._editor.speech.say
        usual = folder_of(self._editor.document) / f"{say('comparison')}.pdf"
        kinds = {".pdf": KINDS[".pdf"]}
        target = pick_place(self._widget, self._editor.speech, say("Save PDF…"), str(usual), kinds)
        if target is None:
            return
        try:
            notes = write_safely(target, self.data(drawings))
        except JourneyError as problem:
            self._editor.told.tell(Told(problem.problem, problem.advice))
        else:
            Saver(self._widget, self._editor.document, self._editor.speech).offer([target], notes)

    def print(self, drawings: Sequence[Drawing]) -> None:
        """Through the system's print dialog, at true scale."""
        saver = Saver(self._widget, self._editor.document, self._editor.speech)
        saver.print_data(self.data(drawings))
