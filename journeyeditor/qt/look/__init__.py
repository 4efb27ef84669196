"""How the window looks: colours by role, icons, type, and the style sheet of the whole program.

Rules of this room: no widget names a colour but by its role; whoever paints itself or holds an icon listens to
`watcher.changed`. What lies on the paper keeps its light colours (`paper_colour`).
"""

from journeyeditor.qt.look.appearance import (
    apply,
    body_font,
    colour,
    follow_system,
    is_dark,
    less_motion,
    paper_colour,
    watcher,
)
from journeyeditor.qt.look.icons import icon, pixmap, put_icon
from journeyeditor.qt.look.parts import hairline, label, tool_button, wear

__all__ = [
    "apply",
    "body_font",
    "colour",
    "follow_system",
    "hairline",
    "icon",
    "is_dark",
    "label",
    "less_motion",
    "paper_colour",
    "pixmap",
    "put_icon",
    "tool_button",
    "watcher",
    "wear",
]
