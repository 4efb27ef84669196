"""Where everything in the emotion lane stands: what it shows, its least height, and the best scene for a height."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.geometry import Box
from journeyeditor.layout.emotion.callouts import CallOut, PlacedCallOut
from journeyeditor.layout.emotion.frame import BOTTOM, FACE, IDEAL, IDEAL_TOP, LEAST_STEP, TOP, Frame, Marks
from journeyeditor.layout.emotion.ground import AIR, BORDER, Ground, ground
from journeyeditor.layout.emotion.lines import Mark, Plot, plots
from journeyeditor.layout.emotion.names import place_names
from journeyeditor.layout.emotion.places import MOST, find_place, last_place
from journeyeditor.layout.emotion.texts import Placed
from journeyeditor.layout.emotion.tracks import Track
from journeyeditor.layout.emotion.words import place_words
from journeyeditor.layout.fitting import Margins
from journeyeditor.layout.label import BOTTOM as LABEL_BOTTOM
from journeyeditor.layout.label import Label
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Lane

GROWTH = (1.1, 1.2, 1.26, 1.33, 1.45, 1.65, 1.9)
"""Factors on the least height that are tried before call-outs get a strip of their own."""
FINE, MAKE_ROOM = 20.0, 9.0
"""Call-outs that cost more are also tried without words of feeling; so much cheaper, and the words make room."""
STRIP_STEP = 9.0
"""Height of a step of emotion under which strips are a last resort, in units."""
LESS_GOOD = 80.0
"""What the place of a call-out may cost where there is no room for a better one."""
ORDERS = ((0.0, "nwc"), (2.0, "wnc"), (MAKE_ROOM, "ncw"), (MAKE_ROOM, "wcn"), (1.6 * MAKE_ROOM, "cnw"))
"""What is placed first, and what it costs: names, words of feeling, call-outs."""
CROWDED = 150
"""With more feelings than this fewer ways are tried."""
ASTRAY, LED = 40.0, 6.0
"""What it costs when a name does not stand at the end of its line, or only with a leader."""
LOST, COVERED = 60.0, 1000.0
"""What it costs to leave out a word of feeling, and to put a name on another text."""
STAR = 4.2
"""Of a moment of truth at the lane's upper edge, in units."""
ENDS_LOW, ROOM_BELOW = -1.6, 6.0
"""Where a line ends at or below this emotion, its name gets so much more room (units) under the scale."""
FLATTER = 4.0
"""What it costs to make the steps of emotion one unit lower for the sake of a strip."""


class Plan(msgspec.Struct, frozen=True):
    """What a lane shows, measured but not placed."""

    sheet: Sheet
    lane: Lane
    tracks: tuple[Track, ...]
    marks: Marks
    label: Label
    callouts: tuple[CallOut, ...]
    truths: tuple[tuple[int, float], ...]
    """Index in reading order and x of every moment of truth."""
    apart: bool = False
    """True if other lanes lie between this one and the touchpoints: a star then tells what a line stands for."""
    margins: Margins | None = None
    """What it keeps free whatever it shows; None = what suits that best."""

    @property
    def called(self) -> tuple[str, ...]:
        """Ids of the emotions that are called out."""
        return tuple(one.extreme.feeling.record.id for one in self.callouts)

    @property
    def crowded(self) -> bool:
        """True if there are so many feelings that trying long is in vain."""
        return sum(len(run) for track in self.tracks for run in track.runs) > CROWDED

    @property
    def ends_low(self) -> bool:
        """True if a line ends so low that its name needs room below it."""
        if self.margins is not None:
            return self.margins.ends_low
        return any(track.last.value <= ENDS_LOW for track in self.tracks)

    @property
    def top(self) -> float:
        """Least room above +2: the label stands there, above the uppermost face."""
        unit = self.sheet.unit
        return max(TOP * unit, self.label.height - LABEL_BOTTOM * unit + (FACE / 2 + 0.9) * unit)

    @property
    def least(self) -> float:
        """The least height without strips."""
        unit = self.sheet.unit
        return self.top + (4 * LEAST_STEP + BOTTOM) * unit

    @property
    def enough(self) -> float:
        """A height that is never less than the least one: with strips for all call-outs."""
        return self.least + sum(self.strips(self.callouts))

    def star(self, frame: Frame, x: float) -> Box:
        """Where the star of a moment of truth stands: at the lane's upper edge."""
        across = STAR * self.sheet.unit
        return Box(x - across / 2, frame.box.y + 0.3 * self.sheet.unit, across, across)

    def strips(self, homeless: Sequence[CallOut]) -> tuple[float, float]:
        """Heights of the strips above and below the curve that some call-outs need."""
        room = [0.0, 0.0]
        for one in homeless:
            room[0 if one.extreme.high else 1] = one.widest.height + (AIR + BORDER + 3.5) * self.sheet.unit
        return room[0], room[1]

    def frame(self, top: float, height: float, strips: tuple[float, float] = (0.0, 0.0)) -> Frame:
        """The frame for a height: spare height goes to the steps, and a little to the margins."""
        unit = self.sheet.unit
        box = Box(self.sheet.left, top, self.sheet.right - self.sheet.left, height)
        over, under = self.top, BOTTOM * unit
        spare = max(0.0, height - self.least)
        ideal = max(1e-6, IDEAL * unit - self.least)
        over += max(0.0, IDEAL_TOP * unit - over) * min(1.0, spare / ideal) + 0.1 * max(0.0, spare - ideal)
        under += 0.06 * max(0.0, spare - ideal)
        if any(strips):
            over, under = self.top + strips[0], BOTTOM * unit + strips[1]
        if self.ends_low:
            under += min(ROOM_BELOW * unit, 0.4 * spare)
        room = max(0.4 * height, height - over - under)
        share = (height - room) / (over + under)
        return Frame(box, top + over * share, top + height - under * share, self.marks)


