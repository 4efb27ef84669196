"""Every record of a journey. Fields that may hold one of a few words are `Literal`s; `None` means not said.

Dates are text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `order` is a fractional-index string (see `order.py`).
`extra` keeps keys that a newer program wrote, so that they survive a load and a save.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Phase = Literal["before", "during", "after"]
PHASES: tuple[Phase, ...] = ("before", "during", "after")
State = Literal["as_is", "to_be"]
Evidence = Literal["assumption", "research"]
Maturity = Literal["prospect", "new", "regular", "ambassador"]
Status = Literal["idea", "planned", "doing", "done", "dropped"]
LineKind = Literal["interaction", "visibility", "internal"]
Better = Literal["higher", "lower"]
StartedBy = Literal["customer", "company"]
Orientation = Literal["landscape", "portrait"]
LaneKind = Literal[
    "touchpoints",
    "actions",
    "thoughts",
    "emotions",
    "pains",
    "gains",
    "opportunities",
    "quotes",
    "measures",
    "company_actions",
    "backstage",
    "support",
    "images",
    "free",
]
ENTRY_LANES: tuple[LaneKind, ...] = ("actions", "thoughts", "company_actions", "backstage", "support", "free")
"""Kinds of lane that hold entries: short texts of their own."""

LOWEST_EMOTION, HIGHEST_EMOTION = -2.0, 2.0


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What every record has: an id that is never reused, and keys that this version does not know."""

    id: str
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class Closer(msgspec.Struct, frozen=True, kw_only=True):
    """A link to a closer map of one stage or touchpoint."""

    id: str = ""
    path: str = ""
    title: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The journey that a to-be copy was made from, and the hash of what it was then."""

    id: str
    hash: str


class Poster(msgspec.Struct, frozen=True, kw_only=True):
    """How this journey is printed when nothing else is asked. `margin` in mm; None = the standard one."""

    paper: str = "A3"
    orientation: Orientation = "landscape"
    margin: float | None = None
    theme: str = "calm"
    personas: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
    """Hashes of images, the client's first, then the facilitator's."""
    accent: str | None = None
    """`#rrggbb` for the title, or None for the theme's ink."""


class Head(Record, frozen=True, kw_only=True):
    """The journey as a whole."""

    title: str = ""
    scenario: str = ""
    goal: str = ""
    state: State = "as_is"
    owner: str = ""
    facilitator: str = ""
    date: str = ""
    next_review: str = ""
    version: str = ""
    language: str = "en"
    phase_titles: dict[str, str] = msgspec.field(default_factory=dict)
    """Titles of the user's own for `before`, `during`, `after`."""
    based_on: Origin | None = None
    poster: Poster = Poster()
    foreign: dict[str, Any] = msgspec.field(default_factory=dict)
    """Sections of the file that a newer program wrote, kept and written back as they were."""


class Stage(Record, frozen=True, kw_only=True):
    """A column of the map."""

    order: str
    title: str = ""
    goal: str = ""
    description: str = ""
    phase: Phase | None = None
    duration: str = ""
    loyalty_critical: str | None = None
    """The reason, or None if it is not; may be an empty text."""
    blind_spot: str | None = None
    """The reason, or None if it is not; may be an empty text."""
    room: float = 1.0
    """Factor of at least 1 on the width of its touchpoints' slots."""
    journey: Closer | None = None


class Touchpoint(Record, frozen=True, kw_only=True):
    """One contact of a customer with the company."""

    stage: str
    order: str
    title: str = ""
    description: str = ""
    channel: str | None = None
    started_by: StartedBy | None = None
    image: str | None = None
    """Hash of an image in the store."""
    links: tuple[str, ...] = ()
    moment_of_truth: str | None = None
    """The reason, or None if it is not one; may be an empty text."""
    evidence: Evidence | None = None
    ends_here: bool = False
    journey: Closer | None = None


class Channel(Record, frozen=True, kw_only=True):
    """A way in which customer and company meet. `title` None = the standard word in the reader's language."""

    title: str | None = None
    icon: str = "third_party"


class Persona(Record, frozen=True, kw_only=True):
    """Who travels. `style` 1 to 12 stands for colour, marker and dash."""

    order: str
    name: str = ""
    role: str = ""
    maturity: Maturity | None = None
    style: int = 1
    portrait: str | None = None
    """Hash of an image in the store."""
    quote: str = ""
    bio: str = ""
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    hidden: bool = False


