"""The emotion lane: the hero of the poster."""

from __future__ import annotations

import functools
import math

from msgspec.structs import replace

from journeyeditor.drawing import Group
from journeyeditor.errors import Message, counted
from journeyeditor.layout.emotion.callouts import callout
from journeyeditor.layout.emotion.frame import marks_for
from journeyeditor.layout.emotion.groups import scene_groups
from journeyeditor.layout.emotion.scene import Least, Plan, Scene, best_scene, least_scene
from journeyeditor.layout.emotion.tracks import Extreme, Track, extremes, shown_touchpoints, tracks, travellers
from journeyeditor.layout.fitting import Margins, Stand
from journeyeditor.layout.label import Label, label
from journeyeditor.layout.row import LateRow, Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.naming import lane_name
from journeyeditor.model.records import Lane, Line

EMPTY = 32.0
"""Height of a lane without any emotion, in units."""


def emotion_row(sheet: Sheet, lane: Lane) -> Row:
    """The emotion lane. It takes any height from its least upwards, and all that is left on the sheet."""
    found, ends = _felt(sheet, lane)
    called = [(e.track.persona, e.feeling.record, e.feeling.touchpoint.title, e.high, e.quote) for e in ends]
    callouts = sheet.recall.again(
        ("callouts", lane.id), called, lambda: tuple(callout(sheet, extreme) for extreme in ends)
    )
    truths = tuple(
        (index, sheet.centres[touchpoint.id])
        for index, touchpoint in enumerate(shown_touchpoints(sheet))
        if touchpoint.moment_of_truth is not None
    )
    marks, name = marks_for(sheet, len(found)), _label(sheet, lane)
    plan = Plan(sheet, lane, found, marks, name, callouts, truths, _apart(sheet, lane))
    felt = [
        (track.persona, track.before, track.after, [[(one.record, one.index) for one in run] for run in track.runs])
        for track in found
    ]
    slots = [(slot.x, slot.width) for column in sheet.columns for slot in column.slots]
    scenes = sheet.recall.again(
        ("scenes", lane.id), (lane, felt, slots, called, truths, plan.apart), lambda: _Scenes(plan)
    )
    names = {f"persona:{track.persona.id}" for track in found}
    names |= {"gap" for track in found if len(track.runs) > 1}
    names |= {"moment_of_truth_line" for _ in truths[:1] if found}

    return _row(plan, scenes, frozenset(names))


def _row(plan: Plan, scenes: _Scenes, marks: frozenset[str], stand: Stand | None = None) -> Row:
    """The row of a plan; with a `stand` its scale has the place in its strip that it has been given."""

    def best(top: float, height: float) -> Scene:
        return scenes.best(top, height, stand)

    def draw(top: float, height: float) -> list[Group]:
        return scene_groups(plan, best(top, height))

    def notices(top: float, height: float) -> tuple[Message, ...]:
        return _told(best(top, height).lost)

    def scale(top: float, height: float) -> tuple[float, float]:
        frame = best(top, height).frame
        return frame.high, frame.low

    made: dict[Stand, Row] = {}

    def kept(given: Stand) -> Row:
        if given not in made:
            made.clear()
            made[given] = _row(plan, scenes, marks, given)
        return made[given]

    return LateRow(
        plan.lane.id,
        plan.least if plan.tracks else scenes.least.height,
        lambda: scenes.least.height,
        draw,
        enough=plan.enough if plan.tracks else scenes.least.height,
        stretch=math.inf,
        marks=marks,
        washed=False,
        notices=notices,
        scale=scale,
        stand=lambda top, height: best(top, height).margins,
        kept=kept,
    )


def _told(lost: int) -> tuple[Message, ...]:
    """What is to be said of words that found no room."""
    if not lost:
        return ()
    return (
        counted(
            "{n} word of feeling found no room on this paper. A larger one has room for it.",
            "{n} words of feeling found no room on this paper. A larger one has room for them.",
            lost,
        ),
    )


class _Scenes:
    """How a lane stands at its least height, and at the height where it was wanted last."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: tuple[float, float, Margins | None, Scene] | None = None

    @functools.cached_property
    def least(self) -> Least:
        """The least height."""
        plan = self._plan
        return least_scene(plan) if plan.tracks else Least(max(EMPTY * plan.sheet.unit, 0.75 * plan.least))

    def best(self, top: float, height: float, stand: Stand | None = None) -> Scene:
        """Everything at its place in a strip of the sheet."""
        margins = stand.margins if stand is not None else None
        if self._last is not None and self._last[:2] == (top, height):
            _, _, asked, scene = self._last
            # what was chosen freely stands as it would if it were made to stand so
            if asked == margins or (asked is None and scene.margins == margins):
                return scene
        plan = self._plan if margins is None else replace(self._plan, margins=margins)
        self._last = (top, height, margins, best_scene(plan, top, height, lambda: self.least))
        return self._last[3]


def _apart(sheet: Sheet, lane: Lane) -> bool:
    """True if something is shown between the touchpoints and this lane."""
    rows = [
        row
        for row in sheet.journey.rows()
        if isinstance(row, Line) or (not row.hidden and sheet.concerns(row.personas)) or row.id == lane.id
    ]
    place = next((n for n, row in enumerate(rows) if row.id == lane.id), 0)
    before = rows[place - 1] if place else None
    return not (isinstance(before, Lane) and before.kind == "touchpoints")


def called_out_quotes(sheet: Sheet, lane: Lane) -> frozenset[str]:
    """Ids of the quotes that stand in the lane's call-outs, so that they need not be printed twice."""
    _, ends = _felt(sheet, lane)
    return frozenset(extreme.quote.id for extreme in ends if extreme.quote is not None)


def _felt(sheet: Sheet, lane: Lane) -> tuple[tuple[Track, ...], tuple[Extreme, ...]]:
    """The tracks of a lane and their extremes, worked out once: lanes of quotes ask for them too."""

    def make() -> tuple[tuple[Track, ...], tuple[Extreme, ...]]:
        found = tracks(sheet, lane)
        return found, extremes(sheet, lane, found)

    return sheet.once(("felt", lane.id), make)


def _label(sheet: Sheet, lane: Lane) -> Label:
    whose = [name for persona in travellers(sheet, lane) if (name := persona.name.strip())] if lane.personas else []
    below = (sheet.speech.list(whose),) if whose else ()
    return label(sheet, lane_name(lane, sheet.speech), below)
