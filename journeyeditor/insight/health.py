"""Map health: what a good map contains, asked of a journey.

`CHECKS` is the whole list, in the order in which a facilitator would go through a map with the group; it is explained
in docs/map-health.md. Each check stands with its words in the module of its subject.
"""

from __future__ import annotations

from journeyeditor.insight import (
    checks_emotions,
    checks_findings,
    checks_journey,
    checks_map,
    checks_touchpoints,
)
from journeyeditor.insight.finding import SEVERITIES, Check, Finding
from journeyeditor.insight.survey import Survey
from journeyeditor.model.journey import Journey

CHECKS: tuple[Check, ...] = (
    *checks_journey.CHECKS,
    *checks_touchpoints.CHECKS,
    *checks_emotions.CHECKS,
    *checks_findings.CHECKS,
    *checks_map.CHECKS,
)
"""Everything that `health` asks."""


def health(journey: Journey) -> tuple[Finding, ...]:
    """What this map lacks or gets wrong: problems first, then hints, each in the order of the list and of the map.

    It depends on the journey alone, on no clock and no language. Hidden personas and lanes are looked at only where
    a check says so.
    """
    survey = Survey(journey)
    found = [finding for check in CHECKS for finding in check.findings(survey)]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))
