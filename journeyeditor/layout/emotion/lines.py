"""The curves themselves: plotted points, tint, line with its white rim, markers."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence

import msgspec

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.geometry import Box
from journeyeditor.geometry.curve import Curve
from journeyeditor.geometry.outline import circle
from journeyeditor.layout.emotion.frame import RING, Frame
from journeyeditor.layout.emotion.tracks import SAME, Feeling, Track
from journeyeditor.layout.persona_line import MARKER, strokes
from journeyeditor.layout.sheet import Sheet

TINT, FAINT = 0.17, 0.02
"""Opacity of the tint at ±2 and at zero, for one or two personas; a crowd shares it."""
NESTED = ((1.0,), (0.62, 1.3), (0.52, 1.0, 1.5))
"""Sizes of one, two and three markers of equal emotions, the uppermost first, as parts of the usual size."""
NEAR = 0.4
"""Markers nearer than this part of their size count as equal; others may overlap."""
SPREAD = 0.25
"""More than three markers of equal emotions are spread over at most this part of a slot."""


class Mark(msgspec.Struct, frozen=True):
    """A feeling on the sheet: `x, y` on its line. Among equal ones `size` is smaller or larger than usual."""

    feeling: Feeling
    track: Track
    x: float
    y: float
    size: float
    ring: float = 0.0
    """Width of the ring around it; 0 = none."""

    @property
    def reach(self) -> float:
        """From its middle to where a line to it may begin."""
        return max(0.72 * self.size, 0.56 * self.ring)

    @property
    def box(self) -> Box:
        """The marker's box; the largest markers reach a quarter beyond their size."""
        half = 0.6 * self.size
        return Box(self.x - half, self.y - half, 2 * half, 2 * half)


class Plot(msgspec.Struct, frozen=True):
    """A track on the sheet: a curve for every run of two or more, and all its markers."""

    track: Track
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...]


def plots(sheet: Sheet, frame: Frame, tracks: Sequence[Track], ringed: Container[str] = ()) -> tuple[Plot, ...]:
    """The tracks laid out in a frame. Lines that run on one another are drawn side by side.

    `ringed` are the ids of the emotions that get a ring: it lies under equal ones.
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
    nests = _nests(frame, tracks, ringed, list(sheet.slot_widths.values()))
    placed = []
    for track, curves, lines in drawn:
        marks = []
        for run, curve, points in zip(track.runs, curves, lines, strict=True):
            for feeling, (x, y) in zip(run, points, strict=True):
                nest = nests.get(feeling.record.id, ALONE)
                height = (
                    curve.at(x + nest.shift) if curve and nest.shift else y if nest is ALONE else frame.y(feeling.value)
                )
                ring = frame.marks.ring if feeling.record.id in ringed else 0.0
                marks.append(Mark(feeling, track, x + nest.shift, height, frame.marks.marker * nest.share, ring))
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


class _Nest(msgspec.Struct, frozen=True):
    """How a marker among equal ones is drawn: its share of the usual size, and how far to the side it stands."""

    share: float = 1.0
    shift: float = 0.0


ALONE = _Nest()


def _nests(frame: Frame, tracks: Sequence[Track], ringed: Container[str], widths: Sequence[float]) -> dict[str, _Nest]:
    """Emotion id -> how its marker is drawn where several personas feel the same at a touchpoint.

    All stay over the touchpoint's middle: the first persona's is small and lies on the others', which are larger and
    look out around it. Only where they are too many for that do they stand side by side.
    """
    at: dict[int, list[tuple[float, int, str]]] = {}
    for n, track in enumerate(tracks):
        for feeling in track.feelings:
            at.setdefault(feeling.index, []).append((frame.y(feeling.value), n, feeling.record.id))
    found: dict[str, _Nest] = {}
    for index, there in at.items():
        for cluster in _clusters(sorted(there), NEAR * frame.marks.marker):
            ids = [key for _, _, key in sorted(cluster, key=lambda one: one[1])]
            ids.sort(key=lambda key: key in ringed)  # the one with the ring lies under all others
            if 1 < len(ids) <= len(NESTED):
                shares = NESTED[len(ids) - 1]
                found |= {key: _Nest(share) for key, share in zip(ids, shares, strict=True)}
            elif len(ids) > 1:
                step = min(0.8 * frame.marks.marker, SPREAD * widths[index] / (len(ids) - 1))
                middle = (len(ids) - 1) / 2
                found |= {key: _Nest(1.0, (rank - middle) * step) for rank, key in enumerate(ids)}
    return found


def _clusters(there: Sequence[tuple[float, int, str]], near: float) -> Iterator[list[tuple[float, int, str]]]:
    """Markers at one touchpoint that would cover each other, from the top."""
    cluster: list[tuple[float, int, str]] = []
    for one in there:
        if cluster and one[0] - cluster[-1][0] > near:
            yield cluster
            cluster = []
        cluster.append(one)
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
    edge = Stroke(sheet.theme.paper, 0.6 * unit * mark.size / (MARKER * unit))
    own: list[Shape] = [marker(look.marker, mark.x, mark.y, mark.size, look.colour, edge)]
    if not ringed:
        return own
    half = frame.marks.ring / 2
    width = 0.5 * unit * frame.marks.ring / (RING * unit)
    rim = Sketch(circle(mark.x, mark.y, half + 0.5 * width), sheet.theme.paper)
    ring = Sketch(circle(mark.x, mark.y, half - width / 2), sheet.theme.paper, Stroke(look.colour, width))
    return [rim, ring, *own]
