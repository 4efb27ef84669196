"""What is known of an export before anything is written: size, scale, sheets, smallest type, and warnings."""

from __future__ import annotations

import msgspec

from journeyeditor.editor.exporting import Wish
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.publish.outcome import Facts, Published
from journeyeditor.words import Words

READING = 14.5
"""Points of type that are read from a metre away; signs and posters are set by about this rule of 1 : 200."""
MOST_NOTICES = 12
"""Of what a format leaves out; more are counted."""


class Fact(msgspec.Struct, frozen=True):
    """A name, a value, and what more there is to say of it; in words."""

    name: str
    value: str
    more: str = ""


def facts_of(wish: Wish, published: Published, pages: int, speech: Words) -> list[Fact]:
    """What is known of an export of so many pages."""
    facts, tilings = published.facts, published.tilings
    if facts is None:
        size = sum(len(one.data) for one in published.files)
        return [
            Fact(speech.say("Files"), speech.number(len(published.files))),
            Fact(speech.say("Size"), speech.say("{size} kB", size=speech.number(max(1, round(size / 1000))))),
        ]
    found = [Fact(speech.say("Poster"), *_size(published, facts, speech))]
    scale = 1.0 if facts.scale is None else facts.scale
    told = speech.say("of {paper}, nothing cut", paper=wish.paper)
    found.append(Fact(speech.say("Scale"), speech.percent(round(100 * scale)), told))
    if tilings:
        way = speech.say("Landscape") if tilings[0].orientation == "landscape" else speech.say("Portrait")
        told = f"{facts.paper} {way.lower()}"
        if wish.sheet_map:
            told = speech.say("{paper}, with the sheet map", paper=told)
        found.append(Fact(speech.say("Sheets"), speech.number(pages), told))
    else:
        found.append(Fact(speech.say("Pages"), speech.number(pages)))
    if facts.smallest_type is not None:
        points = facts.smallest_type
        away = max(0.3, round(points / READING, 1))
        told = speech.say("readable at {distance} m", distance=speech.number(away, 1))
        found.append(Fact(speech.say("Smallest type"), speech.say("{size} pt", size=speech.number(points, 1)), told))
    return found


def _size(published: Published, facts: Facts, speech: Words) -> tuple[str, str]:
    wide, tall = facts.width, facts.height
    if published.tilings:
        wide, tall = (float(round(edges[-1])) for edges in (published.tilings[0].xs, published.tilings[0].ys))
    sides = [speech.number(side, 1 if side % 1 else 0) for side in (wide, tall)]
    size = speech.say("{width} × {height} mm", width=sides[0], height=sides[1])
    if published.tilings:
        return size, ""
    more = speech.say("bleed {bleed} mm", bleed=speech.number(facts.bleed)) if facts.bleed else facts.paper
    return size, more


def warnings_of(published: Published | None, problem: JourneyError | None, speech: Words) -> list[str]:
    """What the core has to say, as sentences."""
    if problem is not None:
        parts = [problem.problem, *([problem.advice] if problem.advice else [])]
        return [" ".join(speech.say(part) for part in parts)]
    if published is None:
        return []
    said: list[Message] = list(published.notices)
    for one in published.files:
        if one.report is not None:
            said += [notice.message for notice in one.report][:MOST_NOTICES]
            if one.report.more:
                said.append(message("… and {count} more.", count=one.report.more))
    return list(dict.fromkeys(speech.say(each) for each in said))
