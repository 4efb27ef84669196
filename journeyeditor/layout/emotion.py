"""The emotion lane: the hero of the poster."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.callouts import CallOut, PlacedCallOut, callout, callout_shapes, leader_shape
from journeyeditor.layout.emotion_frame import (
    BOTTOM,
    FACE,
    IDEAL,
    IDEAL_TOP,
    LEAST_STEP,
    TOP,
    Frame,
    Marks,
    beats,
    marks_for,
    scale,
)
from journeyeditor.layout.emotion_ground import AIR, BORDER, Ground, ground
from journeyeditor.layout.emotion_lines import Mark, Plot, dot, line, plots, tint
from journeyeditor.layout.emotion_places import find_place
from journeyeditor.layout.emotion_tracks import Track, extremes, reading_order, tracks, travellers
from journeyeditor.layout.emotion_words import Placed, place_names, place_words
from journeyeditor.layout.label import BOTTOM as LABEL_BOTTOM
from journeyeditor.layout.label import Label, label
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Lane

EMPTY = 32.0
"""Height of a lane without any emotion, in units."""
GROWTH = (1.2, 1.45)
"""Factors on the least height that are tried before call-outs get a strip of their own."""
FARTHEST = 45.0
"""A call-out that costs more than this has no good place: words of feeling make room for it."""


@dataclass(frozen=True)
class Plan:
    """What a lane shows, measured but not placed."""

    sheet: Sheet
    lane: Lane
    tracks: tuple[Track, ...]
    marks: Marks
    label: Label
    callouts: tuple[CallOut, ...]
    truths: tuple[tuple[int, float], ...]
    """Index in reading order and x of every moment of truth."""

    @property
    def top(self) -> float:
        """Least room above +2: the label stands there, above the uppermost face."""
        unit = self.sheet.unit
        return max(TOP * unit, self.label.height - LABEL_BOTTOM * unit + (FACE / 2 + 0.9) * unit)

    @property
    def least(self) -> float:
        """The least height without strips."""
        unit = self.sheet.unit
        return self.top + (4 * LEAST_STEP + BOTTOM) * unit

    def strips(self, homeless: Sequence[CallOut]) -> tuple[float, float]:
        """Heights of the strips above and below the curve that some call-outs need."""
        room = [0.0, 0.0]
        for one in homeless:
            room[0 if one.extreme.high else 1] = one.widest.height + (AIR + BORDER + 3.5) * self.sheet.unit
        return room[0], room[1]

    def frame(self, top: float, height: float, strips: tuple[float, float] = (0.0, 0.0)) -> Frame:
        """The frame for a height: spare height goes to the steps, and a little to the margins."""
        unit = self.sheet.unit
        box = Box(self.sheet.left, top, self.sheet.right - self.sheet.left, height)
        over, under = self.top, BOTTOM * unit
        spare = max(0.0, height - self.least)
        ideal = max(1e-6, IDEAL * unit - self.least)
        over += max(0.0, IDEAL_TOP * unit - over) * min(1.0, spare / ideal) + 0.1 * max(0.0, spare - ideal)
        under += 0.06 * max(0.0, spare - ideal)
        if any(strips):
            over, under = self.top + strips[0], BOTTOM * unit + strips[1]
        room = max(0.4 * height, height - over - under)
        share = (height - room) / (over + under)
        return Frame(box, top + over * share, top + height - under * share, self.marks)


@dataclass(frozen=True)
class Scene:
    """Everything at its place."""

    frame: Frame
    plots: tuple[Plot, ...]
    names: Sequence[Placed]
    words: Sequence[Placed]
    callouts: Sequence[PlacedCallOut]
    truths: Sequence[tuple[float, float]]


def emotion_row(sheet: Sheet, lane: Lane) -> Row:
    """The emotion lane. It takes any height from its least upwards, and all that is left on the sheet."""
    found = tracks(sheet, lane)
    callouts = tuple(callout(sheet, extreme) for extreme in extremes(sheet, found))
    truths = tuple(
        (index, sheet.centres[touchpoint.id])
        for index, touchpoint in enumerate(reading_order(sheet))
        if touchpoint.moment_of_truth is not None
    )
    plan = Plan(sheet, lane, found, marks_for(sheet, len(found)), _label(sheet, lane), callouts, truths)
    least, pattern = _least(plan) if found else (max(EMPTY * sheet.unit, plan.least * 0.75), None)
    names = {f"persona:{track.persona.id}" for track in found}
    names |= {"gap" for track in found if len(track.runs) > 1}
    names |= {"moment_of_truth_line" for _ in truths[:1] if found}

    def draw(top: float, height: float) -> list[Group]:
        return _groups(plan, _scene(plan, top, height, pattern))

    return Row("emotions", least, draw, math.inf, frozenset(names), washed=False)


def called_out_quotes(sheet: Sheet, lane: Lane) -> frozenset[str]:
    """Ids of the quotes that stand in the lane's call-outs, so that they need not be printed twice."""
    found = extremes(sheet, tracks(sheet, lane))
    return frozenset(extreme.quote.id for extreme in found if extreme.quote is not None)


