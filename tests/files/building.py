"""Journeys for the tests of this room: one with every field of every record filled."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from journeyeditor.model.images import Images
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Channel,
    Closer,
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
    Origin,
    Pain,
    Persona,
    Poster,
    Quote,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
)

HASH = "0123456789abcdef" * 4


def picture(kind: str = "PNG", size: tuple[int, int] = (3, 2)) -> bytes:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 80, 40)).save(buffer, kind)
    return buffer.getvalue()


def by_id(journey: Journey) -> dict[str, AnyRecord]:
    """What a journey says, in no order."""
    return {record.id: record for record in journey}


def journey_of(*records: AnyRecord, images: Images | None = None) -> Journey:
    """A journey of these records; a head is made where none is among them."""
    heads = [record for record in records if isinstance(record, Head)]
    others = [record for record in records if not isinstance(record, Head)]
    return Journey.of(heads[0] if heads else Head(id="journey_1", title="A map"), others, images)


# -- one of everything -----------------------------------------------------------------------------------------------
def rich() -> Journey:
    """Every kind of record, and in at least one of each kind every field with something else than its default."""
    images = Images()
    photo, sketch, logo = (images.add(picture(kind)) for kind in ("JPEG", "PNG", "WEBP"))
    head = Head(
        id="journey_1f3a",
        title="Nouvelle cuisine – “à vivre”",
        scenario="A couple renews the kitchen of an old flat.\nThey have never bought one.",
        goal="A kitchen that works by Christmas",
        state="to_be",
        owner="Zoë Müller",
        facilitator="Αθηνά",
        date="2026-11-21",
        next_review="2027-02",
        version="2.1 draft",
        language="fr-CA",
        phase_titles={"before": "Rêver", "during": "Acheter", "after": "Vivre"},
        based_on=Origin(id="journey_0b11", hash=HASH),
        poster=Poster(
            paper="A0",
            orientation="portrait",
            margin=12.5,
            theme="print",
            personas=("persona_a",),
            logos=(logo, photo),
            accent="#1a2B3c",
        ),
    )
    return journey_of(head, *_steps(sketch), *_people(photo), *_findings(), *_links(), images=images)


def _steps(sketch: str) -> list[AnyRecord]:
    closer = Closer(id="journey_9", path="maps/payment.journey", title="Paying, closely")
    return [
        Stage(
            id="stage_a",
            order="a0",
            title="Choose",
            goal="Feel sure",
            description="From the first idea to the signature.",
            phase="before",
            duration="3 weeks",
            loyalty_critical="The promise is made here",
            blind_spot="",
            room=1.5,
            journey=closer,
        ),
        Stage(id="stage_b", order="a1", title="使う"),
        Touchpoint(
            id="touchpoint_a",
            stage="stage_a",
            order="a0V",
            title="Visit the showroom",
            description="Two hours with a planner",
            channel="channel_showroom",
            started_by="customer",
            image=sketch,
            links=("https://example.org/kitchens?a=1", "mailto:planner@example.org"),
            moment_of_truth="They decide in the first ten minutes",
            evidence="research",
            ends_here=True,
            journey=closer,
        ),
        Touchpoint(id="touchpoint_b", stage="stage_b", order="a0", title="مكالمة", channel="channel:phone"),
        Channel(id="channel_showroom", title="Showroom", icon="shop"),
        Channel(id="channel:web", title="Our own site"),
        Lane(id="lane_t", order="a0", kind="touchpoints", channels=("channel_showroom", "channel:web")),
        Lane(id="lane_a", order="a2", kind="actions", title="What they do", personas=("persona_a",), hidden=True),
        Line(id="line_i", order="a1", kind="visibility"),
        Entry(
            id="entry_a",
            lane="lane_a",
            order="a0",
            title="Measure the room",
            text="Twice, on paper",
            first="touchpoint_a",
            last="stage_b",
            personas=("persona_a",),
        ),
    ]


def _people(photo: str) -> list[AnyRecord]:
    return [
        Persona(
            id="persona_a",
            order="a0",
            name="Inès & Paul",
            role="First kitchen",
            maturity="prospect",
            style=7,
            portrait=photo,
            quote="“We do not know what we do not know.”",
            bio="Both work; one cooks.",
            goals=("No surprises", "Under 12,000 €"),
            needs=("A plan",),
            frustrations=("Jargon",),
            hidden=True,
        ),
        Persona(id="persona_b", order="a1", name="कमला", maturity="ambassador"),
        Emotion(
            id=emotion_id("persona_a", "touchpoint_a"),
            persona="persona_a",
            touchpoint="touchpoint_a",
            value=-1.25,
            words="lost, then hopeful 😀",
        ),
    ]


def _findings() -> list[AnyRecord]:
    place: dict[str, Any] = {"first": "touchpoint_a", "last": "touchpoint_a", "personas": ("persona_a", "persona_b")}
    return [
        Pain(id="pain_a", text="No price is said", severity=5, votes=4, evidence="research", **place),
        Gain(id="gain_a", text="The plan in 3D", strength=3, votes=2, evidence="assumption", **place),
        Quote(id="quote_a", text="And what will it cost?", source="Interview 4", date="2026-10", **place),
        Opportunity(
            id="opportunity_a",
            text="Say a range of prices at once",
            owner="Sales",
            due="2026-12-24",
            impact=4,
            effort=2,
            status="doing",
            votes=6,
            **place,
        ),
        Measure(
            id="measure_a",
            name="CSAT",
            unit="%",
            minimum=-10.5,
            maximum=100,
            target=85,
            better="lower",
            values=(Value(date="2025", value=71.5), Value(date="2026-09", value=78, sample=212)),
            **place,
        ),
        Note(id="note_a", order="a0", text="Who pays the plumber?", **place),
        Note(id="note_b", order="Zz", text="In the parking lot"),
    ]


def _links() -> list[AnyRecord]:
    return [
        Flow(
            id="flow_a",
            source="stage_b",
            target="touchpoint_a",
            label="come back for a friend",
            share=12.5,
            personas=("persona_b",),
        ),
        Answers(id=answers_id("opportunity_a", "pain_a"), opportunity="opportunity_a", pain="pain_a"),
    ]
