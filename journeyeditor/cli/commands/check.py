"""`journeyeditor check`: what a map still lacks, why it matters, and what to do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from journeyeditor.cli.console import Console
from journeyeditor.cli.source import Source, reading_of
from journeyeditor.errors import message
from journeyeditor.insight import Finding, health, report_lines


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Asks one map; the status is 1 if anything was found."""
    with console.working() as progress:
        source = reading_of(chosen, console, progress)
        progress.step(message("Checking the map"))
        findings = health(source.journey)
    if chosen.json:
        text = json.dumps(_plain(source, findings, console), indent=2, ensure_ascii=False)
        console.write_data(f"{text}\n".encode())
    else:
        console.write("\n".join(report_lines(findings, console.words)) + "\n")
    return 1 if findings else 0


def _plain(source: Source, findings: Sequence[Finding], console: Console) -> dict[str, Any]:
    return {
        "file": source.name,
        "title": source.journey.head.title,
        "problems": sum(finding.severity == "problem" for finding in findings),
        "hints": sum(finding.severity == "hint" for finding in findings),
        "findings": [finding.to_plain(console.words.say) for finding in findings],
    }
