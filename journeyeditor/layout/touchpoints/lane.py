"""A lane of touchpoints: circles with the icon of their channel, names, arrows, and who enters where."""

from __future__ import annotations

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.flows.above import Entrance
from journeyeditor.layout.flows.groups import bow_group, end_mark, step_group
from journeyeditor.layout.flows.plan import LanePlan, Plan, plan
from journeyeditor.layout.flows.routes import Stop
from journeyeditor.layout.label import Label, label
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import joined, paragraph
from journeyeditor.layout.touchpoints.circle import circle_shapes, has_channels
from journeyeditor.layout.touchpoints.names import Name
from journeyeditor.model.naming import channel_name
from journeyeditor.model.records import Lane

STRETCH = 1.6
EMPTY = 12.0
"""Height of a lane without touchpoints, in units."""
BELOW_LINE = 1.2
"""From the line of the arrows to the words of an empty stage below it, in units."""


def touchpoint_row(sheet: Sheet, lane: Lane) -> Row:
    """A lane of touchpoints. What leads to other lanes is drawn by `flow_groups` when all lanes have their places."""
    everything = plan(sheet)
    title = lane_title(sheet, lane)
    found = everything.lanes.get(lane.id)
    if found is None:
        return _empty_row(sheet, lane, title)
    least = max(found.height, title.height)

    def draw(top: float, height: float) -> list[Group]:
        groups = [_label_group(sheet, lane, title, top, height)]
        groups += _hints(sheet, lane, found.line(top, height) + BELOW_LINE * sheet.unit)
        return groups + _lane_groups(sheet, everything, found, top, height)

    cramped = any(name.broken for name in found.names.names)
    return Row(lane.id, least, draw, STRETCH, _marks(sheet, everything, found), cramped=cramped)


def _empty_row(sheet: Sheet, lane: Lane, title: Label) -> Row:
    def draw(top: float, height: float) -> list[Group]:
        return [_label_group(sheet, lane, title, top, height), *_hints(sheet, lane, top + height / 2, 0.5)]

    return Row(lane.id, max(EMPTY * sheet.unit, title.height), draw, STRETCH)


def lane_title(sheet: Sheet, lane: Lane) -> Label:
    """The label: the title or the channels of the lane, and for whom it is."""
    say = sheet.speech.say
    channels = [channel for key in lane.channels if (channel := sheet.journey.channel(key)) is not None]
    names = [channel_name(channel, sheet.speech) for channel in channels]
    people = [persona.name.strip() for persona in sheet.personas if persona.id in lane.personas]
    standard = sheet.speech.term("lane", "touchpoints")
    by_channel = say("by channel") if has_channels(sheet) else ""
    if lane.title and lane.title.strip():
        captions = (joined(names, ", ", sheet.journey.head.language) or by_channel,)
        title = lane.title
    elif names:
        title, captions = joined(names, ", ", sheet.journey.head.language), (standard,)
    else:
        title, captions = standard, (by_channel,)
    return label(sheet, title, (*captions, joined(people, ", ", sheet.journey.head.language)))


def _label_group(sheet: Sheet, lane: Lane, title: Label, top: float, height: float) -> Group:
    box = Box(sheet.left, top, sheet.map_left - sheet.left, height)
    return Group(lane.id, "lane", title.at(sheet.left, top), box)


def _hints(sheet: Sheet, lane: Lane, y: float, above: float = 0.0) -> list[Group]:
    """Pale words, on the screen only, in every stage that has no touchpoint: below y, by which the arrows pass.

    `above` is the part of their height that stands above y, where no arrow passes.
    """
    if lane.channels:
        return []
    groups = []
    for column in sheet.columns:
        if not column.slots:
            words = paragraph(
                sheet.speech.say("no touchpoint yet"),
                sheet.caption(), sheet.theme.flow, column.width - 2 * sheet.unit, balance=True,
            )  # fmt: skip
            middle = column.x + column.width / 2
            shapes = words.at(middle, y - above * words.height, "middle")
            groups.append(Group(column.stage.id, "hint", shapes, screen_only=True))
    return groups


