"""Links to closer maps: whether there is a file at their end. Who asks must know where the map itself lies."""

from __future__ import annotations

from collections.abc import Callable

from journeyeditor.errors import message
from journeyeditor.insight.finding import Finding
from journeyeditor.insight.naming import one_line, title
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Stage, Touchpoint

CODE = "closer-map-missing"
WHY = message("The poster says that there is a closer map, and nobody can open it.")
ADVICE = message("Choose the file of the closer map in the inspector, or empty the field.")


def lost_closer_maps(journey: Journey, is_there: Callable[[str], bool]) -> tuple[Finding, ...]:
    """Every link whose file is not there, as `is_there` tells of its path from this map's folder."""
    steps: list[Stage | Touchpoint] = []
    for stage in journey.stages():
        steps += (stage, *journey.touchpoints(stage.id))
    found = []
    for step in steps:
        path = step.journey.path.strip() if step.journey is not None else ""
        if step.journey is None or (path and is_there(path)):
            continue
        told = message("The closer map of “{step}” has no file yet.", step=title(step))
        if path:
            told = message("The closer map of “{step}” is not there: “{path}”.", step=title(step), path=one_line(path))
        found.append(Finding(CODE, "problem", (step.id,), told, WHY, ADVICE))
    return tuple(found)
