"""`journeyeditor schema`: the JSON Schema of the file."""

from __future__ import annotations

import argparse

from journeyeditor.cli.console import Console
from journeyeditor.files import schema_text


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Prints the schema."""
    del chosen
    console.write_data(schema_text().encode("utf-8"))
    return 0
