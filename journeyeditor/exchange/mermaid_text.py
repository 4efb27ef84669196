"""A text of the user as Mermaid's grammar takes it, and as our own importer reads it back.

What has a meaning there is written as an entity (`#58;` for a colon). Numbers, not names: Mermaid puts entities into
its SVG as they are, and a name such as `#nbsp;` would break a file that must be XML.
"""

from __future__ import annotations

import re

from journeyeditor.exchange.mermaid_task import NUMBER
from journeyeditor.model.text import clean

LONGEST = 2_000
"""Characters of one text; Mermaid allows 50,000 for the whole diagram."""
NO_TITLE = "…"
"""Stands for a title that is not there: Mermaid wants one."""

BLANK = r"[^\S ]|(?<=\s) |\ufeff"
"""A line has single blanks only; to JavaScript the byte order mark is one."""
PER_CENT = r"%(?=[%{])|(?<=[%}])%|^%"
"""Comments and directives."""
OTHER_DIAGRAM = r"(?<=C)4(?=Container|Component|Dynamic|Deployment)"
"""Mermaid takes a diagram for another kind that holds one of these words anywhere (`c4Detector.ts`)."""
OWN_MARKS = "ﬂ(?=°)|¶(?=ß)"
"""What Mermaid itself writes entities as while it reads (`encodeEntities` in `utils.ts`)."""
MARKS = f"[#;:：<]|{BLANK}|{PER_CENT}|{OTHER_DIAGRAM}|{OWN_MARKS}"
KEYWORDS = r"^(?:j(?=ourney)|t(?=itle)|s(?=ection)|a(?=cc(?:title|descr)))"

ANYWHERE = re.compile(MARKS)
AS_TASK = re.compile(f"{MARKS}|{KEYWORDS}", re.IGNORECASE)
AS_ACTOR = re.compile(f"{MARKS}|[,，、]")
AS_DESCRIPTION = re.compile(rf"{MARKS}|\}}|^[`~](?=[`~])")
"""A description is closed by a brace; and at the start of a line it must not close the fence around the diagram."""


def as_heading(text: str) -> str:
    """What follows `title` or `section`."""
    return ANYWHERE.sub(_entity, _bare(text))


def as_task(text: str) -> str:
    """The name of a step."""
    return AS_TASK.sub(_entity, _bare(text))


def as_actor(name: str) -> str:
    """The name of an actor. One that is a number would be taken for the score."""
    said = AS_ACTOR.sub(_entity, _bare(name))
    return f"#{ord(said[0])};{said[1:]}" if NUMBER.fullmatch(said) else said


def as_description(text: str) -> list[str]:
    """The lines of a description for screen readers."""
    return [AS_DESCRIPTION.sub(_entity, line.strip()) for line in _bare(text).split("\n")]


def is_too_long(text: str) -> bool:
    """Whether a text will be cut."""
    return len(clean(text).strip()) > LONGEST


def _bare(text: str) -> str:
    """The text without blanks at its ends, cut where it is beyond all measure."""
    bare = clean(text).strip()
    return bare if len(bare) <= LONGEST else bare[: LONGEST - 1] + "…"


def _entity(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"
