"""Whole-map layout, cold and warm, against `QTextLayout` wrapping the same texts."""

from __future__ import annotations

import os
from collections.abc import Callable

from benchmarks.journeys import generated
from benchmarks.timing import seconds
from journeyeditor import fonts
from journeyeditor.drawing import Drawing, Words
from journeyeditor.fonts import breaking, fallback, paragraph, ruler, segmentation, shaping
from journeyeditor.geometry import cells
from journeyeditor.layout import find_paper
from journeyeditor.layout.drawn import draw_page
from journeyeditor.layout.fit import fit
from journeyeditor.layout.poster import bare_sheet


def forget() -> None:
    """Empties what the fonts remember of texts, and the curve of lines."""
    for module in (fonts, breaking, fallback, paragraph, ruler, segmentation, shaping, cells):
        for name in vars(module).values():
            if callable(clear := getattr(name, "cache_clear", None)):
                clear()


def measure(touchpoints: int) -> dict[str, float]:
    """Seconds of fit and place, cold and warm, and of Qt's own wrapping of as many texts."""
    journey = generated(touchpoints, personas=2)
    sheet = bare_sheet(journey, find_paper("A0", "landscape"), "calm", None, ())
    repeat = 5 if touchpoints <= 1000 else 1
    fitted = fit(sheet)
    pages = [draw_page(fitted.sheet, page).plain for page in fitted.pages]

    def cold() -> None:
        forget()
        fit(bare_sheet(journey, find_paper("A0", "landscape"), "calm", None, ()))

    found = {"fit_cold": seconds(cold, max(1, repeat // 2), warm=False)}
    found["fit_warm"] = seconds(lambda: fit(bare_sheet(journey, sheet.paper, "calm", None, ())), repeat)
    found["place"] = seconds(lambda: [draw_page(fitted.sheet, page).plain for page in fitted.pages], repeat)
    found["bands"] = fitted.bands
    if touchpoints <= 1000:
        found["wrap_ours"], found["wrap_qt"] = seconds(_ours(pages), repeat), seconds(_qt(pages), repeat)
    return found


def texts(pages: list[Drawing]) -> list[tuple[str, float, float]]:
    """Every line of text on the sheets, with its size in points and the room that its width leaves."""
    groups = [group for page in pages for group in page.groups]
    lines = [shape.line for group in groups for shape in group.shapes if isinstance(shape, Words)]
    return [(line.text, line.style.size, line.width + 0.1) for line in lines if line.text]


def _ours(pages: list[Drawing]) -> Callable[[], object]:
    wanted = [(text, fonts.Style(size), room) for text, size, room in texts(pages)]
    return lambda: [fonts.wrap(text, style, room) for text, style, room in wanted]


def _qt(pages: list[Drawing]) -> Callable[[], object]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout  # noqa: PLC0415 - only measured against

    from journeyeditor.assets import resource  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    number = QFontDatabase.addApplicationFont(str(resource("fonts", "NotoSans-Regular.ttf")))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    wanted = texts(pages)

    def wrapped(text: str, size: float, room: float) -> int:
        font = QFont(family)
        font.setPointSizeF(size)
        layout = QTextLayout(text, font)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room * 72 / 25.4)
            count += 1
        layout.endLayout()
        return count

    return lambda: (application, sum(wrapped(*one) for one in wanted))
