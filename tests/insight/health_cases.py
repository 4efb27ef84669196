"""For every check of map health: how to spoil the good map so that this check, and no other, has something to say."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from journeyeditor.model.records import (
    Answers,
    Entry,
    Flow,
    Gain,
    Lane,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    answers_id,
)
from tests.insight.good_map import Map, touchpoint, value


class Case(msgspec.Struct, frozen=True):
    """A spoilt map, the check that sees it, and of each finding its first record and what it says."""

    code: str
    spoil: Callable[[Map], object]
    said: tuple[tuple[str, str], ...]


def case(code: str, spoil: Callable[[Map], object], *said: tuple[str, str]) -> Case:
    return Case(code, spoil, said)


def _empty_stage(at: Map, key: str) -> None:
    at.drop(f"t{2 * int(key[1])}", f"t{2 * int(key[1]) + 1}")


def _nobody(at: Map) -> None:
    at.drop("ana", "ben", "emotions")


def _hide_everybody(at: Map) -> None:
    at.set("ana", "ben", hidden=True)
    at.drop("emotions")


def _no_stages(at: Map) -> None:
    at.drop(*(f"s{n}" for n in range(5)))
    at.drop(*(key for key in ("queue", "ride", "till", "nps") if key in at.records))


def _no_touchpoints(at: Map) -> None:
    at.drop(*(f"t{n}" for n in range(10)))


def _four_stages(at: Map) -> None:
    at.set("t2", "t3", stage="s0")
    at.drop("s1")


def _ten_stages(at: Map) -> None:
    for n in range(5, 10):
        at.add(Stage(id=f"s{n}", order=f"a{n}", title=f"Stage {n}", phase="after"))
        at.add(touchpoint(n + 5, f"s{n}"))
        at.feel("ana", f"t{n + 5}", 1)


def _forty_touchpoints(at: Map) -> None:
    for n in range(10, 40):
        at.add(touchpoint(n, "s4"))
        at.feel("ana", f"t{n}", 1)
        at.feel("ben", f"t{n}", 1)


def _share_nobody(at: Map) -> None:
    at.add(Flow(id="f", source="t4", target="t5", share=0))
    at.add(Flow(id="g", source="t3", target="t5", share=30))


def _cul_de_sac(at: Map) -> None:
    """Ben's own flow leads past t6; everybody else goes there."""
    at.set("t5", ends_here=True)
    at.add(Flow(id="f", source="t5", target="t6", personas=("ana",)))
    at.add(Flow(id="g", source="t5", target="t7", personas=("ben",)))


def _round_and_round(at: Map) -> None:
    at.add(Flow(id="f", source="t9", target="s4", share=100))


def _for_ben_only(at: Map) -> None:
    at.add(Flow(id="f", source="t1", target="t4", share=70, personas=("ben",)))
    at.add(Flow(id="g", source="t1", target="t2", share=90))


def _lane_of_cleo(at: Map) -> None:
    at.add(Persona(id="cleo", order="a2", name="Cleo", hidden=True))
    at.add(Lane(id="hers", order="a9", kind="thoughts", personas=("cleo",), title="Inner voice"))


def _flow_of_cleo(at: Map) -> None:
    at.add(Persona(id="cleo", order="a2", name="Cleo", hidden=True))
    at.add(Flow(id="f", source="t2", target="t1", personas=("cleo", "ana")))
    at.add(Flow(id="g", source="t8", target="s0", personas=("cleo",)))


def _second_thoughts(at: Map) -> None:
    at.add(Opportunity(id="idea", first="t5", last="t5", text="A bell", status="idea"))
    at.add(Pain(id="noise", first="t5", last="t5", text="Noise", evidence="assumption"))
    at.add(Answers(id=answers_id("idea", "noise"), opportunity="idea", pain="noise"))


def _decided(at: Map, **fields: str) -> None:
    at.set("till", status="planned", **fields)


def _no_dip_answered(at: Map) -> None:
    at.set("till", first="t8", last="t8")
    at.set("queue", first="t8", last="t8")
    at.add(Quote(id="said", first="t3", last="t3", text="An hour!"))
    at.add(Lane(id="quotes", order="a9", kind="quotes"))


