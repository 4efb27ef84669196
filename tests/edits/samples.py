"""Journeys of three sizes with ids that a test can name, and what must hold for any journey."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import networkx as nx

from journeyeditor.model import ids
from journeyeditor.model.journey import EDGES, Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
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
    Poster,
    Quote,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
    ends,
)
from journeyeditor.model.references import Referrers
from journeyeditor.model.rules import broken_rules


@contextmanager
def steady_ids() -> Iterator[None]:
    """New ids are counted while this lasts, so that Hypothesis sees the same map when it repeats a list of edits."""
    numbers = count(1)
    kept = ids.secrets.token_hex
    ids.secrets.token_hex = lambda size: f"{next(numbers):0{2 * (size or 9)}x}"
    try:
        yield
    finally:
        ids.secrets.token_hex = kept


def picture(shade: int = 0) -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def empty() -> Journey:
    return Journey(Head(id="journey"))


def small() -> Journey:
    records: list[AnyRecord] = [
        Stage(id="search", order="a0", title="Search", phase="before"),
        Stage(id="buy", order="a1", title="Buy", phase="during"),
        Touchpoint(id="advert", stage="search", order="a0", title="Advert"),
        Touchpoint(id="till", stage="buy", order="a0", title="Till", channel="channel:shop"),
        Persona(id="marie", order="a0", name="Marie"),
        Lane(id="touchpoints", order="a0", kind="touchpoints"),
        Lane(id="curve", order="a1", kind="emotions"),
        Emotion(id=emotion_id("marie", "till"), persona="marie", touchpoint="till", value=1.0, words="glad"),
        Pain(id="queue", first="till", last="till", text="The queue"),
        Note(id="idea", order="a0", text="Self-service?\nAsk the shop"),
    ]
    return Journey.of(Head(id="journey", title="Small"), records)


def _map() -> list[AnyRecord]:
    phases = ("before", "before", "during", "after")
    stages: list[AnyRecord] = [
        Stage(id=f"s{n}", order=f"a{n}", title=f"Stage {n}", goal=f"Goal {n}", phase=phase)  # type: ignore[arg-type]
        for n, phase in enumerate(phases)
    ]
    stages[2] = Stage(id="s2", order="a1", title="Tied", phase="during", loyalty_critical="always", room=1.5)
    channels = ("channel:web", "channel:app", "channel:phone", "fax", None, "channel:web", None, "fax")
    places = ("s0", "s0", "s0", "s1", "s1", "s2", "s2", "s2")
    orders = ("a0", "a1", "a1", "a0", "a1", "a0", "a0", "a1")
    touchpoints: list[AnyRecord] = [
        Touchpoint(id=f"t{n}", stage=place, order=order, title=f"Touchpoint {n}", channel=channel)
        for n, (place, order, channel) in enumerate(zip(places, orders, channels, strict=True))
    ]
    kinds = (
        "touchpoints",
        "touchpoints",
        "touchpoints",
        "actions",
        "thoughts",
        "emotions",
        "pains",
        "measures",
        "free",
    )
    lanes: list[AnyRecord] = [
        Lane(id=f"l{n}", order=f"a{n}", kind=kind)  # type: ignore[arg-type]
        for n, kind in enumerate(kinds)
    ]
    lanes[0] = Lane(id="l0", order="a0", kind="touchpoints", channels=("channel:web", "channel:app"))
    lanes[1] = Lane(id="l1", order="a1", kind="touchpoints", channels=("fax",))
    lanes[4] = Lane(id="l4", order="a4", kind="thoughts", personas=("p0",))
    lanes[8] = Lane(id="l8", order="a8", kind="free", personas=("p0", "p1"), hidden=True)
    return [
        *stages,
        *touchpoints,
        *lanes,
        Line(id="line", order="a4V", kind="visibility"),
        Channel(id="fax", title="Fax", icon="document"),
        Channel(id="channel:shop", title="Counter", icon="shop"),
    ]


def _people(portrait: str) -> list[AnyRecord]:
    felt = (("p0", "t0", 2.0), ("p0", "t3", -2.0), ("p0", "t7", 0.5), ("p1", "t0", 0.0), ("p1", "t4", -1.25))
    return [
        Persona(id="p0", order="a0", name="Marie", style=1, portrait=portrait, goals=("Save time",)),
        Persona(id="p1", order="a1", name="Paul", style=2),
        Persona(id="p2", order="a1", name="Hidden", style=2, hidden=True),
        *(
            Emotion(id=emotion_id(persona, at), persona=persona, touchpoint=at, value=value)
            for persona, at, value in felt
        ),
    ]


def _findings() -> list[AnyRecord]:
    return [
        Entry(id="e0", lane="l3", order="a0", first="t0", last="t0", text="Reads"),
        Entry(id="e1", lane="l3", order="a0", first="t0", last="t0", text="Compares"),
        Entry(id="e2", lane="l4", order="a0", first="s0", last="s1", text="Hm", personas=("p0",)),
        Entry(id="e3", lane="l4", order="a1", text="Parked"),
        Entry(id="e4", lane="l3", order="a2", first="t1", last="t1", text="Hers", personas=("p0",)),
        Pain(id="pain0", first="t3", last="t3", text="Slow", severity=5, votes=4, evidence="research"),
        Pain(id="pain1", first="t1", last="t6", text="Long way", personas=("p0",)),
        Pain(id="pain2", first="s1", last="s1", text="Stage", personas=("p0", "p1")),
        Gain(id="gain", first="s0", last="t5", text="Friendly", votes=1),
        Quote(id="quote", first="t3", last="t3", text="Never again", personas=("p1",), date="2026-03"),
        Opportunity(id="chance0", first="t3", last="t3", text="Faster", owner="Ana", due="2026-12-01", votes=2),
        Opportunity(id="chance1", text="Parked chance"),
        Answers(id=answers_id("chance0", "pain0"), opportunity="chance0", pain="pain0"),
        Answers(id=answers_id("chance1", "pain1"), opportunity="chance1", pain="pain1"),
        Measure(id="nps", first="t4", last="t4", name="NPS", values=(Value(date="2025", value=10, sample=50),)),
        Note(id="note0", order="a0", text="Ask"),
        Note(id="note1", order="a0", first="t2", last="t2", text="Also\nmore"),
        Flow(id="loop", source="s3", target="s0", label="again", share=30),
        Flow(id="skip", source="t0", target="t4", share=12.5, personas=("p0",)),
        Flow(id="step", source="t3", target="t4", personas=("p0", "p1")),
        Flow(id="into", source="s1", target="s2"),
    ]


def full() -> Journey:
    """Every kind of record; ties in the order, an empty stage, spans, records for some personas only."""
    journey = Journey(Head(id="scratch"))
    portrait, photo, logo = (journey.images.add(picture(shade)) for shade in (1, 2, 3))
    poster = Poster(personas=("p0",), logos=(logo,), accent="#0b6aa8")
    head = Head(id="journey", title="Full", phase_titles={"before": "Avant"}, poster=poster)
    records = [*_map(), *_people(portrait), *_findings()]
    with_photo = Touchpoint(id="t8", stage="s1", order="a2", title="Photo", image=photo, ends_here=True)
    return Journey.of(head, [*records, with_photo], journey.images)


SIZES = {"empty": empty, "small": small, "full": full}


def contents(journey: Journey) -> dict[str, AnyRecord]:
    return {record.id: record for record in journey}


def graph_of(journey: Journey) -> nx.MultiDiGraph[str]:
    """The graph that the records of a journey make when they are put together afresh."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for record in journey:
        if not isinstance(record, EDGES):
            graph.add_node(record.id, record=record)
    for record in journey:
        if isinstance(record, EDGES):
            graph.add_edge(*ends(record), key=record.id, record=record)
    return graph


def assert_sound(journey: Journey) -> None:
    """No rule is broken, and graph and indexes say the same as the records."""
    assert broken_rules(journey, list(journey.images)) == []
    assert nx.utils.graphs_equal(journey._graph, graph_of(journey))
    kinds = {kind: set(some) for kind, some in journey._kinds.items() if some}
    assert kinds == {kind: {one.id for one in journey if type(one) is kind} for kind in {type(one) for one in journey}}
    fresh = Referrers(journey)
    assert {one.id: journey.referrers(one.id) for one in journey} == {one.id: fresh.of(one.id) for one in journey}