def _label(sheet: Sheet, lane: Lane) -> Label:
    whose = [persona.name for persona in travellers(sheet, lane) if persona.name] if lane.personas else []
    below = (sheet.speech.list(whose),) if whose else ()
    return label(sheet, lane.title or sheet.speech.term("lane", "emotions"), below)


def _least(plan: Plan) -> tuple[float, Scene | None]:
    """The least height at which every call-out has a place, and how they stand there (None: in strips)."""
    tight = _placed(plan, plan.frame(0.0, plan.least), None, words=False)
    homeless = _homeless(plan, tight)
    if not homeless:
        return plan.least, tight
    with_strips = plan.least + sum(plan.strips(homeless))
    for factor in GROWTH:
        height = plan.least * factor
        if height > with_strips:
            break
        scene = _placed(plan, plan.frame(0.0, height), None, words=False)
        if not _homeless(plan, scene):
            return height, scene
    return with_strips, None


def _homeless(plan: Plan, scene: Scene) -> list[CallOut]:
    """The call-outs that found no place."""
    return [one for one in plan.callouts if all(one is not placed.callout for placed in scene.callouts)]


def _scene(plan: Plan, top: float, height: float, pattern: Scene | None) -> Scene:
    """Everything placed for a height: words of feeling first if the call-outs have good places all the same."""
    frame = plan.frame(top, height)
    scene = _placed(plan, frame, pattern, words=True)
    if not _homeless(plan, scene) and all(one.cost <= FARTHEST for one in scene.callouts):
        return scene
    best = _placed(plan, frame, pattern, words=False)
    for homeless in (_homeless(plan, best), plan.callouts):
        if not _homeless(plan, best):
            break
        stripped = _placed(plan, plan.frame(top, height, plan.strips(homeless)), None, words=False)
        best = max((best, stripped), key=lambda one: len(one.callouts))
    return _with_words(plan, best)


def _truth_lines(plan: Plan, drawn: Sequence[Plot]) -> list[tuple[float, float]]:
    """x and lower end of the lines of the moments of truth: down to the strongest feeling there."""
    at: dict[int, list[Mark]] = {}
    for plot in drawn:
        for mark in plot.marks:
            at.setdefault(mark.feeling.index, []).append(mark)
    lines = []
    for index, x in plan.truths:
        if index in at:
            strongest = max(at[index], key=lambda mark: abs(mark.feeling.value))
            lines.append((x, strongest.y))
    return lines


def _ready(plan: Plan, frame: Frame) -> tuple[tuple[Plot, ...], Ground, list[tuple[float, float]]]:
    drawn = plots(plan.sheet, frame, plan.tracks)
    truths = _truth_lines(plan, drawn)
    free = ground(plan.sheet, frame, drawn, truths)
    half = frame.marks.ring / 2
    for one in plan.callouts:
        mark = _mark(drawn, one)
        free.take(Box(mark.x - half, mark.y - half, 2 * half, 2 * half))
    return drawn, free, truths


def _mark(drawn: Sequence[Plot], one: CallOut) -> Mark:
    wanted = one.extreme.feeling.record.id
    return next(mark for plot in drawn for mark in plot.marks if mark.feeling.record.id == wanted)


def _placed(plan: Plan, frame: Frame, pattern: Scene | None, *, words: bool) -> Scene:
    """Names, then words of feeling if asked for, then call-outs."""
    drawn, free, truths = _ready(plan, frame)
    names = place_names(plan.sheet, free)
    spoken = place_words(plan.sheet, free, _called(plan)) if words else []
    standing: list[PlacedCallOut] = []
    for number, one in enumerate(plan.callouts):
        hint = _hint(pattern, number, frame)
        found = find_place(plan.sheet, frame, free, one, _mark(drawn, one), hint)
        if found is not None:
            free.take(found.box)
            standing.append(found)
    return Scene(frame, drawn, names, spoken, standing, truths)


