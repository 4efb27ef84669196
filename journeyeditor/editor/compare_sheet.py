"""Two personas on a sheet of their own: stages, touchpoints, both curves, and what sets them apart, shaded and listed.

The sheet is the poster of a journey made for it, so it prints as every poster does.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Sketch
from journeyeditor.drawing.themes import THEMES
from journeyeditor.editor.compare import Comparison, Pair
from journeyeditor.errors import message
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import NAMELESS, short_name
from journeyeditor.model.order import in_order, place_between
from journeyeditor.model.records import (
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Lane,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.words import Words

LANE, CURVES = "comparison:lane", "comparison:curves"
SHADE = "#B7791F"
STRENGTH = 0.13
"""Opacity of the shading: seen, and no letter is harder to read."""


def comparison_journey(journey: Journey, comparison: Comparison, speech: Words) -> Journey:
    """The journey of the two alone: what both feel, and a lane that says how far apart they are."""
    pair = (comparison.first, comparison.second)
    people = {key: persona.name for key in pair if isinstance(persona := journey.get(key), Persona)}
    short = short_names(journey, pair, speech)
    records: list[AnyRecord] = [record for record in journey if _belongs(record, pair)]
    records = [_shown(record, pair) for record in records]
    curves = in_order([record for record in records if isinstance(record, Lane) and record.kind == "emotions"])
    records = [record for record in records if record not in curves[1:]]  # one curve shows both
    lanes = in_order([record for record in records if isinstance(record, Lane)])
    below, order = place_between(lanes, len(lanes), 2).keys
    if not curves:
        records.append(Lane(id=CURVES, order=below, kind="emotions"))
    if comparison.differing:
        title = speech.say("Apart by a step or more")
        records.append(Lane(id=LANE, order=order, kind="free", title=title))
        records += [
            Entry(
                id=f"comparison:{one.touchpoint}",
                order="a0",
                lane=LANE,
                first=one.touchpoint,
                last=one.touchpoint,
                title=_said_where(journey, one, short, speech),
            )
            for one in comparison.differing
        ]
    names = [people.get(key, "") or speech.say(NAMELESS) for key in pair]
    title = speech.say("{first} and {second}", first=names[0], second=names[1])
    if journey.head.title:
        title = speech.say("{label}: {value}", label=journey.head.title, value=title)
    head = msgspec.structs.replace(
        journey.head,
        title=title,
        poster=msgspec.structs.replace(journey.head.poster, personas=()),
    )
    return Journey.of(head, records, journey.images)


def short_names(journey: Journey, keys: Iterable[str], speech: Words) -> dict[str, str]:
    """What tells these personas from each other, by id: a first name where that is enough."""
    people = [persona for key in keys if isinstance(persona := journey.get(key), Persona)]
    return {one.id: short_name(one, people, journey.head.language) or speech.say(NAMELESS) for one in people}


def said(pair: Pair, people: dict[str, str], speech: Words) -> str:
    """A difference in a line: "Nadia −1.5, Tom +0.5: 2 apart"."""
    if pair.first is None or pair.second is None:
        return ""
    first, second = (f"{people.get(one.persona, '')} {speech.signed(one.value)}" for one in (pair.first, pair.second))
    apart = speech.number(abs(pair.difference or 0.0))
    return speech.say("{first}, {second}: {apart} apart", first=first, second=second, apart=apart)


def said_on_the_whole(comparison: Comparison, people: dict[str, str], speech: Words) -> str:
    """Which of the two feels better, and by how much; empty if they never both feel something."""
    mean = comparison.mean_difference
    if mean is None:
        return ""
    if not round(mean, 1):
        return speech.say("On the whole both feel the same.")
    better = people.get(comparison.second if mean > 0 else comparison.first, "")
    return speech.say("On the whole {persona} feels {apart} better.", persona=better, apart=speech.number(abs(mean), 1))


def _said_where(journey: Journey, pair: Pair, people: dict[str, str], speech: Words) -> str:
    """The same with the name of the touchpoint, because a card may stand beside that."""
    touchpoint = journey.get(pair.touchpoint)
    name = touchpoint.title if isinstance(touchpoint, Touchpoint) else ""
    apart = said(pair, people, speech)
    return speech.say("{touchpoint} · {apart}", touchpoint=name, apart=apart) if name and apart else apart


def comparison_sheets(journey: Journey, comparison: Comparison, paper: Paper, speech: Words) -> tuple[Drawing, ...]:
    """The pages of the comparison, shaded where the two differ by a step or more."""
    made = comparison_journey(journey, comparison, speech)
    theme = journey.head.poster.theme
    live = Live(made, paper, theme=theme if theme in THEMES else "calm", language=speech.tag)
    apart = {pair.touchpoint for pair in comparison.differing}
    pages: list[Drawing] = []
    for number, drawing in enumerate(live.laid.drawings):
        plans = [plan for plan in live.plans if plan.page == number]
        shades = tuple(group for plan in plans for group in _shades(plan, apart))
        at = next((n for n, group in enumerate(drawing.groups) if group.role != "background"), 0)
        pages.append(replace(drawing, groups=(*drawing.groups[:at], *shades, *drawing.groups[at:])))
    return tuple(pages)


def _belongs(record: AnyRecord, pair: tuple[str, str]) -> bool:
    if isinstance(record, Persona):
        return record.id in pair
    if isinstance(record, Emotion):
        return record.persona in pair
    if isinstance(record, Lane):
        return record.kind in ("touchpoints", "emotions")
    if isinstance(record, Flow | Quote):
        placed = isinstance(record, Flow) or record.first is not None
        return placed and (not record.personas or any(key in pair for key in record.personas))
    return isinstance(record, Stage | Touchpoint | Channel)


def _shown(record: AnyRecord, pair: tuple[str, str]) -> AnyRecord:
    """Hidden ones are asked for here, nothing speaks of personas that are not, and a word stays with whose it is."""
    if isinstance(record, Persona | Lane):
        record = msgspec.structs.replace(record, hidden=False)
    if isinstance(record, Lane) and record.personas:
        record = msgspec.structs.replace(record, personas=())
    if isinstance(record, Flow | Quote) and record.personas:
        record = msgspec.structs.replace(record, personas=tuple(key for key in record.personas if key in pair))
    if isinstance(record, Touchpoint) and record.image is not None:
        record = msgspec.structs.replace(record, image=None)
    return record


def _shades(plan: BandPlan, apart: set[str]) -> list[Group]:
    found: list[Group] = []
    for scale in plan.scales:
        strip = next(one for one in plan.strips if one.record == scale.lane)
        for slot in (slot for stage in plan.stages for slot in stage.slots if slot.touchpoint in apart):
            outline = rectangle(slot.x - slot.width / 2, strip.top, slot.width, strip.bottom - strip.top)
            sketch = Sketch(outline, fill=SHADE, opacity=STRENGTH)
            found.append(Group("", "shade", (sketch,)))
    return found


NOBODY = message("Two personas are needed to compare. Add another one with “+” in the bar of personas.")
"""Said where there are fewer."""
