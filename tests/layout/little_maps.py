"""Small journeys, laid out row by row, for tests of the parts of the poster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from journeyeditor.drawing import Drawing, Group, Sketch, Words
from journeyeditor.drawing.themes import CALM
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.layout.flows.groups import flow_groups
from journeyeditor.layout.flows.loops import loop_row
from journeyeditor.layout.paper import find_paper
from journeyeditor.layout.sheet import Fit, Sheet
from journeyeditor.layout.stages.row import stage_row
from journeyeditor.layout.touchpoints.circle import radius
from journeyeditor.layout.touchpoints.lane import touchpoint_row
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import AnyRecord, Head, Lane, Stage, Touchpoint
from journeyeditor.words import speak

Fields = dict[str, Any]


def journey(
    stages: Sequence[tuple[Fields, Sequence[Fields | str]]],
    more: Sequence[AnyRecord] = (),
    lanes: Sequence[Fields] = ({},),
    **head: Any,
) -> Journey:
    """Stages `s0`, `s1` … with touchpoints `t0`, `t1` … in reading order, and lanes `l0`, `l1` …"""
    records: list[AnyRecord] = list(more)
    number = 0
    for n, (key, (fields, touchpoints)) in enumerate(zip(keys_between(None, None, len(stages)), stages, strict=True)):
        records.append(Stage(id=f"s{n}", order=key, **fields))
        for order, given in zip(keys_between(None, None, len(touchpoints)), touchpoints, strict=True):
            own = {"title": given} if isinstance(given, str) else given
            records.append(Touchpoint(id=f"t{number}", stage=f"s{n}", order=order, **own))
            number += 1
    for n, (key, fields) in enumerate(zip(keys_between(None, None, len(lanes)), lanes, strict=True)):
        records.append(Lane(id=f"l{n}", order=key, **{"kind": "touchpoints", **fields}))
    made = Journey(Head(id="head", **head))
    made.apply(Change(message("test"), {record.id: (None, record) for record in records}))
    return made


class Shown(msgspec.Struct, frozen=True):
    """A journey's loop channel, stage header and touchpoint lanes on a long sheet, and where each row stands."""

    sheet: Sheet
    groups: tuple[Group, ...]
    rows: dict[str, tuple[float, float]]
    marks: frozenset[str]

    @property
    def drawing(self) -> Drawing:
        return Drawing(self.sheet.paper.width, 100_000, self.groups)

    def of(self, record: str, *roles: str) -> list[Group]:
        return [group for group in self.groups if group.record == record and (not roles or group.role in roles)]

    def circles(self) -> dict[str, tuple[float, float]]:
        """The middle of every touchpoint's circle."""
        r = radius(self.sheet)
        return {
            group.record: (self.sheet.centres[group.record], group.box.y + r)
            for group in self.groups
            if group.role == "touchpoint" and group.box is not None
        }


def shown(
    made: Journey,
    body: float = 9.0,
    paper: str = "A3",
    stretch: float = 1.0,
    window: tuple[int, int] | None = None,
) -> Shown:
    """Lays the rows out under one another, as the poster does; `window` for a run of stages."""
    sheet = Sheet(made, find_paper(paper), CALM, speak(made.head.language), Fit(body), window=window)
    loops = loop_row(sheet)
    lanes = [touchpoint_row(sheet, lane) for lane in made.all(Lane) if lane.kind == "touchpoints" and not lane.hidden]
    y, groups, placed = 20.0, [], {}
    rows = [*([loops] if loops is not None else []), stage_row(sheet), *lanes]
    for row in rows:
        height = row.height * min(row.stretch, stretch)
        groups += row.draw(y, height)
        placed[row.name] = (y, height)
        y += height + row.gap * sheet.unit
    groups += flow_groups(sheet, placed)
    return Shown(sheet, tuple(groups), placed, frozenset().union(*(row.marks for row in rows)))


def text_of(groups: Sequence[Group]) -> str:
    """All words of some groups without spaces, so that line ends do not matter."""
    words = [shape.line.text for group in groups for shape in group.shapes if isinstance(shape, Words)]
    return squeezed("".join(words))


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def strokes(group: Group) -> list[list[tuple[float, float]]]:
    """Points along every line that a group draws, close together."""
    return [
        _sampled(shape.outline)
        for shape in group.shapes
        if isinstance(shape, Sketch) and (shape.stroke is not None or shape.fill is not None)
    ]


def _sampled(outline: Any, steps: int = 24) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    x = y = 0.0
    for op, numbers in outline:
        if op == "M":
            x, y = numbers
            found.append((x, y))
        elif op == "L":
            found += [(x + (numbers[0] - x) * k / steps, y + (numbers[1] - y) * k / steps) for k in range(1, steps + 1)]
            x, y = numbers
        elif op == "C":
            x1, y1, x2, y2, x3, y3 = numbers
            for k in range(1, steps + 1):
                t = k / steps
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                found.append((a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3))
            x, y = x3, y3
    return found


def holds(box: Box, point: tuple[float, float], shrink: float) -> bool:
    """True if a point lies inside a box by more than `shrink`."""
    return box.grown(-shrink).contains(*point) if min(box.width, box.height) > 2 * shrink else False