class Scene(msgspec.Struct, frozen=True):
    """Everything at its place."""

    frame: Frame
    plots: tuple[Plot, ...]
    names: Sequence[Placed]
    words: Sequence[Placed]
    callouts: Sequence[PlacedCallOut]
    truths: Sequence[tuple[float, float]]
    lost: int = 0
    """How many words of feeling found no place."""
    margins: Margins = msgspec.field(default_factory=Margins)
    """What its frame keeps free."""

    @property
    def cost(self) -> float:
        """Of the call-outs' places, of words left out, and of names and words not right at their points."""
        astray = sum(name.mark is not name.end or name.marked for name in self.names)
        away = sum(name.leader is not None for name in self.names) + 0.5 * sum(w.leader is not None for w in self.words)
        others = [word.box for word in self.words] + [one.box for one in self.callouts]
        covers = sum(name.box.meets(other) for name in self.names for other in others)
        texts = ASTRAY * astray + LED * away + LOST * self.lost + COVERED * covers
        return sum(one.cost for one in self.callouts) + texts

    @property
    def fine(self) -> bool:
        """True if it can hardly be better."""
        return all(one.cost <= FINE for one in self.callouts) and self.cost <= FINE * (len(self.callouts) + 1)


Pattern = Callable[[], Scene | None]
"""Where call-outs stood at the least height; asked only where one finds no place."""


class Least(msgspec.Struct, frozen=True):
    """The least height of a lane, with what strips, and how the call-outs stand there if they need none."""

    height: float
    strips: tuple[float, float] = (0.0, 0.0)
    scene: Scene | None = None


def least_scene(plan: Plan) -> Least:
    """The least height at which every call-out has a good place."""
    none = (0.0, 0.0)
    if not plan.callouts:
        return Least(plan.least, none)
    ready = _ready(plan, 0.0, plan.least)
    ground, limits = ready.ground.copy(), (MOST, LESS_GOOD)
    tight = replace(ready.scene, callouts=_stand(plan, ground, ready.scene, lambda: None, limits, whole=False))
    homeless = _homeless(plan, tight)
    if not homeless:
        return Least(plan.least, none, tight)
    both = plan.strips(homeless)
    tries = [(plan.least * factor, none) for factor in GROWTH if not plan.crowded]
    tries += [(plan.least + sum(some), some) for some in ((both[0], 0.0), (0.0, both[1])) if 0 < sum(some) < sum(both)]
    for height, strips in sorted(tries):
        if height > plan.least + sum(both):
            break
        scene = _placed(plan, _ready(plan, 0.0, height, strips), "l")
        if not _homeless(plan, scene):
            return Least(height, strips, None if any(strips) else scene)
    return Least(plan.least + sum(both), both)


def _homeless(plan: Plan, scene: Scene) -> list[CallOut]:
    """The call-outs that found no place."""
    return [one for one in plan.callouts if all(one is not placed.callout for placed in scene.callouts)]


