"""What the program says about itself."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from journeyeditor import __version__
from journeyeditor.qt.look import body_font, pixmap
from journeyeditor.qt.messages import box
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.words import Words


def show_about(parent: QWidget, speech: Words) -> None:
    """Version, purpose and licences, as plain text."""
    say = speech.say
    more = "\n\n".join(
        (
            say("Map customer journeys in the room, offline, and leave with a poster on the wall."),
            say(
                "Free under the MIT licence. Fonts: Noto (SIL OFL 1.1), DejaVu. Icons: Lucide (ISC). Window: Qt (LGPL)."
            ),
            say("It asks for no account and sends nothing anywhere. Your files are yours."),
        )
    )
    shown = box(parent, say("Journey Editor {version}", version=__version__), more, alarming=False)
    shown.setFont(body_font())
    shown.setIconPixmap(pixmap("route", "accent", 40, parent.devicePixelRatioF()))
    shown.addButton(say("OK"), QMessageBox.ButtonRole.AcceptRole)
    run(shown)
