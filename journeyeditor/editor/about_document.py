"""Short facts about a document, in words."""

from __future__ import annotations

from journeyeditor.editor.document import Document
from journeyeditor.layout.paper import Paper
from journeyeditor.words import Words
from journeyeditor.words.moments import clock


def paper_name(speech: Words, paper: Paper) -> str:
    """`A3 landscape`."""
    if paper.width >= paper.height:
        return speech.say("{paper} landscape", paper=paper.name)
    return speech.say("{paper} portrait", paper=paper.name)


def saved_text(speech: Words, document: Document, saved_at: float | None) -> str:
    """When the document was saved, or that it was not."""
    if document.read_only:
        return speech.say("To look at only")
    if document.open_elsewhere:
        return speech.say("Open elsewhere")
    if document.path is None:
        return speech.say("Not saved yet")
    if saved_at is None:
        return speech.say("Saved") if document.is_saved else speech.say("Not saved")
    time = clock(speech, saved_at)
    return speech.say("Saved {time}", time=time) if document.is_saved else speech.say("Last saved {time}", time=time)
