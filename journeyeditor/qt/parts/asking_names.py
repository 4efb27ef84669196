"""Asks for the name of something new, where there is no place on the map to type it."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

from journeyeditor.errors import message
from journeyeditor.words import Words


def ask_channel_name(parent: QWidget, speech: Words) -> str:
    """The name of a new channel; empty if a person thinks better of it."""
    title, label = speech.say(message("New channel")), speech.say(message("Name of the channel"))
    name, done = QInputDialog.getText(parent, title, label)
    return name.strip() if done else ""
