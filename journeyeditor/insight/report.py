"""Findings as lines for a person: every check once, with what it found, why it matters and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from journeyeditor.errors import Message, counted
from journeyeditor.insight.finding import SEVERITIES, Finding, Severity
from journeyeditor.words import Words

WIDTH = 100
"""Characters of a line, where words allow it."""
MOST = 10
"""Findings of one check that are written out; of more, the rest is counted."""
HEADINGS: dict[Severity, Message] = {
    "problem": counted("{n} problem", "{n} problems", 0),
    "hint": counted("{n} hint", "{n} hints", 0),
}


def report_lines(findings: Sequence[Finding], speech: Words, most: int | None = MOST) -> list[str]:
    """What `health` found, in words: problems and hints under a heading each.

    Of each check at most `most` findings are written out (None = all). One line says so where nothing was found.
    """
    if not findings:
        return [speech.say("Nothing is missing: this is a good map.")]
    lines: list[str] = []
    for severity in SEVERITIES:
        some = [finding for finding in findings if finding.severity == severity]
        if some:
            heading = HEADINGS[severity]
            lines += [*([""] if lines else []), speech.plural(heading.text, heading.plural, len(some))]
        for _, same in groupby(some, key=lambda finding: finding.code):
            lines += ["", *_check(list(same), speech, most)]
    return lines


def _check(same: list[Finding], speech: Words, most: int | None) -> Iterator[str]:
    """The findings of one check, and once what is true of all of them."""
    shown = same if most is None or len(same) <= most + 1 else same[:most]
    for finding in shown:
        yield from _wrapped(speech.say(finding.message), "  • ", "    ")
    if len(shown) < len(same):
        yield f"    {speech.plural('… and {n} more', '… and {n} more', len(same) - len(shown))}"
    yield from _wrapped(f"{speech.say(same[0].why)} {speech.say(same[0].advice)}", "    ", "    ")


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
