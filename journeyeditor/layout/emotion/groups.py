"""The groups of the emotion lane, from a scene in which everything has its place."""

from __future__ import annotations

import functools

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import star
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.emotion.callouts import callout_shapes, leader_shape
from journeyeditor.layout.emotion.frame import beats, scale
from journeyeditor.layout.emotion.lines import dot, line, tint
from journeyeditor.layout.emotion.scene import Plan, Scene
from journeyeditor.layout.emotion.tracks import Track, shown_touchpoints
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.naming import persona_name


def scene_groups(plan: Plan, scene: Scene) -> list[Group]:
    """The groups of a scene: lane, tints, curves, then markers, words and call-outs in reading order, then names."""
    sheet, frame = plan.sheet, scene.frame
    xs = [slot.x for column in sheet.columns for slot in column.slots]
    ground_shapes: list[Shape] = [
        *plan.label.at(sheet.left, frame.box.y),
        *beats(sheet, frame, xs),
        *scale(sheet, frame),
    ]
    groups = [Group(plan.lane.id, "lane", tuple(ground_shapes), frame.box)]
    below = scene.plots[::-1]
    tints = [(plot.track.persona.id, tint(frame, plot, len(below), sheet.theme.shade)) for plot in below]
    groups += [Group(persona, "tint", tuple(shapes)) for persona, shapes in tints]
    groups += _truths(plan, scene)
    groups += [
        Group(plot.track.persona.id, "curve", tuple(line(sheet, frame, plot)), description=_told(sheet, track))
        for plot, track in zip(below, plan.tracks[::-1], strict=True)
    ]
    groups += [
        Group(one.callout.extreme.feeling.record.id, "leader", (leader_shape(sheet, one),)) for one in scene.callouts
    ]
    groups += _emotions(plan, scene)
    for name in scene.names:
        groups.append(Group(name.mark.track.persona.id, "persona", tuple(name.shapes(sheet)), name.box))
    return [group for group in groups if group.shapes]


def _truths(plan: Plan, scene: Scene) -> list[Group]:
    """A line from the lane's upper edge, or from a star there, to the feeling at every moment of truth."""
    theme, unit = plan.sheet.theme, plan.sheet.unit
    pen = Stroke(theme.truth, 0.35 * unit)
    order = shown_touchpoints(plan.sheet)
    ends = dict(scene.truths)
    groups = []
    for index, x in plan.truths:
        if x not in ends:
            continue
        top = scene.frame.box.y
        shapes: list[Shape] = [Sketch(polyline([(x, top), (x, ends[x])]), None, pen)]
        if plan.apart:
            box = plan.star(scene.frame, x)
            shapes = [
                Sketch(polyline([(x, box.middle[1]), (x, ends[x])]), None, pen),
                star(*box.middle, box.width, theme.star, theme.truth),
            ]
        groups.append(Group(order[index].id, "moment_of_truth", tuple(shapes)))
    return groups


def _emotions(plan: Plan, scene: Scene) -> list[Group]:
    """Markers with their words and call-outs, in reading order; what has a ring is drawn first, the first persona's
    marker last.
    """
    sheet, frame = plan.sheet, scene.frame
    spoken = {placed.mark.feeling.record.id: placed for placed in scene.words}
    called = {one.callout.extreme.feeling.record.id: one for one in scene.callouts}
    ringed = set(plan.called)
    ranks = {plot.track.persona.id: rank for rank, plot in enumerate(scene.plots)}
    marks = [mark for plot in scene.plots for mark in plot.marks]
    marks.sort(
        key=lambda mark: (
            mark.feeling.index,
            mark.feeling.record.id not in ringed,
            -mark.size,
            -ranks[mark.track.persona.id],
        )
    )
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


def _told(sheet: Sheet, track: Track) -> str:
    """The curve in words, for those who cannot see it."""
    # the same few values are told in every band, after every change
    written = sheet.common("written", lambda: functools.cache(functools.partial(sheet.speech.number, sign=True)))
    values = "; ".join(f"{feeling.touchpoint.title} {written(feeling.value)}".strip() for feeling in track.feelings)
    name = persona_name(track.persona, sheet.speech)
    return sheet.speech.say("Emotion curve of {name}: {values}", name=name, values=values)