def _hint(pattern: Scene | None, number: int, frame: Frame) -> Box | None:
    """Where the call-out stood in the least frame, carried over to this one."""
    if pattern is None or number >= len(pattern.callouts):
        return None
    box = pattern.callouts[number].box
    middle = pattern.frame.carried(box.middle[1], frame)
    return replace(box, y=middle - box.height / 2)


def _with_words(plan: Plan, scene: Scene) -> Scene:
    """The scene with words of feeling where there is still room."""
    free = ground(plan.sheet, scene.frame, scene.plots, scene.truths)
    half = scene.frame.marks.ring / 2
    for one in scene.callouts:
        mark = _mark(scene.plots, one.callout)
        free.take(Box(mark.x - half, mark.y - half, 2 * half, 2 * half))
        free.take(one.box)
    for name in scene.names:
        free.take(name.box)
    return replace(scene, words=place_words(plan.sheet, free, _called(plan)))


def _called(plan: Plan) -> list[str]:
    return [one.extreme.feeling.record.id for one in plan.callouts]


# -- drawing --------------------------------------------------------------------------------------------------------
def _groups(plan: Plan, scene: Scene) -> list[Group]:
    sheet, frame = plan.sheet, scene.frame
    xs = [slot.x for column in sheet.columns for slot in column.slots]
    ground_shapes: list[Shape] = [
        *plan.label.at(sheet.left, frame.box.y),
        *beats(sheet, frame, xs),
        *scale(sheet, frame),
    ]
    groups = [Group(plan.lane.id, "lane", tuple(ground_shapes), frame.box)]
    below = scene.plots[::-1]
    crowd = len(below)
    groups += [Group(plot.track.persona.id, "tint", tuple(tint(frame, plot, crowd))) for plot in below]
    groups += _truths(plan, scene)
    groups += [
        Group(plot.track.persona.id, "curve", tuple(line(sheet, frame, plot)), description=_told(sheet, plot))
        for plot in below
    ]
    groups += [
        Group(one.callout.extreme.feeling.record.id, "leader", (leader_shape(sheet, one),)) for one in scene.callouts
    ]
    groups += _emotions(plan, scene)
    for name in scene.names:
        groups.append(Group(name.mark.track.persona.id, "persona", tuple(name.shapes(sheet)), name.box))
    return [group for group in groups if group.shapes]


def _truths(plan: Plan, scene: Scene) -> list[Group]:
    sheet = plan.sheet
    pen = Stroke(sheet.theme.truth, 0.35 * sheet.unit)
    order = reading_order(sheet)
    ends = dict(scene.truths)
    return [
        Group(
            order[index].id, "moment_of_truth", (Sketch(polyline([(x, scene.frame.box.y), (x, ends[x])]), None, pen),)
        )
        for index, x in plan.truths
        if x in ends
    ]


def _emotions(plan: Plan, scene: Scene) -> list[Group]:
    """Markers with their words and call-outs, in reading order; the first persona's marker is drawn last."""
    sheet, frame = plan.sheet, scene.frame
    spoken = {placed.mark.feeling.record.id: placed for placed in scene.words}
    called = {one.callout.extreme.feeling.record.id: one for one in scene.callouts}
    ringed = set(_called(plan))
    ranks = {plot.track.persona.id: rank for rank, plot in enumerate(scene.plots)}
    marks = [mark for plot in scene.plots for mark in plot.marks]
    marks.sort(key=lambda mark: (mark.feeling.index, -ranks[mark.track.persona.id]))
    groups: list[Group] = []
    for mark in marks:
        key = mark.feeling.record.id
        shapes = dot(sheet, frame, mark, ringed=key in ringed)
        if key in spoken:
            shapes += spoken[key].shapes(sheet)
        half = (frame.marks.ring if key in ringed else 1.2 * mark.size) / 2
        groups.append(Group(key, "emotion", tuple(shapes), Box(mark.x - half, mark.y - half, 2 * half, 2 * half)))
        if key in called:
            one = called[key]
            quote = one.callout.extreme.quote
            groups.append(Group(quote.id if quote else key, "callout", tuple(callout_shapes(sheet, one)), one.box))
    return groups


def _told(sheet: Sheet, plot: Plot) -> str:
    """The curve in words, for those who cannot see it."""
    written = functools.cache(functools.partial(sheet.speech.number, digits=None, sign=True))
    values = "; ".join(
        f"{feeling.touchpoint.title} {written(feeling.value)}".strip() for feeling in plot.track.feelings
    )
    name = plot.track.persona.name or sheet.speech.say("Persona")
    return sheet.speech.say("Emotion curve of {name}: {values}", name=name, values=values)
