"""The emotion lane: the hero of the poster."""

from __future__ import annotations

import functools
import math

from journeyeditor.drawing import Group
from journeyeditor.errors import Message, counted
from journeyeditor.layout.emotion.callouts import callout
from journeyeditor.layout.emotion.frame import marks_for
from journeyeditor.layout.emotion.groups import scene_groups
from journeyeditor.layout.emotion.scene import Least, Plan, Scene, best_scene, least_scene
from journeyeditor.layout.emotion.tracks import extremes, reading_order, tracks, travellers
from journeyeditor.layout.label import Label, label
from journeyeditor.layout.row import LateRow, Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Lane, Line

EMPTY = 32.0
"""Height of a lane without any emotion, in units."""


def emotion_row(sheet: Sheet, lane: Lane) -> Row:
    """The emotion lane. It takes any height from its least upwards, and all that is left on the sheet."""
    found = tracks(sheet, lane)
    callouts = tuple(callout(sheet, extreme) for extreme in extremes(sheet, lane, found))
    truths = tuple(
        (index, sheet.centres[touchpoint.id])
        for index, touchpoint in enumerate(reading_order(sheet))
        if touchpoint.moment_of_truth is not None
    )
    marks, name = marks_for(sheet, len(found)), _label(sheet, lane)
    plan = Plan(sheet, lane, found, marks, name, callouts, truths, _apart(sheet, lane))

    @functools.cache
    def least() -> Least:
        return least_scene(plan) if found else Least(max(EMPTY * sheet.unit, 0.75 * plan.least))

    names = {f"persona:{track.persona.id}" for track in found}
    names |= {"gap" for track in found if len(track.runs) > 1}
    names |= {"moment_of_truth_line" for _ in truths[:1] if found}

    @functools.lru_cache(maxsize=1)
    def scene(top: float, height: float) -> Scene:
        return best_scene(plan, top, height, least())

    def draw(top: float, height: float) -> list[Group]:
        return scene_groups(plan, scene(top, height))

    def notices(top: float, height: float) -> tuple[Message, ...]:
        lost = scene(top, height).lost
        if not lost:
            return ()
        return (
            counted(
                "{n} word of feeling found no room on this paper. A larger one has room for it.",
                "{n} words of feeling found no room on this paper. A larger one has room for them.",
                lost,
            ),
        )

    def ends(top: float, height: float) -> tuple[float, float]:
        frame = scene(top, height).frame
        return frame.high, frame.low

    return LateRow(
        lane.id,
        plan.least if found else least().height,
        lambda: least().height,
        draw,
        stretch=math.inf,
        marks=frozenset(names),
        washed=False,
        notices=notices,
        scale=ends,
    )


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
    found = extremes(sheet, lane, tracks(sheet, lane))
    return frozenset(extreme.quote.id for extreme in found if extreme.quote is not None)


def _label(sheet: Sheet, lane: Lane) -> Label:
    whose = [persona.name for persona in travellers(sheet, lane) if persona.name] if lane.personas else []
    below = (sheet.speech.list(whose),) if whose else ()
    return label(sheet, lane.title or sheet.speech.term("lane", "emotions"), below)
