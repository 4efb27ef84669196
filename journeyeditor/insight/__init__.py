"""Questions about a journey, asked of networkx.

`health` says what a map still lacks, `report_lines` puts that into lines for a reader, `ranking` orders pains and
opportunities. Rules of this room: it changes nothing, reads no file and no clock, and never raises for a sound
journey; whatever is a question of the graph is asked of networkx on `journey.path(persona)`, through `ways`.
"""

from __future__ import annotations

from journeyeditor.insight.finding import Finding, Severity
from journeyeditor.insight.health import CHECKS, health
from journeyeditor.insight.ranking import priorities, ranked_pains
from journeyeditor.insight.report import report_lines

__all__ = ["CHECKS", "Finding", "Severity", "health", "priorities", "ranked_pains", "report_lines"]
