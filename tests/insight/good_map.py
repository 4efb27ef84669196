"""A small map with which nothing is wrong, and ways to spoil it."""

from __future__ import annotations

from typing import Any

from journeyeditor.insight import Finding, health
from journeyeditor.model.change import replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Emotion,
    Gain,
    Head,
    Lane,
    Measure,
    Opportunity,
    Pain,
    Persona,
    Phase,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
)
from journeyeditor.model.references import references
from journeyeditor.model.rules import broken_rules

PHASES: tuple[Phase, ...] = ("before", "before", "during", "after", "after")
ANA = (0, 1, 0.5, -1.5, 0, 1, 1.5, 0.5, 0, 1)
BEN = (0.5, 0, 1, -1, 0, 0.5, 2, 1, 0.5, 0.5)


class Map:
    """Records by id: stages `s0` to `s4`, in each two of the touchpoints `t0` to `t9`; Ana and Ben; both are lowest at
    `t3`, where a pain has its answer, and highest at `t6`, where there is a gain."""

    def __init__(self) -> None:
        self.records: dict[str, AnyRecord] = {}
        head = Head(id="head", title="Bicycle", scenario="Ana needs a bicycle", goal="Ride to work", date="2026-11-01")
        self.add(head, Persona(id="ana", order="a0", name="Ana"), Persona(id="ben", order="a1", name="Ben"))
        for n, phase in enumerate(PHASES):
            self.add(Stage(id=f"s{n}", order=f"a{n}", title=f"Stage {n}", phase=phase))
        for n in range(10):
            self.add(touchpoint(n, f"s{n // 2}"))
            self.feel("ana", f"t{n}", ANA[n])
            self.feel("ben", f"t{n}", BEN[n])
        for n, kind in enumerate(("touchpoints", "emotions", "pains", "gains", "opportunities", "measures")):
            self.add(Lane(id=kind, order=f"a{n}", kind=kind))  # type: ignore[arg-type]
        self.add(
            Pain(id="queue", first="t3", last="t3", text="The queue", severity=4, evidence="research"),
            Gain(id="ride", first="t6", last="t6", text="The ride", evidence="research"),
            Opportunity(id="till", first="t3", last="t3", text="A second till", owner="Cleo", due="2027-03"),
            Answers(id=answers_id("till", "queue"), opportunity="till", pain="queue"),
            Measure(
                id="nps", first="s2", last="s2", name="NPS", minimum=-100, maximum=100, values=(value("2026", 30),)
            ),
        )

    def add(self, *records: AnyRecord) -> None:
        self.records.update({record.id: record for record in records})

    def set(self, *keys: str, **fields: Any) -> None:
        for key in keys:
            self.records[key] = replaced(self.records[key], **fields)

    def feel(self, persona: str, touchpoint: str, felt: float, words: str = "") -> None:
        key = emotion_id(persona, touchpoint)
        self.add(Emotion(id=key, persona=persona, touchpoint=touchpoint, value=felt, words=words))

    def drop(self, *keys: str) -> None:
        """Takes records out, with all that cannot be without them."""
        gone = set(keys)
        while gone:
            for key in gone:
                del self.records[key]
            gone = {
                record.id
                for record in self.records.values()
                if any(
                    target in gone or target not in self.records
                    for _, target in references(record)
                    if ":" not in target
                )
            }

    def silence(self, persona: str, *touchpoints: str) -> None:
        for key in touchpoints:
            del self.records[emotion_id(persona, key)]

    @property
    def journey(self) -> Journey:
        records = dict(self.records)
        assert broken_rules(records.values()) == []
        head = records.pop("head")
        assert isinstance(head, Head)
        return Journey.of(head, records.values())

    def health(self) -> tuple[Finding, ...]:
        return health(self.journey)


def touchpoint(number: int, stage: str, **fields: Any) -> Touchpoint:
    key = f"t{number}"
    wanted = {"order": f"b{number:02}", "title": f"Contact {number}", "channel": "channel:shop", "evidence": "research"}
    return Touchpoint(id=key, stage=stage, **{**wanted, **fields})


def value(date: str, number: float) -> Value:
    return Value(date=date, value=number)
