"""Beginning a journey from the library: what there is to choose from, and the new journey that comes of a choice."""

from __future__ import annotations

from pathlib import Path

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.files import load
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Orientation
from journeyeditor.publish.renewing import emptied, renewed
from journeyeditor.publish.templates import EXAMPLE, Template, library

BLANK = "blank"
NAMES: dict[str, tuple[Message, Message]] = {
    BLANK: (message("Blank"), message("An empty map to begin with")),
    "loyalty-6": (message("Loyalty in six stages"), message("Loyalty-critical stages and the blind spot")),
    "funnel-9": (message("Funnel in nine stages"), message("From first contact to loyalty programme")),
    "classic-5": (message("Classic in five stages"), message("Pains, gains and an action plan")),
    "buying-cycle-5": (message("Buying cycle, five stages"), message("Beside the company’s sales cycle")),
    "ambassador-4": (message("Ambassador loop, four stages"), message("The cycle closes: they bring others")),
    "service-blueprint": (message("Service blueprint"), message("With the three lines and backstage")),
}
"""Name and a line on what is special, in the order in which the start page shows them."""


class Choice(msgspec.Struct, frozen=True):
    """Something that a journey can begin with."""

    name: str
    title: Message | str
    line: Message | str
    languages: dict[str, Path]
    """Its file in each language that it has."""
    own: bool = False
    example: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it is the empty map, which has no contents to be left out."""
        return self.name == BLANK and not self.own

    def path(self, language: str) -> Path:
        """Its file in a language; English where it has none in that, else whichever it has."""
        return self.languages.get(language) or self.languages.get("en") or next(iter(self.languages.values()))


class Beginning(msgspec.Struct, frozen=True):
    """What was chosen: from which file, on which paper, with or without its contents."""

    path: Path
    language: str
    paper: str = "A3"
    orientation: Orientation = "landscape"
    empty: bool = False


def choices() -> tuple[list[Choice], tuple[Message, ...]]:
    """Everything there is: shipped templates in their order, the user's own, the examples; what could not be read."""
    found = library()
    by_name: dict[tuple[bool, str], list[Template]] = {}
    for template in found.templates:
        by_name.setdefault((template.own, template.name), []).append(template)
    out = [_choice(name, by_name.pop((False, name))) for name in NAMES if (False, name) in by_name]
    out += [_choice(name, some) for (_, name), some in sorted(by_name.items(), key=lambda item: not item[0][0])]
    return out, found.problems


def begun(beginning: Beginning) -> Journey:
    """The new journey. Raises BadInput where the file cannot be read."""
    pattern = load(beginning.path).journey
    if beginning.empty:
        pattern = emptied(pattern, language=beginning.language)
    journey = renewed(pattern, language=beginning.language)
    poster = msgspec.structs.replace(
        journey.head.poster, paper=beginning.paper, orientation=beginning.orientation, personas=()
    )
    head = msgspec.structs.replace(journey.head, poster=poster)
    return Journey.of(head, [record for record in journey if record.id != head.id], journey.images)


def _choice(name: str, templates: list[Template]) -> Choice:
    first = templates[0]
    languages = {template.language: template.path for template in templates}
    own, example = first.own, name.startswith(EXAMPLE) and not first.own
    if not own and name in NAMES:
        return Choice(name, *NAMES[name], languages)
    return Choice(name, first.title or name, first.purpose, languages, own, example)
