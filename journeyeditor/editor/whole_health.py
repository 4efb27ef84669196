"""Map health of a document: what its journey lacks, and what is not there beside its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.model.journey import Journey

if TYPE_CHECKING:
    from journeyeditor.insight import Finding


def health_of(journey: Journey, path: Path | None) -> tuple[Finding, ...]:
    """What map health finds, problems first. `path` is the map's file; without one nothing can lie beside it."""
    from journeyeditor.insight import health  # noqa: PLC0415 - loads the graph
    from journeyeditor.insight.closer_maps import lost_closer_maps  # noqa: PLC0415
    from journeyeditor.insight.finding import SEVERITIES  # noqa: PLC0415

    found = health(journey)
    if path is not None:
        found = (*found, *lost_closer_maps(journey, lambda beside: is_beside(path, beside)))
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def is_beside(path: Path, beside: str) -> bool:
    """Whether a link from a map's file leads to a file."""
    try:
        return (path.parent / beside).is_file()
    except (OSError, ValueError):
        return False
