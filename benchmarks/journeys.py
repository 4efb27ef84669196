"""Generated journeys for measuring: any number of touchpoints, with everything a real map has on it.

python -m benchmarks.journeys 1000 OUT.journey
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from journeyeditor import files
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Emotion,
    Flow,
    Gain,
    Head,
    Lane,
    LaneKind,
    Opportunity,
    Pain,
    Persona,
    Phase,
    Quote,
    Stage,
    Touchpoint,
    answers_id,
    emotion_id,
)

WORDS = [
    "compare",
    "prices",
    "call",
    "support",
    "wait",
    "at",
    "the",
    "counter",
    "open",
    "the",
    "app",
    "read",
    "a",
    "review",
    "ask",
    "a",
    "friend",
    "sign",
    "the",
    "form",
    "pay",
    "online",
    "track",
    "the",
    "parcel",
    "return",
    "it",
    "get",
    "help",
    "renew",
    "leave",
    "visit",
    "the",
    "shop",
    "choose",
    "a",
    "date",
    "confirm",
    "the",
    "visit",
    "rate",
    "the",
    "service",
]
LANES: tuple[LaneKind, ...] = ("touchpoints", "emotions", "gains", "pains", "opportunities", "quotes")


def text(dice: random.Random, least: int, most: int) -> str:
    """A few words."""
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(least, most))).capitalize()


def generated(touchpoints: int, *, per_stage: int = 12, personas: int = 3, seed: int = 1) -> Journey:
    """A journey of a size; the same for the same arguments."""
    dice = random.Random(seed)
    records: list[AnyRecord] = []
    stages = max(1, -(-touchpoints // per_stage))
    travellers = [
        Persona(id=f"persona_{n}", order=order, name=f"Persona {n + 1}", style=n + 1, goals=(text(dice, 3, 5),))
        for n, order in enumerate(keys_between(None, None, personas))
    ]
    records += travellers
    records += [
        Lane(id=f"lane_{kind}", order=order, kind=kind)
        for kind, order in zip(LANES, keys_between(None, None, len(LANES)), strict=True)
    ]
    phases: tuple[Phase, ...] = ("before", "during", "after")
    left = touchpoints
    for n, order in enumerate(keys_between(None, None, stages)):
        stage = Stage(id=f"stage_{n}", order=order, title=text(dice, 1, 2), phase=phases[n * 3 // stages])
        records.append(stage)
        here = min(per_stage, left)
        left -= here
        for m, place in enumerate(keys_between(None, None, here)):
            records += _touchpoint(dice, stage, f"{n}_{m}", place, travellers)
    journey = Journey(Head(id="journey_generated", title=f"{touchpoints} touchpoints", scenario=text(dice, 8, 14)))
    journey.apply(Change(message("Generate"), {record.id: (None, record) for record in records}))
    return journey


def _touchpoint(dice: random.Random, stage: Stage, name: str, place: str, travellers: list[Persona]) -> list[AnyRecord]:
    """One touchpoint with emotions for everyone, and now and then a pain with its answer, a gain, a quote, a flow."""
    key = f"touchpoint_{name}"
    made: list[AnyRecord] = [
        Touchpoint(
            id=key, stage=stage.id, order=place, title=text(dice, 2, 4), channel=dice.choice(list(BUILT_IN_CHANNELS))
        )
    ]
    made += [
        Emotion(
            id=emotion_id(one.id, key), persona=one.id, touchpoint=key, value=dice.randint(-4, 4) / 2,
            words=text(dice, 1, 2) if dice.random() < 0.3 else "",
        )
        for one in travellers
        if dice.random() < 0.9
    ]  # fmt: skip
    who = (dice.choice(travellers).id,)
    if dice.random() < 0.5:
        pain = Pain(id=f"pain_{name}", first=key, last=key, text=text(dice, 4, 8), severity=dice.randint(1, 5))
        answer = Opportunity(id=f"opportunity_{name}", first=key, last=key, text=text(dice, 4, 8), owner="Inès B.")
        made += [pain, answer, Answers(id=answers_id(answer.id, pain.id), opportunity=answer.id, pain=pain.id)]
    if dice.random() < 0.3:
        made.append(Gain(id=f"gain_{name}", first=key, last=key, text=text(dice, 4, 8), personas=who))
    if dice.random() < 0.2:
        made.append(Quote(id=f"quote_{name}", first=key, last=key, text=text(dice, 6, 12), personas=who))
    if dice.random() < 0.1:
        made.append(
            Flow(id=f"flow_{name}", source=key, target=f"touchpoint_{stage.id[6:]}_0", share=dice.randint(2, 40))
        )
    return made


def main() -> None:
    """Writes one."""
    target = Path(sys.argv[2])
    files.save(generated(int(sys.argv[1]), personas=2), target)
    print(target)


if __name__ == "__main__":
    main()