def best_scene(plan: Plan, top: float, height: float, least: Callable[[], Least]) -> Scene:
    """Everything placed for a height. What is placed first has the better places: names and words of feeling, if the
    call-outs have good places all the same; else the call-outs; at last in strips of their own. How it stands at its
    `least` height is asked only where that matters.
    """
    if plan.margins is not None and any(plan.margins.strips):
        return _kept_scene(plan, top, height, plan.margins.strips, least)
    ready = _ready(plan, top, height)
    choices: list[tuple[float, Scene]] = []
    for price, order in _orders(plan):
        scene = _placed(plan, ready, order, lambda: least().scene)
        if not _homeless(plan, scene):
            if scene.fine:
                return scene
            choices.append((scene.cost + price, scene))
        elif plan.margins is not None and _is_hopeless(plan, ready, scene, least):
            break
    free_to_move = plan.margins is None
    if free_to_move and (not choices or min(cost for cost, _ in choices) > 2 * FINE + MAKE_ROOM):
        choices += _with_strips(plan, ready.scene.frame, least())
    if choices:
        return min(choices, key=lambda choice: choice[0])[1]
    homes = [(0.0, 0.0), *([least().strips] if free_to_move else [])]
    return _last_scene(plan, [ready if not any(some) else _ready(plan, top, height, some) for some in homes], least)


def _last_scene(plan: Plan, homes: Sequence[Ready], least: Callable[[], Least]) -> Scene:
    """Call-outs in less good places, with the first strips that have such places; else anywhere in the last ones.

    Where the margins are kept, as while something is dragged, nothing is covered: the call-out is left out for so long.
    """
    for ready in homes:
        scene = _placed(plan, ready, "lnw", lambda: least().scene)
        if not _homeless(plan, scene):
            return scene
    if plan.margins is not None and not plan.margins.covers:
        return _placed(plan, homes[-1], "lnw", regardless=True)
    scene = _placed(plan, homes[-1], "Cnw")
    return replace(scene, margins=replace(scene.margins, covers=True))


def _is_hopeless(plan: Plan, ready: Ready, scene: Scene, least: Callable[[], Least]) -> bool:
    """True if a call-out that found no place finds no good one on the bare ground either, whatever is placed first."""
    bare = ready.scene

    def is_lost(one: CallOut) -> bool:
        hint = functools.partial(_hint, lambda: least().scene, plan.callouts.index(one), bare.frame)
        return find_place(plan.sheet, bare.frame, ready.ground, one, _mark(bare.plots, one), hint) is None

    return any(is_lost(one) for one in _homeless(plan, scene))


def _kept_scene(
    plan: Plan, top: float, height: float, strips: tuple[float, float], least: Callable[[], Least]
) -> Scene:
    """Everything placed where the strips for call-outs are given: as it was placed when they were chosen."""
    ready = _ready(plan, top, height, strips)
    if ready.scene.frame.step >= 0.99 * STRIP_STEP * plan.sheet.unit:
        scene = _placed(plan, ready, "cnw")
        if not _homeless(plan, scene):
            return scene
    return _last_scene(plan, [ready], least)


def _with_strips(plan: Plan, plain: Frame, least: Least) -> list[tuple[float, Scene]]:
    """Scenes with strips for call-outs where the steps stay high enough, and what each costs."""
    choices = []
    for some in _strip_choices(plan, least):
        stripped = plan.frame(plain.box.y, plain.box.height, some)
        lost = (plain.step - stripped.step) / plan.sheet.unit
        if stripped.step >= 0.99 * STRIP_STEP * plan.sheet.unit:
            scene = _placed(plan, _ready(plan, plain.box.y, plain.box.height, some), "cnw")
            choices += [] if _homeless(plan, scene) else [(scene.cost + FLATTER * lost, scene)]
    return choices


def _orders(plan: Plan) -> list[tuple[float, str]]:
    """What is worth a try: without call-outs some orders come to the same, and the first of them costs least."""
    if plan.crowded:
        return list(ORDERS[-1:])
    if plan.callouts:
        return list(ORDERS)
    firsts = {order.replace("c", ""): (price, order) for price, order in reversed(ORDERS)}
    return sorted(firsts.values())


def _strip_choices(plan: Plan, least: Least) -> list[tuple[float, float]]:
    """Strips as in the least height, for one call-out, for the other, for both."""
    high, low = plan.strips(plan.callouts)
    choices = [least.strips, (high, 0.0), (0.0, low), (high, low)]
    return [some for n, some in enumerate(choices) if any(some) and some not in choices[:n]]


