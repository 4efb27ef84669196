"""The curves themselves: plotted points, tint, line with its white rim, markers."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.geometry import Box
from journeyeditor.geometry.curve import Curve
from journeyeditor.geometry.outline import circle
from journeyeditor.layout.emotion_frame import Frame
from journeyeditor.layout.emotion_tracks import SAME, Feeling, Track
from journeyeditor.layout.persona_line import strokes
from journeyeditor.layout.sheet import Sheet

TINT, FAINT = 0.17, 0.02
"""Opacity of the tint at ±2 and at zero, for one or two personas; a crowd shares it."""
SPREAD = 0.55
"""Markers of equal emotions are spread over at most this part of a slot."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A feeling on the sheet: `x, y` on its line; its marker may stand a little beside an equal one."""

    feeling: Feeling
    track: Track
    x: float
    y: float
    size: float

    @property
    def box(self) -> Box:
        """The marker's box; the largest markers reach a quarter beyond their size."""
        half = 0.6 * self.size
        return Box(self.x - half, self.y - half, 2 * half, 2 * half)


@dataclass(frozen=True, slots=True)
class Plot:
    """A track on the sheet: a curve for every run of two or more, and all its markers."""

    track: Track
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...]


def plots(sheet: Sheet, frame: Frame, tracks: Sequence[Track], ringed: Container[str] = ()) -> tuple[Plot, ...]:
    """The tracks laid out in a frame. Lines that run on one another are drawn side by side.

    `ringed` are the ids of the emotions that get a ring: others keep clear of it.
    """
    beside = _beside(tracks)
    step = min(1.15 * frame.marks.line, 3.2 * sheet.unit / max(1, len(tracks) - 1))
    drawn: list[tuple[Track, list[Curve | None], list[list[tuple[float, float]]]]] = []
    for n, track in enumerate(tracks):
        lines = [
            [(feeling.x, frame.y(feeling.value) + step * beside.get((n, feeling.index), 0.0)) for feeling in run]
            for run in track.runs
        ]
        carried = [_carried(sheet, frame, track, n_run, points) for n_run, points in enumerate(lines)]
        curves = [Curve(tuple(points)) if len(points) > 1 else None for points in carried]
        drawn.append((track, curves, lines))
    shifts = _shifts(sheet, frame, drawn, ringed)
    placed = []
    for n, (track, curves, lines) in enumerate(drawn):
        marks = []
        for run, curve, points in zip(track.runs, curves, lines, strict=True):
            for feeling, (x, y) in zip(run, points, strict=True):
                shift = shifts.get((n, feeling.index), 0.0)
                height = curve.at(x + shift) if curve and shift else y
                marks.append(Mark(feeling, track, x + shift, height, frame.marks.marker))
        placed.append(Plot(track, tuple(curve for curve in curves if curve), tuple(marks)))
    return tuple(placed)


def _carried(
    sheet: Sheet, frame: Frame, track: Track, run: int, points: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """A run's points, and where its line crosses the edge of a band."""
    out = list(points)
    if run == 0 and track.before is not None:
        out.insert(0, (sheet.map_left, frame.y(track.before)))
    if run == len(track.runs) - 1 and track.after is not None:
        out.append((sheet.right, frame.y(track.after)))
    return out


def _beside(tracks: Sequence[Track]) -> dict[tuple[int, int], float]:
    """(track, touchpoint) -> how many line widths to move down, where lines run on one another for a whole step."""
    steps: dict[tuple[int, int, int], list[int]] = {}
    for n, track in enumerate(tracks):
        for run in track.runs:
            for one, two in itertools.pairwise(run):
                steps.setdefault((one.index, round(one.value / SAME), round(two.value / SAME)), []).append(n)
    found: dict[tuple[int, int], float] = {}
    for (index, _, _), members in steps.items():
        for rank, n in enumerate(members if len(members) > 1 else ()):
            for place in (index, index + 1):
                found.setdefault((n, place), rank - (len(members) - 1) / 2)
    return found


def _shifts(
    sheet: Sheet,
    frame: Frame,
    drawn: Sequence[tuple[Track, Sequence[Curve | None], Sequence[Sequence[tuple[float, float]]]]],
    ringed: Container[str],
) -> dict[tuple[int, int], float]:
    """(track, touchpoint) -> how far to the side a marker stands, so that equal ones stay visible."""
    at: dict[int, list[tuple[float, int]]] = {}
    rings: set[int] = set()
    for n, (track, _, lines) in enumerate(drawn):
        for run, points in zip(track.runs, lines, strict=True):
            for feeling, (_, y) in zip(run, points, strict=True):
                at.setdefault(feeling.index, []).append((y, n))
                if feeling.record.id in ringed:
                    rings.add(feeling.index)
    widths = list(sheet.slot_widths.values())
    found: dict[tuple[int, int], float] = {}
    for index, there in at.items():
        wanted = 0.5 * frame.marks.ring + 0.45 * frame.marks.marker if index in rings else 0.8 * frame.marks.marker
        for cluster in _clusters(sorted(there), 0.85 * wanted):
            count = len(cluster)
            if count < 2:
                continue
            step = min(wanted, SPREAD * widths[index] / (count - 1))
            for rank, n in enumerate(sorted(cluster)):
                found[n, index] = (rank - (count - 1) / 2) * step
    return found


def _clusters(there: Sequence[tuple[float, int]], near: float) -> Iterator[list[int]]:
    """Tracks whose markers at one touchpoint would cover each other, from the top."""
    cluster: list[int] = []
    last = 0.0
    for y, n in there:
        if cluster and y - last > near:
            yield cluster
            cluster = []
        cluster.append(n)
        last = y
    if cluster:
        yield cluster


def tint(frame: Frame, plot: Plot, crowd: int, shade: float = 1.0) -> list[Shape]:
    """The faint area between a curve and zero, deepest at ±2."""
    share = shade * min(1.0, 2 / max(1, crowd))
    deep, faint = TINT * share, FAINT * share
    fade = ((frame.high, deep), (frame.zero, faint), (frame.low, deep))
    return [Sketch(curve.area(frame.zero), plot.track.look.colour, None, deep, fade) for curve in plot.curves]


def line(sheet: Sheet, frame: Frame, plot: Plot) -> list[Shape]:
    """The line over a white rim, so that crossings stay clear."""
    marks = frame.marks
    rim = Stroke(sheet.theme.paper, marks.line * (1.3 if plot.track.look.double else 1.0) + 2 * marks.halo, round=True)
    outlines = [curve.outline() for curve in plot.curves]
    shapes: list[Shape] = [Sketch(outline, None, rim) for outline in outlines]
    for outline in outlines:
        shapes += strokes(sheet, plot.track.look, outline, marks.line)
    return shapes


def dot(sheet: Sheet, frame: Frame, mark: Mark, *, ringed: bool) -> list[Shape]:
    """A marker with its white edge; at a peak or dip in a ring."""
    look, unit = mark.track.look, sheet.unit
    edge = Stroke(sheet.theme.paper, 0.6 * unit * mark.size / (4.4 * unit))
    own: list[Shape] = [marker(look.marker, mark.x, mark.y, mark.size, look.colour, edge)]
    if not ringed:
        return own
    half = frame.marks.ring / 2
    width = 0.5 * unit * frame.marks.ring / (7.0 * unit)
    rim = Sketch(circle(mark.x, mark.y, half + 0.5 * width), sheet.theme.paper)
    ring = Sketch(circle(mark.x, mark.y, half - width / 2), sheet.theme.paper, Stroke(look.colour, width))
    return [rim, ring, *own]
