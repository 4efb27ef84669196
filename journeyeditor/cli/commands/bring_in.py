"""`journeyeditor import`: another format becomes a journey file, with a report of what was guessed or dropped."""

from __future__ import annotations

import argparse
import json

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.cli.overwriting import refuse_input, refuse_journey, refuse_newer
from journeyeditor.cli.source import reading_of
from journeyeditor.cli.target import check_journey_target, write_bytes, write_journey
from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Report


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Imports one file."""
    if chosen.report == PIPE == chosen.output:
        raise BadInput(
            message("Both the journey and the report would go to standard output."), message("Give one a file.")
        )
    bare = check_journey_target(chosen.output, chosen.to, console)
    refuse_input(chosen.output, chosen.input, console)
    if chosen.report is not None:
        refuse_input(chosen.report, chosen.input, console)
        refuse_input(chosen.report, chosen.output, console)
        refuse_journey(chosen.report, console)
    with console.working() as progress:
        source = reading_of(chosen, console, progress, language=chosen.lang)
    with console.about(source.name):
        refuse_newer(read_only=source.read_only)
    write_journey(source.journey, chosen.output, console, bare=bare, told=chosen.report != PIPE)
    if chosen.report is not None:
        report = source.report if source.report is not None else Report("journey")  # one that is empty counts too
        plain = report.to_plain(console.words.say)
        text = json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
        write_bytes(chosen.report, text.encode("utf-8"), console)
    return 0
