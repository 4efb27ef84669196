"""Every shipped map on every sheet: whole, full, nothing over anything else, nothing cut."""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path

import pytest

from journeyeditor import files
from journeyeditor.assets import resource
from journeyeditor.layout import Laid, find_paper, poster
from journeyeditor.layout.fit import fit
from journeyeditor.layout.page import heights
from journeyeditor.layout.poster import bare_sheet
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Gain, Lane, Opportunity, Pain
from tests.drawing.checks import beyond_sheet, drawing_box, overlapping_words, word_boxes

TEMPLATES = sorted(resource("templates").glob("*.journey"))
PAPERS = ("A0", "A3", "A4")
CASES = [(path, paper) for path in TEMPLATES for paper in PAPERS]


@functools.cache
def journey(path: Path) -> Journey:
    return files.load(path).journey


@functools.cache
def laid(path: Path, paper: str) -> Laid:
    return poster(journey(path), find_paper(paper))


every_poster = pytest.mark.parametrize(("path", "paper"), CASES, ids=[f"{path.stem}-{paper}" for path, paper in CASES])


@every_poster
def test_nothing_is_over_anything_else_and_all_is_on_the_sheet(path: Path, paper: str) -> None:
    made = laid(path, paper)
    unit = made.body_type / 9
    pairs = [(a.text, b.text) for a, b in overlapping_words(made.drawing, 0.3 * unit)]
    assert pairs == []
    outside = [(group.role, group.record) for group in beyond_sheet(made.drawing, 1.0)]
    assert outside == []


@every_poster
def test_the_sheet_is_full(path: Path, paper: str) -> None:
    made = laid(path, paper)
    width, height = made.paper.printable
    box = drawing_box(made.drawing)
    assert box is not None
    assert box.width >= 0.98 * width
    assert box.height >= 0.95 * height
    rows = {group.role: group.box for group in made.drawing.groups if group.box is not None}
    frame = sum(rows[role].height for role in ("header", "legend", "footer") if role in rows)
    assert frame <= 0.30 * height


@every_poster
def test_text_can_be_read(path: Path, paper: str) -> None:
    made = laid(path, paper)
    sizes = [words.size for words in word_boxes(made.drawing)]
    assert min(sizes) == pytest.approx(made.smallest_type, abs=0.01)
    assert made.smallest_type >= made.paper.least_type - 0.01
    assert made.notices == ()


@every_poster
def test_no_text_is_shortened_and_none_leaves_its_card(path: Path, paper: str) -> None:
    made = laid(path, paper)
    slack = 0.2 * made.body_type / 9
    texts: dict[str, str] = defaultdict(str)
    for group in made.drawing.groups:
        texts[group.record] += "".join(words.text for words in word_boxes(made.drawing.__class__(1, 1, (group,))))
        if group.role in {"pain", "gain", "opportunity", "quote", "entry"} and group.box is not None:
            for words in word_boxes(made.drawing.__class__(1, 1, (group,))):
                assert group.box.grown(slack).holds(words.box), words.text
    shown = {lane.kind for lane in journey(path).all(Lane) if not lane.hidden}
    wanted = [
        (kind, name)
        for kind, name in ((Pain, "pains"), (Gain, "gains"), (Opportunity, "opportunities"))
        if name in shown
    ]
    for kind, _ in wanted:
        for record in journey(path).all(kind):
            if record.first is not None:
                assert squeezed(record.text) in squeezed(texts[record.id])
    lanes = {lane.id for lane in journey(path).all(Lane) if not lane.hidden}
    for entry in journey(path).all(Entry):
        if entry.first is not None and entry.lane in lanes:
            assert squeezed(entry.text) in squeezed(texts[entry.id])


@every_poster
def test_only_the_emotion_lane_is_stretched_far(path: Path, paper: str) -> None:
    fitted = fit(bare_sheet(journey(path), find_paper(paper), "calm", None, ()))
    (page,) = fitted.pages
    tall, spare = heights(fitted.sheet, page)
    for row, height in zip(page.rows, tall, strict=True):
        assert height <= row.height * min(row.stretch, 1.6) + 1e-6 or row.stretch == float("inf")
    assert spare <= 3 * fitted.sheet.unit


def squeezed(text: str) -> str:
    return "".join(text.split())
