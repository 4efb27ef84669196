"""The sheet on the screen: what paper shows, glyph by glyph, as fast as a hand moves."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from journeyeditor.drawing import Drawing, Group, Index
from journeyeditor.drawing.index import CELL
from journeyeditor.geometry import Box
from journeyeditor.qt.painter import sheet_picture
from journeyeditor.qt.painter.changing import changed_areas, matched
from journeyeditor.qt.painter.compiling import Shown, ground_of
from journeyeditor.qt.painter.order import lifted
from journeyeditor.qt.painter.pictures import Images, PictureStock
from journeyeditor.qt.painter.sheet_picture import FRINGE, SheetPicture
from journeyeditor.qt.painter.shelf import Shelf
from journeyeditor.qt.painter.view import View

FEW_PIXELS = 200_000
"""Many sheets as small as this may be in view: none of them is painted while somebody waits for the frame."""
GLIMPSE = 40_000
"""A sheet of so few device pixels that is not in view is one of an overview, where little changes."""
CELLS = 20
"""The index of a large sheet has coarser cells: there are about so many across."""
HALF = 0.5 + 1e-4
"""Rounds a place to the nearest device pixel; one halfway always to the same."""
Fade = Callable[[Group], float]


class SheetPainter:
    """Paints one sheet. `image` finds the bytes of a picture of the journey's store by its hash.

    What is painted `in_view` is worth being kept as a picture, if the whole sheet is small enough: `warm` makes it
    ahead, and later frames cost next to nothing. A very small sheet in view waits for its picture: until then it is
    `crude`, and once it is `better` it should be painted again.
    """

    def __init__(self, image: Images) -> None:
        self._stock = PictureStock(image)
        self._drawing = Drawing(0, 0, ())
        self._groups: list[Shown] = []
        self._order: tuple[str | None, list[Shown]] | None = None
        self._index: Index | None = None
        self._picture: SheetPicture | None = None
        self._coming: SheetPicture | None = None
        self._glimpse: SheetPicture | None = None
        self._wanted: tuple[float, str | None] | None = None
        self._ratio = 1.0
        self._parts = 0
        self.crude = False
        """Whether what was painted in view last can be painted better once `warm` has done its work."""

    @property
    def better(self) -> bool:
        """Whether what was crude can be painted well by now."""
        return self.crude and self._fits(self._picture) and self._picture is not None and not self._picture.stale

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._drawing

    @property
    def index(self) -> Index:
        """Finds the groups of the drawing shown by place; made when it is first asked for."""
        if self._index is None:
            inks = {id(shown.group): shown.look for shown in self._groups}
            cell = max(self._drawing.width, self._drawing.height) / CELLS
            self._index = Index(self._drawing, max(CELL, cell), lambda group: inks[id(group)].ink)
        return self._index

    def show(self, drawing: Drawing) -> list[Box]:
        """Takes a new drawing, keeps what it can of the former; where the two look different (mm).

        Who paints these areas again adds two device pixels on each side: edges are smoothed.
        """
        former, before = self._drawing, self._groups
        if drawing is former:
            return []
        self._drawing, self._index, self._order = drawing, None, None
        self._groups = matched(before, drawing)
        areas = changed_areas(former, before, drawing, self._groups)
        self._parts = sum(shown.look.parts_kept() for shown in self._groups)
        self._coming = None
        if (former.width, former.height) != (drawing.width, drawing.height):
            self._picture = self._glimpse = None
        for picture in (self._picture, self._glimpse):
            if picture is not None:
                picture.spoil(areas)
        return areas

    def paint(
        self,
        painter: QPainter,
        scale: float,
        area: Box,
        *,
        on_top: str | None = None,
        faded: Fade | None = None,
        in_view: bool = False,
    ) -> None:
        """Paints what of the sheet lies in `area` (mm). The painter's origin is the sheet's upper left corner, which is
        moved to a whole device pixel.

        `scale` is device-independent pixels per mm. `on_top`: the persona whose curve, tint and faces are painted over
        those of others. `faded` gives the opacity of a group, 0 to 1. `in_view`: this is what `warm` should work for.
        """
        device = painter.deviceTransform()
        ratio = device.m11()
        x, y = device.dx(), device.dy()
        painter.save()
        painter.translate((math.floor(x + HALF) - x) / ratio, (math.floor(y + HALF) - y) / ratio)
        if in_view:
            self._ratio, self._wanted = ratio, (scale * ratio, on_top)
            self.crude = False
        if faded is not None or not self._show_picture(painter, scale, ratio, area, on_top, in_view=in_view):
            self._live(painter, scale, area, on_top, faded)
        painter.restore()

    def warm(self, scale: float, milliseconds: float) -> bool:
        """Works ahead for about so long, if the sheet is in view at that scale; True while something is left to do."""
        end = time.perf_counter() + milliseconds / 1000
        wanted = self._wanted
        if wanted is None or wanted[0] != scale * self._ratio or self._drawing.surround > 0:
            return False
        more = self._warm_picture(*wanted, end)
        return self._warm_groups(end) if more is None else more

    def bytes_kept(self) -> int:
        """How many bytes the sheet's pictures take."""
        return sum(one.image.sizeInBytes() for one in (self._picture, self._coming) if one is not None)

    def parts_kept(self) -> int:
        """How many parts of its groups have been worked out."""
        return self._parts

    def forget_parts(self) -> None:
        """Lets go of what was worked out for its groups."""
        self._parts = 0
        for shown in self._groups:
            shown.look.forget()

    def forget(self) -> None:
        """Lets go of the sheet's pictures; they are made again when it is seen again."""
        self._picture = self._coming = self._wanted = None

    # Pictures of the whole sheet

    def _fits(self, picture: SheetPicture | None) -> bool:
        """Whether a picture is what is wanted in view."""
        return picture is not None and (picture.scale, picture.on_top) == self._wanted

    def _show_picture(
        self, painter: QPainter, scale: float, ratio: float, area: Box, on_top: str | None, *, in_view: bool
    ) -> bool:
        """Shows a picture of the sheet if there is one that will do; a very small sheet in view is shown somehow."""
        device = scale * ratio
        width, height = sheet_picture.size(self._drawing, device)
        if not in_view and 0 < width * height <= GLIMPSE and self._drawing.surround == 0:
            sheet_picture.put(painter, self._seen_small(device, on_top), self._drawing, scale, ratio, area)
            return True
        picture = self._picture
        small = in_view and width * height <= FEW_PIXELS
        exact = picture is not None and (picture.scale, picture.on_top) == (device, on_top)
        if self._drawing.surround > 0 or not (exact or small):
            return False
        if picture is not None and exact and not (small and picture.stale_share() > 1 / 2):
            picture.renew(self._painting(on_top))
        else:
            self.crude = True
            picture = self._nearest(device)
        if picture is None:
            self._ground(painter, scale, ratio)
            return True
        PICTURES.seen(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet_picture.put(painter, picture, self._drawing, scale, ratio, area)
        return True

    def _nearest(self, device: float) -> SheetPicture | None:
        """The picture whose scale is nearest to another one."""
        kept = [one for one in (self._picture, self._glimpse) if one is not None]
        return min(kept, key=lambda one: abs(math.log(one.scale / device)), default=None)

    def _seen_small(self, device: float, on_top: str | None) -> SheetPicture:
        """The picture of the sheet in an overview; painted at once, and kept."""
        found = self._glimpse
        paint = self._painting(on_top)
        if found is None or (found.scale, found.on_top) != (device, on_top):
            found = self._glimpse = SheetPicture.blank(self._drawing, device, on_top)
            while not found.whole:
                found.band(paint)
        found.renew(paint)
        return found

    def _warm_groups(self, end: float) -> bool:
        for shown in self._groups:
            if not shown.look.ready:
                self._parts += len(shown.look.compile())
                if time.perf_counter() > end:
                    return True
        PARTS.seen(self)
        PARTS.tidy()
        return False

    def _warm_picture(self, device: float, on_top: str | None, end: float) -> bool | None:
        """Makes the picture of the sheet; None if it is too large to have one."""
        picture = self._picture
        if picture is not None and self._fits(picture):
            picture.renew(self._painting(on_top))
            return False
        coming = self._coming
        if coming is None or not self._fits(coming):
            width, height = sheet_picture.size(self._drawing, device)
            if not 0 < width * height <= sheet_picture.MOST_PIXELS:
                return None
            coming = self._coming = SheetPicture.blank(self._drawing, device, on_top)
        while not coming.whole:
            coming.band(self._painting(on_top))
            if time.perf_counter() > end and not coming.whole:
                return True
        self._picture, self._coming = coming, None
        PICTURES.seen(self)
        PICTURES.tidy()
        return False

    def _painting(self, on_top: str | None) -> sheet_picture.Paint:
        """How the sheet is painted on a picture of itself."""

        def paint(painter: QPainter, scale: float, part: QRect) -> None:
            area = Box(part.x() / scale, part.y() / scale, part.width() / scale, part.height() / scale)
            self._live(painter, scale, area, on_top, None)

        return paint

    # The sheet itself

    def _ground(self, painter: QPainter, scale: float, ratio: float) -> None:
        """The bare sheet, on whole device pixels."""
        drawing = self._drawing
        colour = QColor(drawing.background)
        if drawing.surround > 0:
            ground = ground_of(drawing)
            corner, far = ground.topLeft() * scale, ground.bottomRight() * scale
            painter.fillRect(QRectF(corner, far), colour)
            return
        width, height = sheet_picture.size(drawing, scale * ratio)
        painter.fillRect(QRectF(0, 0, width / ratio, height / ratio), colour)

    def _live(self, painter: QPainter, scale: float, area: Box, on_top: str | None, faded: Fade | None) -> None:
        ratio = painter.deviceTransform().m11()
        device = scale * ratio
        part = sheet_picture.pixels(area, device, FRINGE)
        clip = QRectF(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio)
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        self._ground(painter, scale, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        reach = area.grown(2 * FRINGE / device)
        view = View(painter, device, QRectF(reach.x, reach.y, reach.width, reach.height), self._stock)
        left, top, right, bottom = reach.x, reach.y, reach.right, reach.bottom
        made = 0
        for shown in self._ordered(on_top):
            box = shown.look.box
            if box is None or box.x > right or box.y > bottom or box.x + box.width < left or box.y + box.height < top:
                continue
            if not shown.look.ready:
                made += len(shown.look.compile())
            if faded is None:
                shown.look.paint(view)
                continue
            opacity = faded(shown.group)
            if opacity > 0:
                view.opacity = opacity
                painter.setOpacity(opacity)
                shown.look.paint(view)
                painter.setOpacity(1.0)
        view.finish()
        painter.restore()
        PARTS.seen(self)
        if made:
            self._parts += made
            PARTS.tidy()

    def _ordered(self, on_top: str | None) -> list[Shown]:
        if self._order is None or self._order[0] != on_top:
            self._order = on_top, lifted(self._groups, on_top)
        return self._order[1]


PICTURES = Shelf(160_000_000, SheetPainter.bytes_kept, SheetPainter.forget)
"""Bytes that the pictures of all sheets take together."""
PARTS = Shelf(24_000, SheetPainter.parts_kept, SheetPainter.forget_parts)
"""What has been worked out for the groups of all sheets: some twenty-five sheets, or 120 MB."""
