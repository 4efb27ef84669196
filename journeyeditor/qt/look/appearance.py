"""Light or dark, at once and everywhere: the palette, the style sheet, and a signal for what paints itself."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from journeyeditor.assets import resource
from journeyeditor.qt.colours import colour_name
from journeyeditor.qt.look.style import style_sheet

Appearance = Literal["system", "light", "dark"]
"""As the settings have it."""

BODY = 13
"""Type of the window, px."""

_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


class Watcher(QObject):
    """Tells when colours are others. Whoever paints with `colour` or made an icon listens and does it again."""

    changing = Signal()
    """They will be: Qt dresses every widget then, seen or not, so whoever keeps many that are not seen lets go."""
    changed = Signal()


class _State(QObject):
    """What is shown now, and what follows the system."""

    def __init__(self) -> None:
        super().__init__()
        self.watcher = Watcher()
        self.appearance: Appearance = "system"
        self.dark = False
        self.contrast = False
        self.listening = False

    def follow(self) -> None:
        """Takes over what the system shows, if the person wants that."""
        before = self.dark, self.contrast
        self.contrast = _high_contrast()
        if self.appearance == "system":
            self.dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            self.dark = self.appearance == "dark"
        if (self.dark, self.contrast) != before:
            self.watcher.changing.emit()
            dress()
            self.watcher.changed.emit()


_state = _State()
watcher = _state.watcher


def follow_system() -> None:
    """The system has another theme: a window that hears of it says so here."""
    _state.follow()


def is_dark() -> bool:
    """Whether the window is dark now."""
    return _state.dark


def colour(role: str) -> QColor:
    """The colour that a role has now. Raises KeyError for a role that there is not."""
    return QColor(colour_name(role, dark=_state.dark, contrast=_state.contrast))


def paper_colour(role: str) -> QColor:
    """The colour that a role has on the paper, which stays light."""
    return QColor(colour_name(role, dark=False))


def apply(appearance: Appearance) -> None:
    """Shows the whole program light, dark, or as the system is, at once."""
    application = _application()
    if not _state.listening:
        _state.listening = True
        QDir.addSearchPath("look", str(resource("icons", "ui")))
        application.setStyle("Fusion")
        application.setFont(body_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(_state.follow)
        dress()
    _state.appearance = appearance
    QGuiApplication.styleHints().setColorScheme(_SCHEMES[appearance])
    _state.follow()


def body_font(size: float = BODY, *, bold: bool = False) -> QFont:
    """The system's font in a size of the window, px."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font


def dress() -> None:
    """Gives the application its palette and style sheet as they are now."""
    application = _application()
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet(lambda role: colour(role).name(), dark=_state.dark))


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("There is no application yet")  # noqa: TRY004 - a fault in the order of things
    return application


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "chrome"),
        (roles.WindowText, "text"),
        (roles.Base, "control"),
        (roles.AlternateBase, "chrome"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "placeholder"),
        (roles.Button, "control"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "pain"),
        (roles.ToolTipBase, "control"),
        (roles.ToolTipText, "text"),
        (roles.Highlight, "filled"),
        (roles.HighlightedText, "filled-text"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
        (roles.Light, "control"),
        (roles.Midlight, "hover"),
        (roles.Mid, "control-border"),
        (roles.Dark, "control-border"),
        (roles.Accent, "accent"),
    ):
        palette.setColor(role, colour(name))
    faint = colour("text")
    faint.setAlphaF(0.55)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def _high_contrast() -> bool:
    """Whether the system asks for high contrast; Qt tells it from 6.10 on."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if hints is None:
        return False
    wish = hints().contrastPreference()
    return bool(wish == Qt.ContrastPreference.HighContrast)


def less_motion() -> bool:
    """Whether the system asks for less motion: then nothing slides or flies."""
    return _application().style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
