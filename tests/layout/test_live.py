"""A poster that follows its journey is, after every change, what a poster laid out anew with the same fit is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.drawing.difference import difference
from journeyeditor.errors import BadInput
from journeyeditor.layout import find_paper
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.poster import place
from journeyeditor.layout.sheet import BandFit, Fit, PageFit
from journeyeditor.model.journey import Journey
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, steady_ids

QUICK = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
PAPER = replace(find_paper("A4"), width=420.0, height=500.0)


def fit_of(*pages: tuple[tuple[int, int], ...]) -> Fit:
    return Fit(6.0, tuple(PageFit(tuple(BandFit(run) for run in runs)) for runs in pages))


FITS = {
    "one band": None,
    "several bands": fit_of(((0, 2), (2, 3), (3, 4))),
    "several pages": fit_of(((0, 1), (1, 2)), ((2, 4),)),
}


def same(live: Live, journey: Journey, paper: Paper) -> None:
    """The drawings and plans are those of the whole, laid out anew."""
    anew = Live(journey, paper, fit=live.fit)
    for number, (is_now, should_be) in enumerate(zip(live.laid.drawings, anew.laid.drawings, strict=True)):
        found = difference(should_be, is_now)
        assert not found, (number, [(a.record, a.role) for a, _ in found.changed], found.added, found.removed)
        assert is_now == should_be
    assert live.plans == anew.plans
    assert live.laid.drawings == place(journey, paper, live.fit).drawings


def started(journey: Journey, fit: Fit | None) -> Live:
    live = Live(journey, PAPER, fit=fit if len(journey.stages()) == 4 else None)
    live.laid  # noqa: B018 - all pages are drawn, so that what is old could be kept by mistake
    return live


@pytest.mark.parametrize("kind", FITS)
def test_after_any_edits_it_is_what_the_whole_would_be(kind: str) -> None:
    @settings(QUICK, max_examples=40)
    @given(size=st.sampled_from(["full", "full", "small", "empty"]), data=st.data())
    @steady_ids()
    def run(size: str, data: st.DataObject) -> None:
        journey = SIZES[size]()
        live = started(journey, FITS[kind])
        for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6)):
            try:
                change = EDITS[name](journey, Hand(journey, data.draw))
            except BadInput:
                continue
            journey.apply(change)
            live.follow(change)
            same(live, journey, PAPER)

    run()
