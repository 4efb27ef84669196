"""`journeyeditor new`: a new journey from a template or from any journey file."""

from __future__ import annotations

import argparse

from journeyeditor.cli.console import Console
from journeyeditor.cli.overwriting import refuse_input, refuse_newer
from journeyeditor.cli.target import check_journey_target, write_journey
from journeyeditor.model.text import clean
from journeyeditor.publish.renewing import emptied, renewed
from journeyeditor.publish.templates import find_template


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Makes one journey."""
    bare = check_journey_target(chosen.output, chosen.to, console)
    refuse_input(chosen.output, chosen.template, console)
    with console.about(chosen.template):
        loaded = find_template(chosen.template, chosen.lang, console.words.tag)
        for note in loaded.notes:
            console.tell(note)
        refuse_newer(read_only=loaded.read_only)
    pattern = emptied(loaded.journey, language=chosen.lang) if chosen.empty else loaded.journey
    title = None if chosen.title is None else clean(chosen.title).strip()
    journey = renewed(pattern, title=title, language=chosen.lang)
    write_journey(journey, chosen.output, console, bare=bare)
    return 0
