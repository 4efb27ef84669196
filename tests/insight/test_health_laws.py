"""Map health never fails, always says the same, and is quick."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.errors import BadInput
from journeyeditor.insight import health, priorities, ranked_pains, report_lines
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import Emotion, Flow, Head, Opportunity, Pain, Persona, Stage, Touchpoint, emotion_id
from journeyeditor.words import speak
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, steady_ids
from tests.files.anything import journeys

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
ROOT = Path(__file__).resolve().parents[2]


def assert_speaks(journey: Journey) -> None:
    """It answers, of records that are there, the same again and whatever order the records were made in."""
    found = health(journey)
    assert health(journey) == found
    records = [record for record in journey if record.id != journey.head.id]
    assert health(Journey.of(journey.head, reversed(records), journey.images)) == found
    for finding in found:
        assert finding.records
        assert all(key in journey for key in finding.records)
        assert len(set(finding.records)) == len(finding.records)
        for words in (speak("en"), speak("fr")):
            plain = finding.to_plain(words.say)
            assert all(plain[part].strip() for part in ("message", "why", "advice"))
    assert report_lines(found, speak("fr"))
    assert len(ranked_pains(journey)) == len(journey.all(Pain))
    ranked = priorities(journey)
    live = [one for one in journey.all(Opportunity) if one.status != "dropped"]
    assert sum(map(len, ranked.fields.values())) + len(ranked.unrated) == len(live)


@settings(QUICK, max_examples=120)
@given(size=st.sampled_from(sorted(SIZES)), data=st.data())
@steady_ids()
def test_any_edits_leave_a_journey_that_can_be_asked(size: str, data: st.DataObject) -> None:
    journey = SIZES[size]()
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=12)):
        try:
            journey.apply(EDITS[name](journey, Hand(journey, data.draw)))
        except BadInput:
            continue
    assert_speaks(journey)


@settings(QUICK, max_examples=60)
@given(journeys())
def test_any_journey_can_be_asked(journey: Journey) -> None:
    assert_speaks(journey)


def test_every_start_of_the_program_says_the_same() -> None:
    """Sets have another order in every process."""
    code = (
        "import json; from tests.edits.samples import full; from journeyeditor.insight import health;"
        "print(json.dumps([finding.to_plain() for finding in health(full())]))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def crowd(touchpoints: int, *, spanning: bool = False) -> Journey:
    """A long journey with three personas, pains, opportunities, flows back; or with findings over the whole of it."""
    stages = touchpoints // 10
    records = [Persona(id=f"p{n}", order=f"a{n}", name=f"P{n}") for n in range(3)]
    records += [Stage(id=f"s{n}", order=key) for n, key in enumerate(keys_between(None, None, stages))]  # type: ignore[misc]
    orders = keys_between(None, None, 10)
    for n in range(stages * 10):
        key, ends = f"t{n}", ("t0", f"t{stages * 10 - 1}") if spanning else (f"t{n}", f"t{n}")
        records += [
            Touchpoint(id=key, stage=f"s{n // 10}", order=orders[n % 10], ends_here=spanning),
            Pain(id=f"pain{n}", first=ends[0], last=ends[1], severity=5, personas=(f"p{n % 3}",)),
            Opportunity(id=f"o{n}", first=ends[0], last=ends[1]),
            Flow(id=f"f{n}", source=key, target=f"t{n // 2}", share=30, personas=(f"p{n % 3}",) if n % 5 == 0 else ()),
            *(
                Emotion(id=emotion_id(f"p{m}", key), persona=f"p{m}", touchpoint=key, value=n * m % 5 - 2)
                for m in range(3)
            ),
        ]  # type: ignore[list-item]
    return Journey.of(Head(id="head"), records)


def seconds(journey: Journey) -> float:
    """The best of three, in processor time; the search for dead cycles walks other tests' objects, so it rests."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            begun = time.process_time()
            health(journey)
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


def test_ten_times_the_map_takes_not_much_more_than_ten_times_as_long() -> None:
    assert seconds(crowd(4_000)) < 30 * seconds(crowd(400))


def test_findings_that_span_everything_and_ways_that_end_everywhere_do_not_make_it_slow() -> None:
    assert seconds(crowd(4_000, spanning=True)) < 30 * seconds(crowd(400, spanning=True))