# -- groups -----------------------------------------------------------------------------------------------------------
def _lane_groups(sheet: Sheet, everything: Plan, found: LanePlan, top: float, height: float) -> list[Group]:
    """Every touchpoint, followed by the flows that leave it."""
    y, names_top = found.line(top, height), found.names_top(top, height)
    leaving: dict[str, list[Group]] = {stop.touchpoint.id: [] for stop in found.stops}
    for way in everything.routes.steps:
        if way.level and way.source.lane == found.lane:
            here = way.source.touchpoint.id if way.source.touchpoint.id in leaving else way.target.touchpoint.id
            leaving[here].append(step_group(sheet, way, found.tag(way), y))
    for bow in found.above.bows:
        if bow.way.level:
            leaving[bow.way.source.touchpoint.id].append(bow_group(sheet, bow, y, y))
    entering = {entrance.stop.touchpoint.id: entrance for entrance in found.above.entrances}
    groups: list[Group] = []
    for stop, name in zip(found.stops, found.names.names, strict=True):
        groups += _touchpoint(sheet, found, stop, name, entering.get(stop.touchpoint.id), y, names_top)
        groups += leaving[stop.touchpoint.id]
    return groups


def _touchpoint(
    sheet: Sheet, found: LanePlan, stop: Stop, name: Name, entrance: Entrance | None, y: float, names_top: float
) -> list[Group]:
    """Circle and name; a name on a lower tier is a group of its own, so that a click on it finds the touchpoint too."""
    unit, r = sheet.unit, found.radius
    top = names_top + found.names.tops[name.tier]
    shapes = [] if entrance is None else _entrance(sheet, found, entrance, y)
    shapes += circle_shapes(sheet, stop.touchpoint, stop.x, y)
    if stop.touchpoint.ends_here:
        shapes += end_mark(sheet, stop, y)
    words = name.words.at(name.x, top, "middle")
    half = name.words.width / 2
    beneath = Box(name.x - half, top, 2 * half, name.words.height)
    circle = Box(stop.x - r, y - r, 2 * r, 2 * r)
    link = next((link for link in stop.touchpoint.links if link.startswith(("https://", "http://"))), "")
    key = stop.touchpoint.id
    if not words:
        return [Group(key, "touchpoint", tuple(shapes), circle, link)]
    if not name.tier:
        return [Group(key, "touchpoint", (*shapes, *words), Box.around([circle, beneath]), link)]
    leader = polyline([(stop.x, y + r + 0.6 * unit), (stop.x, top - 0.4 * unit)])
    hanging: tuple[Shape, ...] = (Sketch(leader, None, Stroke(sheet.theme.flow, 0.2 * unit)), *words)
    return [Group(key, "touchpoint", tuple(shapes), circle, link), Group(key, "touchpoint_name", hanging, beneath)]


def _entrance(sheet: Sheet, found: LanePlan, entrance: Entrance, y: float) -> list[Shape]:
    unit = sheet.unit
    shapes: list[Shape] = []
    if entrance.stem:
        x = entrance.stop.x
        stem = polyline([(x, y - entrance.place.bottom + 0.2 * unit), (x, y - found.radius - 0.5 * unit)])
        shapes.append(Sketch(stem, None, Stroke(entrance.colour, 0.4 * unit)))
    return [*shapes, *entrance.place.shapes(y)]


def _marks(sheet: Sheet, everything: Plan, found: LanePlan) -> frozenset[str]:
    """The marks that this lane uses, for the legend."""
    marks: set[str] = set()
    for stop in found.stops:
        touchpoint = stop.touchpoint
        if sheet.journey.channel(touchpoint.channel) is not None:
            marks.add(f"channel:{touchpoint.channel}")
        marks.add(touchpoint.evidence or "unmarked")
        marks |= {"moment_of_truth"} if touchpoint.moment_of_truth is not None else set()
        marks |= {"company_starts"} if touchpoint.started_by == "company" else set()
        marks |= {"ends_here"} if touchpoint.ends_here else set()
        marks |= {"closer"} if touchpoint.journey is not None else set()
    ways = [way for way in everything.routes.steps if way.source.lane == found.lane]
    ways += [bow.way for bow in found.above.bows]
    for way in ways:
        marks.add("backward" if way.backward else "flow")
        if way.flow is not None:
            marks |= {"flow_share"} if way.flow.share is not None else set()
            marks |= {f"persona:{persona}" for persona in way.flow.personas}
    if "flow_share" in marks:
        marks.discard("flow")
    if found.above.entrances:
        marks.add("enters")
        marks |= {f"persona:{persona.id}" for persona in sheet.personas}
    return frozenset(marks)