def _parked(at: Map) -> None:
    at.add(Pain(id="lost", text="Lost the key", evidence="research"), Gain(id="luck", text="Luck", evidence="research"))
    at.add(Lane(id="free", order="a9", kind="free"))
    at.add(Entry(id="kept", lane="free", order="a0", text="Kept", first="t0", last="t0"))
    at.add(Entry(id="later", lane="free", order="a1", text="Later"))


def _blank_cards(at: Map) -> None:
    at.add(
        Pain(id="p", first="t4", last="t4", evidence="research"),
        Gain(id="g", first="t4", last="t4", text=" \n", evidence="research"),
    )
    at.add(Lane(id="quotes", order="a9", kind="quotes"), Quote(id="q", first="t4", last="t4"))


def _silent_ben(at: Map) -> None:
    at.silence("ben", *(f"t{n}" for n in range(10)))


def _mostly_gaps(at: Map) -> None:
    at.silence("ben", "t1", "t2", "t5", "t7", "t8", "t9")


CASES: tuple[Case, ...] = (
    case("journey-without-title", lambda at: at.set("head", title=" \n "), ("head", "The journey has no title.")),
    case("journey-without-scenario", lambda at: at.set("head", scenario=""), ("head", "The journey has no scenario.")),
    case("journey-without-goal", lambda at: at.set("head", goal=""), ("head", "what the customer wants to reach")),
    case("no-persona", _nobody, ("head", "Nobody travels")),
    case("no-persona-shown", _hide_everybody, ("ana", "(Ana, Ben)")),
    case("persona-without-name", lambda at: at.set("ben", name=""), ("ben", "Persona 2 has no name.")),
    case("no-stages", _no_stages, ("head", "no stages")),
    case("few-stages", _four_stages, ("head", "only 4 stages")),
    case("many-stages", _ten_stages, ("head", "10 stages")),
    case("stage-without-title", lambda at: at.set("s2", title=""), ("s2", "Stage 3 has no title.")),
    case("no-beginning", lambda at: _empty_stage(at, "s0"), ("s0", "“Stage 0”")),
    case("no-end", lambda at: _empty_stage(at, "s4"), ("s4", "“Stage 4”")),
    case("stage-without-touchpoints", lambda at: _empty_stage(at, "s2"), ("s2", "“Stage 2”")),
    case("no-phases", lambda at: at.set(*(f"s{n}" for n in range(5)), phase=None), ("head", "No stage is marked")),
    case("before-not-covered", lambda at: at.set("s0", "s1", phase="during"), ("head", "before")),
    case("after-not-covered", lambda at: at.set("s3", "s4", phase=None), ("head", "after")),
    case(
        "phase-interrupted",
        lambda at: at.set("s1", phase="after"),
        ("s1", "“After” is interrupted: it stands on the map 2 times"),
    ),
    case(
        "phases-out-of-order",
        lambda at: at.set("s0", "s1", phase="during") or at.set("s2", phase="before"),
        ("s0", "“During” stands before “Before”"),
    ),
    case("no-touchpoints", _no_touchpoints, ("head", "no touchpoints")),
    case("many-touchpoints", _forty_touchpoints, ("head", "40 touchpoints")),
    case("touchpoint-without-title", lambda at: at.set("t5", title=""), ("t5", "Touchpoint 2 of “Stage 2”")),
    case(
        "touchpoint-without-channel",
        lambda at: at.set("t2", "t1", channel=None),
        ("t1", "“Contact 1”"),
        ("t2", "“Contact 2”"),
    ),
    case(
        "touchpoint-in-no-lane",
        lambda at: at.set("touchpoints", channels=("channel:shop",)) or at.set("t5", channel="channel:web"),
        ("t5", "in no lane"),
    ),
    case(
        "unreachable-touchpoint", lambda at: at.set("t5", ends_here=True), ("t6", "“Contact 6” and to 3 steps after it")
    ),
    case("emotion-off-the-path", _cul_de_sac, ("t6", "Ben feels something at “Contact 6”")),
    case("shares-above-100", _for_ben_only, ("t1", "“Contact 1” add up to 160% for Ben.")),
    case("loop-without-exit", _round_and_round, ("t8", "From “Contact 8” on")),
    case("dead-end", _share_nobody, ("t4", "“Contact 4”")),
    case(
        "most-leave-here",
        lambda at: at.add(Flow(id="f", source="t4", target="t5", share=45)),
        ("t4", "55% of customers leave at “Contact 4”"),
    ),
    case(
        "flow-of-hidden-persona",
        _flow_of_cleo,
        ("f", "is also for hidden personas (Cleo)"),
        ("g", "from “Contact 8” to “Stage 0” is only for"),
    ),
    case("persona-without-emotions", _silent_ben, ("ben", "Ben feels nothing yet.")),
    case(
        "touchpoint-without-emotion",
        lambda at: at.silence("ana", "t4", "t7") or at.silence("ben", "t4", "t7"),
        ("t4", "“Contact 4”"),
        ("t7", "“Contact 7”"),
    ),
    case("curve-with-gaps", _mostly_gaps, ("ben", "Ben has more gaps")),
    case(
        "high-point-unexplained",
        lambda at: at.set("ride", personas=("ben",)),
        ("t6", "Ana is at the highest point at “Contact 6”"),
    ),
    case(
        "low-point-unexplained",
        lambda at: at.set("queue", first="t8", last="t8"),
        ("t3", "Ana is at the lowest point"),
        ("t3", "Ben is at the lowest point"),
    ),
    case("dip-without-opportunity", _no_dip_answered, ("t3", "“Contact 3” (Ana, Ben)")),
    case(
        "severe-pain-without-opportunity",
        lambda at: at.add(
            Pain(id="rain", first="t8", last="t8", text="Rain", severity=5, evidence="research"),
            Pain(id="wind", first="t9", last="t9", text="Wind", severity=3, evidence="research"),
        ),
        ("rain", "“Rain” (severity 5)"),
    ),
    case(
        "opportunity-without-pain",
        lambda at: at.drop("answers:till:queue") or at.set("queue", severity=3),
        ("till", "“A second till”"),
    ),
    case("action-without-owner", lambda at: _decided(at, owner=" "), ("till", "no owner")),
    case("action-without-date", lambda at: _decided(at, due=""), ("till", "no due date")),
    case("idea-not-assigned", _second_thoughts, ("idea", "no owner and no due date")),
    case("action-overdue", lambda at: _decided(at, due="2026-10"), ("till", "overdue")),
    case("impossible-date", lambda at: _decided(at, due="2027-02-30"), ("till", "2027-02-30 is no date")),
    case("review-before-date", lambda at: at.set("head", next_review="2026-10-31"), ("head", "earlier")),
    case("measure-off-scale", lambda at: at.set("nps", values=(value("2026", 30), value("2027", 300))), ("nps", "300")),
    case("card-without-text", _blank_cards, ("p", "pain point"), ("g", "gain"), ("q", "quote")),
    case(
        "lane-shows-nothing",
        lambda at: at.add(Lane(id="free", order="a8", kind="thoughts")) or _lane_of_cleo(at),
        ("free", "“Thoughts” shows nothing"),
        ("hers", "“Inner voice” is for hidden personas (Cleo)"),
    ),
    case(
        "kind-without-lane", lambda at: at.drop("gains", "emotions"), ("head", "emotion curve"), ("ride", "the gain.")
    ),
    case(
        "evidence-unmarked",
        lambda at: at.set("t1", "t2", "queue", evidence=None),
        ("t1", "2 touchpoints are"),
        ("queue", "1 pain point is"),
    ),
    case("finding-in-parking-lot", _parked, ("lost", "“Lost the key”"), ("luck", "“Luck”"), ("later", "“Later”")),
    case(
        "notes-in-parking-lot",
        lambda at: at.add(Note(id="n", order="a1", text="Why?"), Note(id="m", order="a0", text="How?")),
        ("m", "2 notes"),
    ),
)
