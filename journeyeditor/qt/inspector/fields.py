"""What the inspector shows of each kind of record: a table, in the order of its rows."""

from __future__ import annotations

from journeyeditor.errors import Message, message
from journeyeditor.model.records import (
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.inspector.shapes import Cards, Feelings, Field, Page, Rows, Section

NAMELESS = Message("")
"""For kinds without a name."""
EVIDENCE = Field(
    "evidence",
    "segments",
    message("Evidence"),
    terms="evidence_short",
    values=("assumption", "research"),
    icons=("square-dashed", "square"),
)
PERSONAS = Field("personas", "personas", message("For"))
FIRST = Field("first", "step", message("From"))
LAST = Field("last", "step", message("To"), empty=False)
PLACE = Rows((FIRST, LAST), message("Place"))
VOTES = Field("votes", "number", message("Votes"), empty=False)
CLOSER = Field("journey", "closer", message("Closer map"))
DETAILS = message("Details")
CARDS = tuple(Cards(kind) for kind in (Pain, Gain, Quote, Opportunity, Measure, Note))

_STAGE = Page(
    "title",
    message("Name of the stage"),
    (
        Rows(
            (
                Field("goal", "text", message("Customer goal")),
                Field("phase", "segments", message("Phase"), terms="phase", values=("before", "during", "after")),
                Field("loyalty_critical", "reason", message("Loyalty-critical"), role="heart"),
                Field("blind_spot", "reason", message("Blind spot"), role="eye-off"),
                Field("duration", "line", message("Duration")),
            )
        ),
        *CARDS,
        Rows(
            (
                Field("description", "text", message("Description")),
                Field("room", "number", message("Room"), empty=False, tip=message("1 = as wide as it needs")),
                CLOSER,
            ),
            DETAILS,
        ),
    ),
)
_TOUCHPOINT = Page(
    "title",
    message("What happens here"),
    (
        Rows(
            (
                Field("stage", "stage", message("Stage"), empty=False),
                Field("channel", "channel", message("Channel")),
                EVIDENCE,
                Field("moment_of_truth", "reason", message("Moment of truth"), role="star"),
            )
        ),
        Feelings(),
        *CARDS,
        Rows(
            (
                Field("description", "text", message("Description")),
                Field(
                    "started_by",
                    "segments",
                    message("Started by"),
                    terms="started_by_short",
                    values=("customer", "company"),
                ),
                Field("ends_here", "switch", message("Journey may end here")),
                Field("links", "lines", message("Links")),
                Field("image", "picture", message("Picture")),
                CLOSER,
            ),
            DETAILS,
        ),
    ),
)
_PERSONA = Page(
    "name",
    message("Name"),
    (
        Rows(
            (
                Field("portrait", "picture", message("Portrait")),
                Field("role", "line", message("Role")),
                Field(
                    "maturity",
                    "choice",
                    message("Maturity"),
                    terms="maturity",
                    values=("prospect", "new", "regular", "ambassador"),
                ),
                Field("style", "style", message("Colour and marker"), empty=False),
                Field("quote", "text", message("Quote")),
                Field("hidden", "switch", message("Hidden")),
            )
        ),
        Rows(
            (
                Field("bio", "text", message("Description")),
                Field("goals", "lines", message("Goals")),
                Field("needs", "lines", message("Needs")),
                Field("frustrations", "lines", message("Frustrations")),
            ),
            message("Who it is"),
        ),
    ),
)
_LANE = Page(
    "title",
    message("Standard name"),
    (
        Rows(
            (
                Field("kind", "choice", message("Kind"), terms="lane", empty=False),
                PERSONAS,
                Field("channels", "channels", message("Channels")),
                Field("hidden", "switch", message("Hidden")),
            )
        ),
    ),
)
_LINE = Page(
    "",
    NAMELESS,
    (Rows((Field("kind", "choice", message("Kind"), terms="line", empty=False),)),),
)
_ENTRY = Page(
    "title",
    message("Title"),
    (
        Rows(
            (
                Field("text", "text", message("Text")),
                Field("lane", "lane", message("Lane"), empty=False),
                PERSONAS,
            )
        ),
        PLACE,
    ),
)
_PAIN = Page(
    "text",
    message("What hurts"),
    (
        Rows(
            (
                Field("severity", "dots", message("Severity"), role="pain", empty=False),
                PERSONAS,
                VOTES,
                EVIDENCE,
                Field("opportunities", "opportunities", message("Answered by")),
            )
        ),
        PLACE,
    ),
)
_GAIN = Page(
    "text",
    message("What delights"),
    (
        Rows(
            (
                Field("strength", "dots", message("Strength"), most=3, role="gain", empty=False),
                PERSONAS,
                VOTES,
                EVIDENCE,
            )
        ),
        PLACE,
    ),
)
_QUOTE = Page(
    "text",
    message("What was said"),
    (
        Rows((PERSONAS, Field("source", "line", message("Source")), Field("date", "date", message("Date")))),
        PLACE,
    ),
)
_OPPORTUNITY = Page(
    "text",
    message("What to do"),
    (
        Rows(
            (
                Field("owner", "owner", message("Owner")),
                Field("due", "date", message("Due")),
                Field(
                    "status",
                    "choice",
                    message("Status"),
                    terms="status",
                    values=("idea", "planned", "doing", "done", "dropped"),
                    empty=False,
                ),
                Field("impact", "dots", message("Impact"), role="opportunity"),
                Field("effort", "dots", message("Effort"), role="muted"),
                VOTES,
                PERSONAS,
                Field("pains", "pains", message("Answers")),
            )
        ),
        PLACE,
    ),
)
_MEASURE = Page(
    "name",
    message("Name of the indicator"),
    (
        Rows(
            (
                Field("unit", "line", message("Unit")),
                Field("minimum", "number", message("Minimum")),
                Field("maximum", "number", message("Maximum")),
                Field("target", "number", message("Target")),
                Field(
                    "better",
                    "segments",
                    message("Better"),
                    terms="better_short",
                    values=("higher", "lower"),
                    empty=False,
                ),
                PERSONAS,
            )
        ),
        Rows((Field("values", "values", message("Values")),), message("Values")),
        PLACE,
    ),
)
_NOTE = Page("text", message("What was said"), (Rows((PERSONAS,)), PLACE))
_FLOW = Page(
    "label",
    message("What goes along here"),
    (
        Rows(
            (
                Field("source", "step", message("From"), empty=False),
                Field("target", "step", message("To"), empty=False),
                Field("share", "number", message("Share in %")),
                PERSONAS,
            )
        ),
    ),
)
_EMOTION = Page(
    "words",
    message("In words"),
    (Rows((Field("value", "feeling", message("Emotion"), empty=False),)),),
)
_CHANNEL = Page(
    "title",
    message("Standard name"),
    (Rows((Field("icon", "icon", message("Icon"), terms="channel", empty=False),)),),
)
_HEAD = Page(
    "title",
    message("Title of the journey"),
    (
        Rows(
            (
                Field("scenario", "text", message("Scenario")),
                Field("goal", "text", message("Goal")),
                Field("state", "segments", message("State"), terms="state", values=("as_is", "to_be"), empty=False),
                Field("owner", "owner", message("Owner")),
                Field("facilitator", "owner", message("Facilitator")),
                Field("date", "date", message("Date")),
                Field("next_review", "date", message("Next review")),
                Field("version", "line", message("Version")),
                Field("language", "line", message("Language"), empty=False, tip=message("en, fr, pt-BR …")),
            )
        ),
        Rows(
            (
                Field("phase_titles.before", "line", message("Before")),
                Field("phase_titles.during", "line", message("During")),
                Field("phase_titles.after", "line", message("After")),
            ),
            message("Names of the phases"),
        ),
        Rows(
            (
                Field("poster.paper", "paper", message("Paper"), empty=False),
                Field(
                    "poster.orientation",
                    "segments",
                    message("Orientation"),
                    terms="orientation",
                    values=("landscape", "portrait"),
                    empty=False,
                ),
                Field("poster.margin", "number", message("Margin in mm")),
                Field("poster.theme", "choice", message("Theme"), terms="theme", empty=False),
                Field("poster.accent", "colour", message("Colour of the title")),
                Field("poster.personas", "personas", message("Personas")),
                Field("poster.logos", "pictures", message("Logos")),
            ),
            message("Poster"),
        ),
    ),
)

PAGES: dict[type[Record], Page] = {
    Head: _HEAD,
    Stage: _STAGE,
    Touchpoint: _TOUCHPOINT,
    Channel: _CHANNEL,
    Persona: _PERSONA,
    Lane: _LANE,
    Line: _LINE,
    Entry: _ENTRY,
    Pain: _PAIN,
    Gain: _GAIN,
    Quote: _QUOTE,
    Opportunity: _OPPORTUNITY,
    Measure: _MEASURE,
    Note: _NOTE,
    Flow: _FLOW,
    Emotion: _EMOTION,
}

LEFT_OUT: dict[tuple[type[Record] | None, str], str] = {
    (None, "id"): "never changes",
    (None, "order"): "changes by dragging",
    (None, "extra"): "what a newer program wrote is kept as it is",
    (Head, "based_on"): "says where the map came from",
    (Head, "foreign"): "what a newer program wrote is kept as it is",
    (Emotion, "persona"): "an emotion of somebody else is another emotion",
    (Emotion, "touchpoint"): "an emotion elsewhere is another emotion",
}
"""Fields that are not edited here, and why; None = of every kind."""


def rows_of(kind: type[Record]) -> tuple[Field, ...]:
    """All rows of a kind, from the top."""
    return tuple(one for section in PAGES[kind].sections if isinstance(section, Rows) for one in section.fields)


def shared_page(kinds: frozenset[type[Record]]) -> Page:
    """What several kinds have in common: rows that every one of them has, under the titles of the first."""
    first, *others = sorted(kinds, key=lambda kind: list(PAGES).index(kind))
    if not others:
        return PAGES[first]
    sections: list[Section] = []
    for section in PAGES[first].sections:
        if isinstance(section, Rows):
            common = tuple(one for one in section.fields if all(one in rows_of(kind) for kind in others))
            if common:
                sections.append(Rows(common, section.title))
    return Page("", NAMELESS, tuple(sections))
