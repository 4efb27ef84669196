"""A live poster: opening, and following one change, against laying out the whole map and against `json.dumps` of it."""

from __future__ import annotations

import functools
import gc
import itertools
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.journeys import generated
from benchmarks.laying import forget
from benchmarks.timing import seconds
from journeyeditor.assets import resource
from journeyeditor.drawing import Drawing
from journeyeditor.edits import describing, stages, touchpoints
from journeyeditor.files import load
from journeyeditor.layout import find_paper
from journeyeditor.layout.drawn import draw_page
from journeyeditor.layout.fit import fit as choose
from journeyeditor.layout.frozen import measured_pages
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.poster import bare_sheet
from journeyeditor.layout.sheet import Fit
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.plain import record_to_plain
from journeyeditor.model.records import Emotion, Pain

REPEAT = 25
WORDS = "Compare the prices of two shops"

Edit = Callable[[int], Change]


def edits(journey: Journey) -> dict[str, Edit]:
    """What is timed, in the middle of the map; the argument counts the changes, so that each one does something."""
    order = journey.stages()
    middle = len(order) // 2
    touchpoint = journey.touchpoints(order[middle].id)[1]
    inside = {one.id for one in journey.touchpoints(order[middle].id)}
    emotion = next(one for one in journey.all(Emotion) if one.touchpoint == touchpoint.id)
    pain = next(one for one in journey.all(Pain) if one.first in inside)
    return {
        "title": lambda n: describing.describe(journey, touchpoint.id, title=WORDS[: 6 + n % 8]),
        "emotion": lambda n: describing.describe(journey, emotion.id, value=(-2, -1, 0, 1.5, 2)[n % 5]),
        "pain": lambda n: describing.describe(journey, pain.id, text=WORDS[: 6 + n % 10]),
        "severity": lambda n: describing.describe(journey, pain.id, severity=1 + n % 5),
        "move_within": lambda n: touchpoints.move_touchpoints(journey, [touchpoint.id], touchpoint.stage, 2 * (n % 2)),
        "move_next": lambda n: touchpoints.move_touchpoints(journey, [touchpoint.id], order[middle + n % 2].id, 1),
        "move_stage": lambda n: stages.move_stages(journey, [order[1].id], (4, 1)[n % 2]),
    }


def followed(live: Live, journey: Journey, edit: Edit, page: int) -> float:
    """Median seconds from an edit that was carried out to the page drawn and its plan known."""
    times = []
    for number in itertools.count(1):
        change = edit(number)
        if not change:
            continue
        journey.apply(change)
        start = time.process_time()
        live.follow(change)
        live.page(min(page, live.count - 1))
        live.plans_of(min(page, live.count - 1))
        times.append(time.process_time() - start)
        if len(times) > REPEAT:
            break
    return statistics.median(times[1:])


def measure(count: int) -> dict[str, float]:
    """Seconds of opening a map of so many touchpoints on A0 and of following single changes, and their ratios."""
    journey, paper = generated(count), find_paper("A0")
    forget()
    start = time.process_time()
    live = Live(journey, paper)
    live.page(0)
    found = {"open_first_page": time.process_time() - start}
    start = time.process_time()
    page = next(plan.page for plan in live.plans if plan.stages[-1].stage == _middle(journey, live))
    found["open_all_pages"] = found["open_first_page"] + time.process_time() - start
    # what a map keeps alive is no rubbish: without this every search for dead cycles looks at all of it
    gc.collect()
    gc.freeze()
    repeat = 3 if count <= 1000 else 1
    whole = seconds(lambda: _laid_anew(journey, paper, live.fit), repeat, warm=False)
    plain = functools.partial(json.dumps, [record_to_plain(record) for record in journey])
    found["whole"], found["json_dumps"] = whole, seconds(plain, 5)
    for name, edit in edits(journey).items():
        found[name] = followed(live, journey, edit, page)
    shares = {f"{name}_of_whole": found[name] / whole for name in edits(journey)}
    gc.unfreeze()
    return found | shares


def measure_example(name: str) -> dict[str, float]:
    """Seconds of opening a shipped example on A3, of dragging points of its curve, and of choosing its type again."""
    journey, paper = load(resource("templates", f"{name}.journey")).journey, find_paper("A3")
    forget()
    start = time.process_time()
    live = Live(journey, paper)
    live.page(0)
    found = {"open": time.process_time() - start}
    steps = [step for emotion in journey.all(Emotion) for step in _dragged(live, journey, emotion)]
    found["drag_median"], found["drag_worst"] = statistics.median(steps), max(steps)
    start = time.process_time()
    live.refit()
    found["refit"] = time.process_time() - start
    sheet = bare_sheet(journey, paper, "calm", None, ())
    found["whole"] = seconds(lambda: _laid_anew(journey, paper, live.fit), 5)
    found["choose_warm"] = seconds(lambda: choose(replace(sheet, shared={})), 5)
    found["json_dumps"] = seconds(lambda: json.dumps([record_to_plain(record) for record in journey]), 5)
    return found


def _dragged(live: Live, journey: Journey, emotion: Emotion) -> Iterator[float]:
    """Seconds of every step in which a point of the curve is dragged a little down and up, and back."""
    for n in (-2, -1, 1, 2, 0):
        change = describing.describe(journey, emotion.id, value=max(-2.0, min(2.0, emotion.value + 0.1 * n)))
        if change:
            journey.apply(change)
            start = time.process_time()
            live.follow(change)
            live.page(0)
            live.plans_of(0)
            yield time.process_time() - start


def _laid_anew(journey: Journey, paper: Paper, fit: Fit) -> list[Drawing]:
    sheet = replace(bare_sheet(journey, paper, "calm", None, ()), fit=Fit(fit.body))
    return [draw_page(sheet, page).plain for page in measured_pages(sheet, fit)]


def _middle(journey: Journey, live: Live) -> str:
    """The last stage of the band that holds the middle of the map."""
    key = journey.stages()[len(journey.stages()) // 2].id
    return next(plan.stages[-1].stage for plan in live.plans if any(stage.stage == key for stage in plan.stages))
