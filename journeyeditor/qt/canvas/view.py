"""Which part of the board is on the screen, and how large: plain numbers."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from journeyeditor.geometry import Box

TRUE_SIZE = 96 / 25.4
"""Logical pixels of the screen to a millimetre at 100 %."""
LEAST, MOST = 0.04 * TRUE_SIZE, 24 * TRUE_SIZE
"""Between these the zoom stays, px per mm."""
SIDE = 24.0
"""What fitting a page leaves free at its sides, px."""
VISIBLE = 64.0
"""So much of the board can never be pushed out of sight, px."""


class View(msgspec.Struct, frozen=True):
    """A place of the board (mm) is seen at `place * zoom - (left, top)`, in logical px of the viewport.

    `left` and `top` are kept exact, so that many small steps add up; what is shown lies on whole device pixels.
    """

    zoom: float = TRUE_SIZE
    """px per mm."""
    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    """Of the viewport, px."""
    height: float = 1.0
    ratio: float = 1.0
    """Device pixels to a logical one."""

    @property
    def shown_left(self) -> float:
        """`left` on a whole device pixel."""
        return round(self.left * self.ratio) / self.ratio

    @property
    def shown_top(self) -> float:
        """`top` on a whole device pixel."""
        return round(self.top * self.ratio) / self.ratio

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the board (mm) is seen, px."""
        return x * self.zoom - self.shown_left, y * self.zoom - self.shown_top

    def to_board(self, x: float, y: float) -> tuple[float, float]:
        """What place of the board (mm) is seen at a point of the viewport (px)."""
        return (x + self.shown_left) / self.zoom, (y + self.shown_top) / self.zoom

    def box(self, box: Box) -> Box:
        """A box of the board (mm) as it is seen, px."""
        x, y = self.to_view(box.x, box.y)
        return Box(x, y, box.width * self.zoom, box.height * self.zoom)

    def area(self, box: Box) -> Box:
        """A box of the viewport (px) as it lies on the board, mm."""
        x, y = self.to_board(box.x, box.y)
        return Box(x, y, box.width / self.zoom, box.height / self.zoom)

    @property
    def seen(self) -> Box:
        """The part of the board that is in view, mm."""
        return self.area(Box(0, 0, self.width, self.height))

    def moved(self, dx: float, dy: float) -> View:
        """With what is shown shifted by so many px: to the right and down."""
        return replace(self, left=self.left - dx, top=self.top - dy)

    def pulled(self, dx: float, dy: float, board: tuple[float, float], side: float) -> View:
        """Shifted by so many px, but no farther than to where a board of this width and height (mm) ends, `side` px
        free beside it.
        """
        wide, high = board[0] * self.zoom, board[1] * self.zoom
        left = _within(self.left - dx, self.left, (-side, wide + side - self.width))
        return replace(self, left=left, top=_within(self.top - dy, self.top, (-side, high + side - self.height)))

    def zoomed(self, zoom: float, x: float, y: float) -> View:
        """At another zoom, with what is under a point of the viewport (px) still under it."""
        zoom = max(LEAST, min(MOST, zoom))
        return replace(
            self, zoom=zoom, left=(x + self.left) / self.zoom * zoom - x, top=(y + self.top) / self.zoom * zoom - y
        )

    def around(self, box: Box, side: float = SIDE) -> View:
        """With a box of the board (mm) as large as it goes, in the middle, `side` px free around it."""
        room = max(1.0, self.width - 2 * side), max(1.0, self.height - 2 * side)
        zoom = max(LEAST, min(MOST, room[0] / max(box.width, 1e-6), room[1] / max(box.height, 1e-6)))
        x, y = box.middle
        return replace(self, zoom=zoom, left=x * zoom - self.width / 2, top=y * zoom - self.height / 2)

    def kept_near(self, width: float, height: float) -> View:
        """Moved as little as needed, so that some of a board of this size (mm) stays in sight."""
        wide, high = width * self.zoom, height * self.zoom
        across, down = min(VISIBLE, wide / 2), min(VISIBLE, high / 2)
        left = max(across - self.width, min(wide - across, self.left))
        top = max(down - self.height, min(high - down, self.top))
        return replace(self, left=left, top=top)

    def resized(self, width: float, height: float, board: tuple[float, float], *, leftward: bool = False) -> View:
        """In a viewport of another size (px), a board of this width and height (mm) seen at the same zoom: an end of it
        that was in view keeps its place, else the middle; and no desk is bared at one end while the other is cut.
        """
        wide, high = board[0] * self.zoom, board[1] * self.zoom
        left = _resized(self.left, wide, (self.width, width), at_end=leftward)
        return replace(self, width=width, height=height, left=left, top=_resized(self.top, high, (self.height, height)))

    def showing(self, box: Box, side: float = SIDE) -> View:
        """Moved as little as needed, so that a box of the board (mm) is in view; its start if it is too large."""
        seen = self.box(box)
        return self.moved(
            _shift(seen.x, seen.right, side, self.width - side), _shift(seen.y, seen.bottom, side, self.height - side)
        )

    def way_to(self, box: Box, side: float, *, leftward: bool = False) -> tuple[float, float]:
        """How far what is shown must be shifted (px, to the right and down) for a box of the board (mm) to be in view,
        `side` px free around it; not at all if it is in view. Of one that is too large its beginning.
        """
        seen = self.box(box)
        if leftward:
            across = -_way(self.width - seen.right, self.width - seen.x, side, self.width)
        else:
            across = _way(seen.x, seen.right, side, self.width)
        return across, _way(seen.y, seen.bottom, side, self.height)


def _resized(start: float, length: float, rooms: tuple[float, float], *, at_end: bool = False) -> float:
    """What a stretch of the board, this long, begins with in the second of two rooms, if with `start` in the first."""
    before, after = rooms
    begins, ends = start <= 0, length - start <= before
    low, high = sorted((-SIDE, length + SIDE - after))
    if begins and ends and length + 2 * SIDE > after:
        return high if at_end else low
    wanted = start - (after - before) * (0.5 if begins == ends else float(ends))
    first, last = sorted((-SIDE, length + SIDE - before))
    return max(low - max(0.0, first - start), min(high + max(0.0, start - last), wanted))


def _way(start: float, end: float, side: float, limit: float) -> float:
    """How far a stretch must be shifted to lie within 0 and a limit; of one that is too long, its start."""
    if (start >= 0 and end <= limit) or (start <= 0 and end >= limit):
        return 0.0
    if end - start > limit - 2 * side:
        return 0.0 if 0 <= start <= limit / 2 else side - start
    return side - start if start < 0 else limit - side - end


def _within(wanted: float, now: float, ends: tuple[float, float]) -> float:
    """What is wanted, but not beyond the ends unless it is there already."""
    return max(min(now, ends[0]), min(max(now, ends[1]), wanted))


def _shift(start: float, end: float, low: float, high: float) -> float:
    if end - start > high - low or start < low:
        return low - start
    return min(0.0, high - end)


def per_cent(zoom: float) -> float:
    """A zoom (px per mm) as it is told to people: 100 is true size."""
    return zoom / TRUE_SIZE * 100