def _truth_lines(plan: Plan, drawn: Sequence[Plot]) -> list[tuple[float, float]]:
    """x and lower end of the lines of the moments of truth: down to the strongest feeling there."""
    at: dict[int, list[Mark]] = {}
    for plot in drawn:
        for mark in plot.marks:
            at.setdefault(mark.feeling.index, []).append(mark)
    lines = []
    for index, x in plan.truths:
        if index in at:
            strongest = max(at[index], key=lambda mark: abs(mark.feeling.value))
            lines.append((x, strongest.y))
    return lines


class Ready(msgspec.Struct, frozen=True):
    """A scene without texts, and its ground."""

    scene: Scene
    ground: Ground
    tried: dict[str, tuple[Scene, Ground]] = msgspec.field(default_factory=dict)
    """What has been placed, by its order."""


def _ready(plan: Plan, top: float, height: float, strips: tuple[float, float] = (0.0, 0.0)) -> Ready:
    frame = plan.frame(top, height, strips)
    drawn = plots(plan.sheet, frame, plan.tracks, plan.called)
    truths = _truth_lines(plan, drawn)
    free = ground(plan.sheet, frame, drawn, truths, STAR / 2 * plan.sheet.unit if plan.apart else 0.0)
    half = frame.marks.ring / 2
    for one in plan.callouts:
        mark = _mark(drawn, one)
        free.take(Box(mark.x - half, mark.y - half, 2 * half, 2 * half))
    return Ready(Scene(frame, drawn, (), (), (), truths, margins=Margins(strips, plan.ends_low)), free)


def _mark(drawn: Sequence[Plot], one: CallOut) -> Mark:
    wanted = one.extreme.feeling.record.id
    return next(mark for plot in drawn for mark in plot.marks if mark.feeling.record.id == wanted)


def _placed(
    plan: Plan, ready: Ready, order: str, pattern: Pattern = lambda: None, *, regardless: bool = False
) -> Scene:
    """What the letters of `order` stand for, placed one after the other: names, words of feeling, call-outs.

    `c` are call-outs in good places only, `l` also in less good ones; `C` puts them anywhere rather than nowhere, so
    that nothing is ever left out. Nothing is placed after call-outs of which one has no place, but `regardless` of it.
    What several orders begin with is placed once.
    """
    scene, free = ready.scene, ready.ground
    for count, letter in enumerate(order, 1):
        begun = order[:count]
        if begun not in ready.tried:
            ready.tried[begun] = _with_next(plan, scene, free.copy(), letter, pattern)
        scene, free = ready.tried[begun]
        if letter in "cl" and not regardless and _homeless(plan, scene):
            break
    return scene


def _with_next(plan: Plan, scene: Scene, free: Ground, letter: str, pattern: Pattern) -> tuple[Scene, Ground]:
    """A scene with what a letter stands for, and the ground on which that stands too."""
    if letter == "n":
        return replace(scene, names=place_names(plan.sheet, free)), free
    if letter == "w":
        words, lost = place_words(plan.sheet, free, plan.called)
        return replace(scene, words=words, lost=lost), free
    limits = {"c": (MOST,), "l": (MOST, LESS_GOOD), "C": (MOST, LESS_GOOD, math.inf)}[letter]
    # what has no place while margins are kept is asked for
    standing = _stand(plan, free, scene, pattern, limits, whole=plan.margins is None)
    return replace(scene, callouts=standing), free


def _stand(
    plan: Plan, free: Ground, scene: Scene, pattern: Pattern, limits: Sequence[float], *, whole: bool
) -> list[PlacedCallOut]:
    """Places for the call-outs within the first limit of cost that leads to one; those that find none are left out.

    If they are wanted as a `whole`, none is looked for after the first that has no place.
    """
    frame = scene.frame
    standing: list[PlacedCallOut] = []
    for number, one in enumerate(plan.callouts):
        mark, hint = _mark(scene.plots, one), functools.partial(_hint, pattern, number, frame)
        found = find_place(plan.sheet, frame, free, one, mark, hint, limits)
        if found is None and limits[-1] == math.inf:
            found = last_place(plan.sheet, frame, free, one, mark)
        if found is not None:
            free.take(found.box)
            standing.append(found)
        elif whole:
            break
    return standing


def _hint(pattern_of: Pattern, number: int, frame: Frame) -> Box | None:
    """Where the call-out stood in the least frame, carried over to this one."""
    pattern = pattern_of()
    if pattern is None or number >= len(pattern.callouts):
        return None
    box = pattern.callouts[number].box
    middle = pattern.frame.carried(box.middle[1], frame)
    return replace(box, y=middle - box.height / 2)
