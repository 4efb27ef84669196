"""Every record of a journey. Fields that may hold one of a few words are `Literal`s; `None` means not said.

Dates are text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `order` is a fractional-index string (see `order.py`).
`extra` keeps keys that a newer program wrote, so that they survive a load and a save. The ranges that stand with
the types are checked where a file is read (msgspec) and published in its JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

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

ORDER_PATTERN = r"^[A-Za-z][0-9A-Za-z]+$(?!\n)"
DATE_PATTERN = r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$(?!\n)"
HASH_PATTERN = r"^[0-9a-f]{64}$"
COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*$(?!\n)"

Text = Annotated[str, Meta(max_length=100_000)]
Texts = Annotated[tuple[Text, ...], Meta(max_length=1_000)]
Id = Annotated[str, Meta(min_length=1, max_length=200)]
Ids = Annotated[tuple[Id, ...], Meta(max_length=1_000)]
Order = Annotated[str, Meta(min_length=2, max_length=200, pattern=ORDER_PATTERN)]
"""A fractional-index string."""
Date = Annotated[str, Meta(max_length=10, pattern=DATE_PATTERN)]
"""`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty while nobody has said."""
ImageHash = Annotated[str, Meta(min_length=64, max_length=64, pattern=HASH_PATTERN)]
"""SHA-256 of a picture in the store, in hexadecimal digits."""
Colour = Annotated[str, Meta(min_length=7, max_length=7, pattern=COLOUR_PATTERN)]
Language = Annotated[str, Meta(max_length=35, pattern=LANGUAGE_PATTERN)]
"""`en`, `fr`, `pt-BR`."""
OneToFive = Annotated[int, Meta(ge=1, le=5)]
OneToThree = Annotated[int, Meta(ge=1, le=3)]
Style = Annotated[int, Meta(ge=1, le=12)]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Room = Annotated[float, Meta(ge=1, le=100)]
Share = Annotated[float, Meta(ge=0, le=100)]
Feeling = Annotated[float, Meta(ge=-2, le=2)]
Millimetres = Annotated[float, Meta(ge=0, le=1_000)]
Reading = Annotated[float, Meta(ge=-1e15, le=1e15)]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What every record has: an id that is never reused, and keys that this version does not know.

    Records hold texts, numbers and plain data alone, never themselves, so the search for dead cycles need not look
    at them (`gc=False`): with a large map open it would, again and again.
    """

    id: Id
    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A value of several fields inside a record; it too keeps keys that this version does not know."""

    extra: dict[str, Any] = msgspec.field(default_factory=dict)


class Closer(Part, frozen=True, kw_only=True):
    """A link to a closer map of one stage or touchpoint."""

    id: Text = ""
    path: Text = ""
    title: Text = ""


class Origin(Part, frozen=True, kw_only=True):
    """The journey that a to-be copy was made from, and the hash of what it was then."""

    id: Text
    hash: Text


class Poster(Part, frozen=True, kw_only=True):
    """How this journey is printed when nothing else is asked. `margin` in mm; None = the standard one."""

    paper: Text = "A3"
    orientation: Orientation = "landscape"
    margin: Millimetres | None = None
    theme: Text = "calm"
    personas: Ids = ()
    logos: tuple[ImageHash, ...] = ()
    """Hashes of images, the client's first, then the facilitator's."""
    accent: Colour | None = None
    """`#rrggbb` for the title, or None for the theme's ink."""


class Head(Record, frozen=True, kw_only=True):
    """The journey as a whole."""

    title: Text = ""
    scenario: Text = ""
    goal: Text = ""
    state: State = "as_is"
    owner: Text = ""
    facilitator: Text = ""
    date: Date = ""
    next_review: Date = ""
    version: Text = ""
    language: Language = "en"
    phase_titles: dict[str, Text] = msgspec.field(default_factory=dict)
    """Titles of the user's own for `before`, `during`, `after`."""
    based_on: Origin | None = None
    poster: Poster = Poster()
    foreign: dict[str, Any] = msgspec.field(default_factory=dict)
    """Sections of the file that a newer program wrote, kept and written back as they were."""


class Stage(Record, frozen=True, kw_only=True):
    """A column of the map."""

    order: Order
    title: Text = ""
    goal: Text = ""
    description: Text = ""
    phase: Phase | None = None
    duration: Text = ""
    loyalty_critical: Text | None = None
    """The reason, or None if it is not; may be an empty text."""
    blind_spot: Text | None = None
    """The reason, or None if it is not; may be an empty text."""
    room: Room = 1.0
    """Factor of at least 1 on the width of its touchpoints' slots."""
    journey: Closer | None = None


