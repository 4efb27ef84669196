"""`journeyeditor templates`: what there is to begin from."""

from __future__ import annotations

import argparse
import json

from journeyeditor.cli.console import Console
from journeyeditor.publish.templates import Template, library, users_folder
from journeyeditor.words import Words


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Lists all templates."""
    found = library()
    for problem in found.problems:
        console.tell(problem)
    groups: dict[tuple[str, bool], list[Template]] = {}
    for template in found.templates:
        groups.setdefault((template.name, template.own), []).append(template)
    if chosen.json:
        plain = [_plain(group, console.words) for group in groups.values()]
        console.write_data((json.dumps(plain, indent=2, ensure_ascii=False) + "\n").encode("utf-8"))
        return 0
    for group in groups.values():
        console.write(_listed(group, console.words) + "\n")
    console.write(console.words.say("Put templates of your own into {folder}.", folder=str(users_folder())) + "\n")
    return 0


def _preferred(group: list[Template], words: Words) -> Template:
    """The template whose language the reader has, else the first."""
    return next((template for template in group if template.language == words.language), group[0])


def _purpose(template: Template, words: Words) -> str:
    text = template.purpose if isinstance(template.purpose, str) else words.say(template.purpose)
    return " ".join(text.split())


def _listed(group: list[Template], words: Words) -> str:
    shown = _preferred(group, words)
    languages = ", ".join(sorted(template.language for template in group))
    lines = [f"{shown.name}  ({languages})", f"    {' '.join(shown.title.split())}", f"    {_purpose(shown, words)}"]
    return "\n".join(line for line in lines if line.strip())


def _plain(group: list[Template], words: Words) -> dict[str, object]:
    shown = _preferred(group, words)
    return {
        "name": shown.name,
        "title": shown.title,
        "titles": {template.language: template.title for template in group},
        "languages": sorted(template.language for template in group),
        "purpose": _purpose(shown, words),
        "own": shown.own,
        "files": {template.language: str(template.path) for template in group},
    }
