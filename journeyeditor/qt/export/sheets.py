"""A poster's sheets in the preview: what is covered and cut tinted over each, or all of them put together."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QImage, QPainter

from journeyeditor.geometry import Box
from journeyeditor.publish.tiles_marks import Place
from journeyeditor.publish.tiles_plan import Tiling
from journeyeditor.qt.export.making import Made, Page
from journeyeditor.qt.look import paper_colour

MOST_PIXELS = 6_000_000
"""Of a poster that is put together."""


class Guides(msgspec.Struct, frozen=True):
    """What is shown over a page and never printed. Lengths in mm of the page."""

    covered: tuple[QRectF, ...] = ()
    """What the neighbours are glued over."""
    cuts: tuple[QLineF, ...] = ()
    """Where is cut, or where sheets meet."""


def guides_of(made: Made) -> tuple[Guides, ...]:
    """For each page that is shown: what is covered at its right and at its foot, and where to cut."""
    places = _places(made)
    return tuple(_guides(places[page.label]) if page.label in places else Guides() for page in made.pages)


def cells_of(made: Made) -> tuple[tuple[int, int], ...]:
    """Row and column of each page where it is one poster's: the sheet map first, as it is printed, and beside it the
    sheets as they are put together.

    Empty where pages just come one after the other.
    """
    places = _places(made)
    tilings = made.published.tilings if made.published is not None else ()
    if len(tilings) != 1 or made.count > len(made.pages):
        return ()
    first = 0 if all(page.label in places for page in made.pages) else 1
    found = [(places[page.label].row, places[page.label].column + first) if page.label in places else (0, 0)
             for page in made.pages]  # fmt: skip
    return tuple(found) if len(set(found)) == len(found) else ()


def can_be_joined(made: Made) -> bool:
    """Whether every sheet is there, so that they can be put together here."""
    return bool(made.published and made.published.tilings) and made.count == len(made.pages)


def joined(made: Made) -> tuple[tuple[Page, ...], tuple[Guides, ...]]:
    """Each poster as its sheets make it once they are glued, and where they meet; then the pages that follow."""
    pages, guides = [], []
    by_label = {page.label: page for page in made.pages}
    for tiling in made.published.tilings if made.published is not None else ():
        pages.append(_joined(tiling, by_label))
        wide, tall = tiling.xs[-1], tiling.ys[-1]
        seams = [QLineF(x, 0, x, tall) for x in tiling.xs[1:-1]] + [QLineF(0, y, wide, y) for y in tiling.ys[1:-1]]
        guides.append(Guides(cuts=tuple(seams)))
    places = _places(made)
    sheets = [number for number, page in enumerate(made.pages) if page.label in places]
    after = made.pages[sheets[-1] + 1 :] if sheets else ()
    return (*pages, *after), (*guides, *(Guides() for _ in after))


def _places(made: Made) -> dict[str, Place]:
    tilings = made.published.tilings if made.published is not None else ()
    places = [Place(tiling, row, column) for tiling in tilings for row, column in tiling.places()]
    return {place.name: place for place in places}


def _guides(place: Place) -> Guides:
    kept, shown = place.kept, place.shown
    covered: list[QRectF] = []
    cuts: list[QLineF] = []
    if place.neighbour("left"):
        cuts.append(QLineF(kept.x, shown.y, kept.x, shown.bottom))
    if place.neighbour("top"):
        cuts.append(QLineF(shown.x, kept.y, shown.right, kept.y))
    if place.neighbour("right"):
        covered.append(QRectF(kept.right, shown.y, shown.right - kept.right, shown.height))
        cuts.append(QLineF(kept.right, shown.y, kept.right, shown.bottom))
    if place.neighbour("bottom"):
        covered.append(QRectF(shown.x, kept.bottom, shown.width, shown.bottom - kept.bottom))
        cuts.append(QLineF(shown.x, kept.bottom, shown.right, kept.bottom))
    return Guides(tuple(covered), tuple(cuts))


def _joined(tiling: Tiling, pages: dict[str, Page]) -> Page:
    wide, tall = tiling.xs[-1], tiling.ys[-1]
    places = [Place(tiling, row, column) for row, column in tiling.places()]
    sharp = max(pages[place.name].picture.width() / pages[place.name].width for place in places)
    sharp = min(sharp, (MOST_PIXELS / (wide * tall)) ** 0.5)
    picture = QImage(max(1, round(wide * sharp)), max(1, round(tall * sharp)), QImage.Format.Format_RGB32)
    picture.fill(paper_colour("paper"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place in places:
        page = pages[place.name]
        dots = page.picture.width() / page.width
        painter.drawImage(_scaled(place.piece, sharp), page.picture, _scaled(place.kept, dots))
    painter.end()
    return Page(picture, wide, tall)


def _scaled(box: Box, factor: float) -> QRectF:
    return QRectF(box.x * factor, box.y * factor, box.width * factor, box.height * factor)