class Touchpoint(Record, frozen=True, kw_only=True):
    """One contact of a customer with the company."""

    stage: Id
    order: Order
    title: Text = ""
    description: Text = ""
    channel: Id | None = None
    started_by: StartedBy | None = None
    image: ImageHash | None = None
    """Hash of an image in the store."""
    links: Texts = ()
    moment_of_truth: Text | None = None
    """The reason, or None if it is not one; may be an empty text."""
    evidence: Evidence | None = None
    ends_here: bool = False
    journey: Closer | None = None


class Channel(Record, frozen=True, kw_only=True):
    """A way in which customer and company meet. `title` None = the standard word in the reader's language."""

    title: Text | None = None
    icon: Text = "third_party"


class Persona(Record, frozen=True, kw_only=True):
    """Who travels. `style` 1 to 12 stands for colour, marker and dash."""

    order: Order
    name: Text = ""
    role: Text = ""
    maturity: Maturity | None = None
    style: Style = 1
    portrait: ImageHash | None = None
    """Hash of an image in the store."""
    quote: Text = ""
    bio: Text = ""
    goals: Texts = ()
    needs: Texts = ()
    frustrations: Texts = ()
    hidden: bool = False


class Lane(Record, frozen=True, kw_only=True):
    """A row of the map. `personas` empty = for everyone; `channels` empty = all channels."""

    order: Order
    kind: LaneKind
    title: Text | None = None
    personas: Ids = ()
    channels: Ids = ()
    hidden: bool = False


class Line(Record, frozen=True, kw_only=True):
    """One of the three separators of a service blueprint; `order` is shared with the lanes."""

    order: Order
    kind: LineKind


class Anchored(Record, frozen=True, kw_only=True):
    """What hangs on a touchpoint, a stage or a span of them; `first` None = the parking lot."""

    first: Id | None = None
    last: Id | None = None
    """Equals `first` unless it spans."""
    personas: Ids = ()
    """Ids; empty = everyone."""


class Entry(Anchored, frozen=True, kw_only=True):
    """A text in a lane: an action, a thought, a company action, backstage work, support or free text."""

    lane: Id
    order: Order
    title: Text = ""
    text: Text = ""


class Pain(Anchored, frozen=True, kw_only=True):
    """What hurts. Severity 1 to 5."""

    text: Text = ""
    severity: OneToFive = 3
    votes: Count = 0
    evidence: Evidence | None = None


class Gain(Anchored, frozen=True, kw_only=True):
    """What delights. Strength 1 to 3."""

    text: Text = ""
    strength: OneToThree = 1
    votes: Count = 0
    evidence: Evidence | None = None


class Quote(Anchored, frozen=True, kw_only=True):
    """A verbatim."""

    text: Text = ""
    source: Text = ""
    date: Date = ""


class Opportunity(Anchored, frozen=True, kw_only=True):
    """What to do about a pain. Impact and effort 1 to 5, or None while nobody has said."""

    text: Text = ""
    owner: Text = ""
    due: Date = ""
    impact: OneToFive | None = None
    effort: OneToFive | None = None
    status: Status = "idea"
    votes: Count = 0


class Value(Part, frozen=True, kw_only=True):
    """One dated reading of a measure; `sample` is how many were asked."""

    date: Date
    value: Reading
    sample: Count | None = None


class Measure(Anchored, frozen=True, kw_only=True):
    """An indicator that is followed over time."""

    name: Text = ""
    unit: Text = ""
    minimum: Reading | None = None
    maximum: Reading | None = None
    target: Reading | None = None
    better: Better = "higher"
    values: Annotated[tuple[Value, ...], Meta(max_length=10_000)] = ()


class Note(Anchored, frozen=True, kw_only=True):
    """An idea, a question, an assumption to check; it usually lies in the parking lot."""

    order: Order
    text: Text = ""


class Flow(Record, frozen=True, kw_only=True):
    """From a touchpoint or stage to another, also backwards. `share` in per cent of customers."""

    source: Id
    target: Id
    label: Text = ""
    share: Share | None = None
    personas: Ids = ()


class Emotion(Record, frozen=True, kw_only=True):
    """What one persona feels at one touchpoint: -2 to +2, and words. Absent = a gap in the curve."""

    persona: Id
    touchpoint: Id
    value: Feeling
    words: Text = ""


class Answers(Record, frozen=True, kw_only=True):
    """An opportunity answers a pain."""

    opportunity: Id
    pain: Id


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