class Lane(Record, frozen=True, kw_only=True):
    """A row of the map. `personas` empty = for everyone; `channels` empty = all channels."""

    order: str
    kind: LaneKind
    title: str | None = None
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    hidden: bool = False


class Line(Record, frozen=True, kw_only=True):
    """One of the three separators of a service blueprint; `order` is shared with the lanes."""

    order: str
    kind: LineKind


class Anchored(Record, frozen=True, kw_only=True):
    """What hangs on a touchpoint, a stage or a span of them; `first` None = the parking lot."""

    first: str | None = None
    last: str | None = None
    """Equals `first` unless it spans."""
    personas: tuple[str, ...] = ()
    """Ids; empty = everyone."""


class Entry(Anchored, frozen=True, kw_only=True):
    """A text in a lane: an action, a thought, a company action, backstage work, support or free text."""

    lane: str
    order: str
    title: str = ""
    text: str = ""


class Pain(Anchored, frozen=True, kw_only=True):
    """What hurts. Severity 1 to 5."""

    text: str = ""
    severity: int = 3
    votes: int = 0
    evidence: Evidence | None = None


class Gain(Anchored, frozen=True, kw_only=True):
    """What delights. Strength 1 to 3."""

    text: str = ""
    strength: int = 1
    votes: int = 0
    evidence: Evidence | None = None


class Quote(Anchored, frozen=True, kw_only=True):
    """A verbatim."""

    text: str = ""
    source: str = ""
    date: str = ""


class Opportunity(Anchored, frozen=True, kw_only=True):
    """What to do about a pain. Impact and effort 1 to 5, or None while nobody has said."""

    text: str = ""
    owner: str = ""
    due: str = ""
    impact: int | None = None
    effort: int | None = None
    status: Status = "idea"
    votes: int = 0


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One dated reading of a measure; `sample` is how many were asked."""

    date: str
    value: float
    sample: int | None = None


class Measure(Anchored, frozen=True, kw_only=True):
    """An indicator that is followed over time."""

    name: str = ""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    target: float | None = None
    better: Better = "higher"
    values: tuple[Value, ...] = ()


class Note(Anchored, frozen=True, kw_only=True):
    """An idea, a question, an assumption to check; it usually lies in the parking lot."""

    order: str
    text: str = ""


class Flow(Record, frozen=True, kw_only=True):
    """From a touchpoint or stage to another, also backwards. `share` in per cent of customers."""

    source: str
    target: str
    label: str = ""
    share: float | None = None
    personas: tuple[str, ...] = ()


class Emotion(Record, frozen=True, kw_only=True):
    """What one persona feels at one touchpoint: -2 to +2, and words. Absent = a gap in the curve."""

    persona: str
    touchpoint: str
    value: float
    words: str = ""


class Answers(Record, frozen=True, kw_only=True):
    """An opportunity answers a pain."""

    opportunity: str
    pain: str


Node = (
    Head
    | Stage
    | Touchpoint
    | Channel
    | Persona
    | Lane
    | Line
    | Entry
    | Pain
    | Gain
    | Quote
    | Opportunity
    | Measure
    | Note
)
Edge = Flow | Emotion | Answers
AnyRecord = Node | Edge
Finding = Entry | Pain | Gain | Quote | Opportunity | Measure | Note
"""Records with an anchor."""

SECTIONS: dict[str, type[Record]] = {
    "stages": Stage,
    "touchpoints": Touchpoint,
    "channels": Channel,
    "personas": Persona,
    "lanes": Lane,
    "lines": Line,
    "entries": Entry,
    "pains": Pain,
    "gains": Gain,
    "quotes": Quote,
    "opportunities": Opportunity,
    "measures": Measure,
    "notes": Note,
    "flows": Flow,
    "emotions": Emotion,
    "answers": Answers,
}
"""Name of the file's section -> kind of record, in the order in which they are written. The head is `journey`."""


def emotion_id(persona: str, touchpoint: str) -> str:
    """The id of the one emotion that a persona may have at a touchpoint."""
    return f"emotion:{persona}:{touchpoint}"


def answers_id(opportunity: str, pain: str) -> str:
    """The id of the one link that may join an opportunity to a pain."""
    return f"answers:{opportunity}:{pain}"


def ends(edge: Edge) -> tuple[str, str]:
    """The ids that an edge leads from and to in the graph."""
    if isinstance(edge, Flow):
        return edge.source, edge.target
    if isinstance(edge, Emotion):
        return edge.persona, edge.touchpoint
    return edge.opportunity, edge.pain
