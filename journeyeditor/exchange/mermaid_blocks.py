"""Finds the journey diagrams in a file: a bare `.mmd`, or Markdown with fenced ```mermaid blocks."""

from __future__ import annotations

import re

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.exchange.report import Report

LINE_END = re.compile(r"\r\n|\n|\r")
FENCE = re.compile(r"^[\s>]*(`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid\b", re.IGNORECASE)
RULE = re.compile(r"\s*---\s*$")
SETTING = re.compile(r"\s*(title)\s*:\s*(.*?)\s*$", re.IGNORECASE)
HEADER = re.compile(r"\s*journey(?:\s|$)", re.IGNORECASE)
FIRST_WORD = re.compile(r"[A-Za-z][\w-]*")
OTHERS = """
    architecture architecture-beta block block-beta c4component c4container c4context c4deployment c4dynamic
    classdiagram classdiagram-v2 erdiagram flowchart flowchart-elk gantt gitgraph graph info kanban mindmap packet
    packet-beta pie quadrantchart radar radar-beta requirement requirementdiagram sankey sankey-beta sequencediagram
    statediagram statediagram-v2 timeline treemap treemap-beta xychart xychart-beta zenuml
"""
"""The first words of Mermaid's other diagrams."""

Line = tuple[int, str]


class Block(msgspec.Struct, frozen=True):
    """One diagram: its lines with their numbers in the file (from 1), and the title in its front matter."""

    lines: tuple[Line, ...]
    title: str | None = None
    settings: bool = False
    """Whether it had front matter or directives that say how to draw it."""

    @property
    def start(self) -> int:
        """The number of its first line in the file."""
        return self.lines[0][0] if self.lines else 1

    @property
    def first(self) -> str:
        """What its first statement says."""
        return next((text.strip() for _, text in self.lines if not _is_silent(text)), "")

    @property
    def is_journey(self) -> bool:
        """Whether it begins with the word that makes it a journey."""
        return HEADER.match(self.first) is not None


def _is_silent(text: str) -> bool:
    bare = text.strip()
    return not bare or bare.startswith("%%") or (bare.startswith("#") and not re.match(r"#\w+;", bare))


def journey_block(text: str, number: int | None, report: Report) -> Block:
    """The journey of a file: its only one, the first of several, or the `number`-th (from 1).

    Raises BadInput with what was found instead.
    """
    lines = list(enumerate(LINE_END.split(text), start=1))
    fenced = _fenced(lines)
    blocks = [_prepared(block) for block in (fenced if fenced is not None else [lines])]
    journeys = [block for block in blocks if block.is_journey]
    if not journeys:
        raise BadInput(_what_instead(blocks, in_markdown=fenced is not None), _advice())
    if number is not None and not 1 <= number <= len(journeys):
        places = ", ".join(str(block.start) for block in journeys[:20])
        raise BadInput(
            message("There is no journey number {number} in this file.", number=number),
            message("It holds {count}, at line {lines}.", count=len(journeys), lines=places),
        )
    if number is None and len(journeys) > 1:
        report.guessed(
            message("The file holds {count} journeys; the first was taken. Choose with --block.", count=len(journeys)),
            journeys[0].start,
        )
    chosen = journeys[(number or 1) - 1]
    if chosen.settings:
        report.dropped(message("How Mermaid is to draw the diagram (colours, fonts) does not apply here."))
    return chosen


def _fenced(lines: list[Line]) -> list[list[Line]] | None:
    """The contents of all ```mermaid fences; None for a file without any. An unclosed fence ends with the file."""
    blocks: list[list[Line]] = []
    closing: re.Pattern[str] | None = None
    for line in lines:
        if closing is None:
            if found := FENCE.match(line[1]):
                fence = found[1]
                closing = re.compile(rf"^[\s>]*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
                blocks.append([])
        elif closing.match(line[1]):
            closing = None
        else:
            blocks[-1].append(line)
    return blocks or None


def _prepared(lines: list[Line]) -> Block:
    """A block without front matter and directives. Their lines stay, empty, so that numbers remain true."""
    title, rest = _front_matter(lines)
    joined = "\n".join(text for _, text in rest)
    bare = _without_directives(joined)
    numbers = [number for number, _ in rest]
    settings = bare != joined or len(rest) < len(lines)
    return Block(tuple(zip(numbers, bare.split("\n"), strict=True)) if rest else (), title, settings)


def _without_directives(text: str) -> str:
    """A text without `%%{ … }%%`, which may span lines; the line ends in them stay."""
    kept: list[str] = []
    at = 0
    while (begin := text.find("%%{", at)) >= 0 and (end := text.find("}%%", begin)) >= 0:
        kept += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end + len("}%%")
    return "".join((*kept, text[at:]))


def _front_matter(lines: list[Line]) -> tuple[str | None, list[Line]]:
    begin = next((n for n, (_, text) in enumerate(lines) if text.strip()), None)
    if begin is None or not RULE.match(lines[begin][1]):
        return None, lines
    end = next((n for n in range(begin + 1, len(lines)) if RULE.match(lines[n][1])), None)
    if end is None:
        return None, lines
    indent = len(lines[begin][1]) - len(lines[begin][1].lstrip())
    title = None
    for _, text in lines[begin + 1 : end]:
        found = SETTING.match(text)
        if found and len(text) - len(text.lstrip()) <= indent:
            title = found[2].strip("\"'")
    return title, lines[end + 1 :]


def _what_instead(blocks: list[Block], *, in_markdown: bool) -> Message:
    if in_markdown and len(blocks) > 1:
        return message("None of the {count} Mermaid diagrams in this file is a journey.", count=len(blocks))
    word = FIRST_WORD.match(blocks[0].first) if blocks else None
    if word and word[0].lower() in OTHERS.split():
        return message("This Mermaid diagram is a {kind}, not a journey.", kind=word[0])
    if not blocks or not blocks[0].first:
        return message("There is no diagram in this file.")
    return message("This file has no line that says “journey”.")


def _advice() -> Message:
    return message("A Mermaid journey begins with the word “journey”, then title, sections and steps.")
