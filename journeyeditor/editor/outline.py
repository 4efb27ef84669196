"""The whole map as a tree: stages with their touchpoints and findings, lanes, personas, the parking lot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import UNTITLED, channel_name, lane_name
from journeyeditor.model.records import (
    Anchored,
    Channel,
    Entry,
    Flow,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.words import Words

Branch = Literal["journey", "stages", "lanes", "personas", "parking"]
HEADINGS: dict[Branch, Message] = {
    "stages": message("Stages"),
    "lanes": message("Lanes and lines"),
    "personas": message("Personas"),
    "parking": message("Parking lot"),
}
FINDINGS: tuple[type[Anchored], ...] = (Entry, Pain, Gain, Quote, Opportunity, Measure, Note)
"""In the order in which they stand under a step."""


class Node(msgspec.Struct, frozen=True):
    """A line of the outline. `key` stays the same as long as the thing is there; `record` is empty for a heading."""

    key: str
    record: str
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This line and all below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(journey: Journey) -> Node:
    """The tree of a journey; its root is the journey itself."""
    hung: dict[str | None, list[Node]] = defaultdict(list)
    for kind in FINDINGS:
        for finding in journey.all(kind):
            hung[finding.first].append(_leaf(finding.id))
    flows: dict[str, list[Node]] = defaultdict(list)
    for flow in journey.all(Flow):
        flows[flow.source].append(_leaf(flow.id))
    stages = tuple(
        Node(
            stage.id,
            stage.id,
            (
                *(Node(t.id, t.id, (*hung[t.id], *flows[t.id])) for t in journey.touchpoints(stage.id)),
                *hung[stage.id],
                *flows[stage.id],
            ),
        )
        for stage in journey.stages()
    )
    branches: dict[Branch, tuple[Node, ...]] = {
        "stages": stages,
        "lanes": tuple(_leaf(row.id) for row in journey.rows()),
        "personas": tuple(_leaf(persona.id) for persona in journey.personas()),
        "parking": tuple(hung[None]),
    }
    headings = tuple(Node(branch, "", children) for branch, children in branches.items())
    return Node("journey", journey.head.id, headings)


def heading(node: Node) -> Message | None:
    """The words of a line that stands for no record."""
    return next((said for branch, said in HEADINGS.items() if branch == node.key), None)


def line_of(journey: Journey, node: Node, speech: Words) -> str:
    """What stands in a line of the outline, in the interface's language."""
    said = heading(node)
    if said is not None:
        return speech.say(said)
    record = journey.get(node.record)
    if isinstance(record, Lane):
        return lane_name(record, speech)
    if isinstance(record, Line):
        return speech.term("line", record.kind)
    if isinstance(record, Channel):
        return channel_name(record, speech)
    if isinstance(record, Flow):
        target = journey.get(record.target)
        end = target.title if isinstance(target, Stage | Touchpoint) else ""
        to = speech.say(message("to {step}", step=end or speech.say(UNTITLED)))
        return f"{record.label}, {to}" if record.label else to
    names = ("name",) if isinstance(record, Persona | Measure) else ("title", "text")
    words = (" ".join(str(getattr(record, name, None) or "").split()) for name in names)
    return next((line for line in words if line), speech.say(UNTITLED))


def _leaf(key: str) -> Node:
    return Node(key, key)
