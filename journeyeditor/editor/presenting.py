"""The scenes of a presentation: the whole map, then stage by stage, then persona by persona."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Emotion, Flow, Lane, Persona, Stage
from journeyeditor.tools.board import Board

FAINT = 0.14
"""Opacity of what a scene does not speak of."""
ASIDE = 0.25
"""That of what runs on beside the stage that is spoken of."""
AIR = 6.0
"""Around a stage, mm."""
SIGHT = ("background", "label", "scale", "lane", "line")
"""Roles that help to read whatever is shown, and stay."""


class Scene(msgspec.Struct, frozen=True):
    """What the screen shows: a part of the board (mm), and of which stage or persona it speaks."""

    kind: Literal["map", "stage", "persona"]
    box: Box
    page: int
    title: str = ""
    record: str = ""


def scenes(journey: Journey, board: Board) -> list[Scene]:
    """Every scene, in the order in which a facilitator tells a map."""
    if not board.pages:
        return []
    found = [Scene("map", board.page_box(page), page, journey.head.title) for page in range(len(board.pages))]
    for band in board.bands():
        for place in band.stages:
            stage = journey.get(place.stage)
            title = stage.title if isinstance(stage, Stage) else ""
            box = Box(place.left, band.header[0], place.right - place.left, band.bottom - band.header[0]).grown(AIR)
            found.append(Scene("stage", box, band.page, title, place.stage))
    shown = [one for one in journey.personas() if not one.hidden]
    if len(shown) > 1:
        for persona in shown:
            found += [
                Scene("persona", board.page_box(page), page, persona.name, persona.id)
                for page in range(len(board.pages))
            ]
    return found


def opacity(journey: Journey, board: Board, scene: Scene, *, aside: bool = False) -> Callable[[Group], float] | None:
    """How strongly each group of the scene's page is shown; None where all of it is.

    Curves, tints, arrows and pins run on through several stages: they are as strong as the part of the map that is
    painted asks for, which is the column of the scene's stage, or (`aside`) what lies beside it.
    """
    if scene.kind == "map":
        return None
    if scene.kind == "persona":
        return lambda group: _for_persona(journey, group, scene.record)
    top = board.top(scene.page)
    area = replace(scene.box, y=scene.box.y - top).grown(-AIR)
    band = _band_of(board, scene.record)
    running = ASIDE if aside else 1.0
    return lambda group: _for_stage(group, area, band, running)


def column(board: Board, scene: Scene) -> Box | None:
    """The column of a scene's stage within its band, mm of its page; None for a scene of no stage."""
    band = _band_of(board, scene.record) if scene.kind == "stage" else None
    if band is None:
        return None
    stage = next(place for place in band.stages if place.stage == scene.record)
    return Box(stage.left, band.header[0], stage.right - stage.left, band.bottom - band.header[0])


def _for_persona(journey: Journey, group: Group, persona: str) -> float:
    record = journey.get(group.record)
    if isinstance(record, Persona):
        return 1.0 if record.id == persona else FAINT
    if isinstance(record, Emotion):
        return 1.0 if record.persona == persona else FAINT
    if isinstance(record, Anchored | Flow | Lane) and record.personas and persona not in record.personas:
        return FAINT
    return 1.0


def _for_stage(group: Group, area: Box, band: BandPlan | None, running: float) -> float:
    if group.role in SIGHT:
        return 1.0
    box = group.box
    if box is None:
        return running
    if band is None:
        return 1.0
    if box.bottom < band.header[0] - 1 or box.y > band.bottom + 1:
        return FAINT
    middle = box.x + box.width / 2
    inside = area.x <= middle <= area.right or (box.x >= area.x - 1 and box.right <= area.right + 1)
    return 1.0 if inside or (box.x < area.right - 1 and box.right > area.x + 1 and box.width > area.width) else FAINT


def _band_of(board: Board, stage: str) -> BandPlan | None:
    return next((band for band in board.plans if any(place.stage == stage for place in band.stages)), None)
