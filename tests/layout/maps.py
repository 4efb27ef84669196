"""Small maps for the tests of single rows: emotions, quotes, personas, and a sheet to lay them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group
from journeyeditor.drawing.themes import CALM
from journeyeditor.errors import message
from journeyeditor.layout.paper import find_paper
from journeyeditor.layout.sheet import Fit, Sheet
from journeyeditor.model.change import Change
from journeyeditor.model.images import Images
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Head,
    Lane,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    emotion_id,
)
from journeyeditor.words import speak

Felt = float | tuple[float, str] | None

CAMILLE: list[Felt] = [
    (0.3, "curieuse"), 1, (2, "ravie"), 0.6, -0.5, (-1, "inquiète"), (1.5, "fière"), 1.4, 1, -2, -1, 0.5, 0.2, 1.2
]  # fmt: skip
MARC: list[Felt] = [
    None, 0.4, 0.9, -0.3, (-1.6, "agacé"), -0.4, 0.6, 1, None, -0.5, 0.8, (1.5, "rassuré"), (-1.2, "déçu"), -0.7
]  # fmt: skip
SHORT = "Au bout de deux rues d’essai, j’avais déjà le sourire."
LONG = (
    "J’ai appelé trois fois, on m’a passé quatre services, et chaque fois il fallait tout réexpliquer depuis le "
    "début : mon nom, mon contrat, la panne, la rue où j’étais, et personne ne savait où."
)


class Sample(msgspec.Struct, frozen=True):
    """What a map is made of. `felt` holds one list for every persona, one value for every touchpoint."""

    stages: Sequence[int] = (2, 2, 3, 3, 2, 2)
    personas: Sequence[Mapping[str, Any]] = ({"name": "Camille Roussel"}, {"name": "Marc Delattre"})
    felt: Sequence[Sequence[Felt]] = (CAMILLE, MARC)
    quotes: Mapping[int, str] = msgspec.field(
        default_factory=lambda: {2: SHORT, 9: "19 h, roue crevée, et plus personne."}
    )
    truths: Sequence[int] = (2, 9)
    head: Mapping[str, Any] = msgspec.field(default_factory=dict)
    lane: Mapping[str, Any] = msgspec.field(default_factory=dict)
    images: Sequence[bytes] = ()
    rows: Sequence[Any] = ("touchpoints",)
    """Kinds of the lanes above the one with the emotions."""


def records(sample: Sample) -> list[AnyRecord]:
    orders = keys_between(None, None, max(sum(sample.stages), len(sample.stages), len(sample.personas)) + 1)
    made: list[AnyRecord] = [Lane(id="lane", order=orders[0], kind="emotions", **sample.lane)]
    made += [
        Lane(id=f"row{n}", order=order, kind=kind)
        for n, (kind, order) in enumerate(
            zip(sample.rows, keys_between(None, orders[0], len(sample.rows)), strict=True)
        )
    ]
    index = 0
    for n, count in enumerate(sample.stages):
        made.append(Stage(id=f"s{n}", order=orders[n], title=f"Étape {n + 1}"))
        for _ in range(count):
            truth = "" if index in sample.truths else None
            made.append(
                Touchpoint(
                    id=f"t{index}", stage=f"s{n}", order=orders[index], title=f"Contact {index}", moment_of_truth=truth
                )
            )
            index += 1
    for n, fields in enumerate(sample.personas):
        made.append(Persona(**{"id": f"p{n}", "order": orders[n], "style": n % 12 + 1, **fields}))
    for n, values in enumerate(sample.felt):
        for place, felt in enumerate(values):
            if felt is not None and place < index:
                value, words = felt if isinstance(felt, tuple) else (felt, "")
                key = emotion_id(f"p{n}", f"t{place}")
                made.append(Emotion(id=key, persona=f"p{n}", touchpoint=f"t{place}", value=value, words=words))
    for place, text in sample.quotes.items():
        made.append(Quote(id=f"q{place}", first=f"t{place}", last=f"t{place}", text=text, date="2026-10-06"))
    return made


def journey_of(sample: Sample) -> Journey:
    images = Images()
    keys = [images.add(data) for data in sample.images]
    head = {"id": "head", "language": "fr", **sample.head}
    if keys:
        head["poster"] = replace_logos(head.get("poster"), keys)
    made = Journey(Head(**head), images)
    made.apply(Change(message("made for a test"), {record.id: (None, record) for record in records(sample)}))
    return made


def replace_logos(poster: Any, keys: list[str]) -> Any:
    from journeyeditor.model.records import Poster  # noqa: PLC0415

    assert poster is None or isinstance(poster, Poster)
    return Poster(logos=tuple(keys))


def sheet_of(sample: Sample, paper: str = "A3", body: float = 9.0, orientation: str = "landscape") -> Sheet:
    made = journey_of(sample)
    return Sheet(made, find_paper(paper, orientation), CALM, speak(made.head.language), Fit(body))


def lane_of(sheet: Sheet) -> Lane:
    lane = sheet.journey.get("lane")
    assert isinstance(lane, Lane)
    return lane


def drawn(sheet: Sheet, groups: Sequence[Group]) -> Drawing:
    return Drawing(sheet.paper.width, 4000.0, tuple(groups))


def with_felt(sample: Sample, *felt: Sequence[Felt]) -> Sample:
    return replace(sample, felt=felt)
