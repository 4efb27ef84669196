"""The poster's own faces as Qt fonts, for what is typed on the map."""

from __future__ import annotations

import functools

from PySide6.QtGui import QFont, QFontDatabase

from journeyeditor.fonts.catalogue import ALPHABETS, EMOJI, FAR_EAST, SYMBOLS, faces


@functools.cache
def families() -> tuple[str, ...]:
    """The families of the bundled faces, in the order in which they are asked for a letter."""
    found: dict[str, list[str]] = {}
    for name, face in faces().items():
        number = QFontDatabase.addApplicationFont(str(face.path))
        found[name.partition("-")[0]] = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    order = (*ALPHABETS, SYMBOLS, *FAR_EAST, EMOJI)
    named = [family for name in order for family in found.get(name, ())]
    return tuple(dict.fromkeys(named))


def poster_font(pixels: float, *, bold: bool = False, italic: bool = False, points_to_pixels: float = 96 / 72) -> QFont:
    """The poster's type in a size of px, which need not be whole; `points_to_pixels` is the screen's."""
    font = QFont()
    font.setFamilies(list(families()))
    font.setPointSizeF(max(1.0, pixels / points_to_pixels))
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
