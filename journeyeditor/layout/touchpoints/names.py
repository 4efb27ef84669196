"""Names of touchpoints under their circles: in their own slots where they fit, else on two or three tiers.

A name on a lower tier hangs on a hairline from its circle and has the room of its neighbours' slots. Which name goes
where is the cheapest way (dynamic programming over the last names) in which no word is broken.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Halo
from journeyeditor.layout.flows.routes import Stop
from journeyeditor.layout.narrow import is_broken, narrowest
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

TIERS = 3
GAP = 1.6
"""Between two names, in units."""
LEADER_GAP = 0.8
"""Between a name and the hairline of a lower one, in units."""
WIDEST = 30.0
"""A name on one line is not wider than this, in units."""
LINES_IN_SLOT, LINES_BELOW = 4, 3
TIER_GAP = 1.6
TWO_LINES = 0.72
"""A name that takes more than this part of its room is set in two lines: air between names reads better."""
BACK = 3
"""How many names back one can reach."""
CLASH, BROKEN = 100.0, 20.0
"""What it costs if two names meet, and each mm by which they do."""

Interval = tuple[float, float]


class Name(msgspec.Struct, frozen=True):
    """A name and where it stands: in which room, its tier from 0, and whether a word of it had to be broken."""

    stop: Stop
    words: Paragraph
    room: Interval
    tier: int
    broken: bool

    @property
    def x(self) -> float:
        """Its middle: that of its circle if it fits so, else moved aside as little as needed."""
        low, high = self.room
        half = self.words.width / 2
        return min(max(self.stop.x, low + half), max(high - half, low + half))


class Names(msgspec.Struct, frozen=True):
    """All names of a lane; `tops` are the upper edges of the tiers below the first one's."""

    names: tuple[Name, ...]
    tops: tuple[float, ...]
    height: float


class _Wish(msgspec.Struct, frozen=True):
    """A name that wants a place: the interval that it wants, and all it could have at most."""

    stop: Stop
    want: Interval
    most: Interval
    easy: bool

    @property
    def width(self) -> float:
        return self.want[1] - self.want[0]


def names(sheet: Sheet, stops: Sequence[Stop], walls: Sequence[float]) -> Names:
    """The names of a lane's touchpoints. `walls` are x of lines that pass between them."""
    wishes = _wishes(sheet, stops, sorted(walls))
    tiers = [0] * len(wishes) if all(wish.easy for wish in wishes) else _tiers(sheet, wishes)
    rooms = _rooms(sheet, wishes, tiers)
    placed = [_name(sheet, wish, room, tier) for wish, room, tier in zip(wishes, rooms, tiers, strict=True)]
    tops, y = [], 0.0
    for tier in range(TIERS):
        tall = max((name.words.height for name in placed if name.tier == tier), default=0.0)
        tops.append(y)
        y += tall + (TIER_GAP * sheet.unit if tall else 0.0)
    return Names(tuple(placed), tuple(tops), max(0.0, y - TIER_GAP * sheet.unit))


def _wishes(sheet: Sheet, stops: Sequence[Stop], walls: Sequence[float]) -> list[_Wish]:
    unit, style = sheet.unit, sheet.body()
    found = []
    for n, stop in enumerate(stops):
        x, text = stop.x, stop.touchpoint.title
        most = _between_walls(sheet, x, walls)
        beside = [abs(other.x - x) for other in (*stops[max(0, n - 1) : n], *stops[n + 1 : n + 2])]
        room = min(WIDEST * unit, 2 * min(x - most[0], most[1] - x), *(away - GAP * unit for away in beside))
        easy = not text.strip() or (
            room > 0
            and fonts.longest_word(text, style) <= room
            and fonts.line_count(text, style, room) <= LINES_IN_SLOT
        )
        if not easy:
            room = narrowest(text, style, LINES_BELOW, min(most[1] - most[0], 1.6 * WIDEST * unit))
        found.append(_Wish(stop, _around(x, room, most), most, easy))
    return found


def _between_walls(sheet: Sheet, x: float, walls: Sequence[float]) -> Interval:
    """The stretch around x that no line passes."""
    gap = LEADER_GAP * sheet.unit
    before, after = bisect.bisect_left(walls, x - gap) - 1, bisect.bisect_right(walls, x + gap)
    low = walls[before] + gap if before >= 0 else sheet.map_left
    high = walls[after] - gap if after < len(walls) else sheet.right
    return max(low, sheet.map_left), min(high, sheet.right)


def _around(x: float, width: float, most: Interval) -> Interval:
    """An interval of a width around x, moved or cut so that it stays inside another."""
    width = min(width, most[1] - most[0])
    left = min(max(x - width / 2, most[0]), most[1] - width)
    return left, left + width


# -- tiers ------------------------------------------------------------------------------------------------------------
State = tuple[int, ...]
"""The tiers of the last names, the nearest last."""


def _tiers(sheet: Sheet, wishes: Sequence[_Wish]) -> list[int]:
    """The tier of every name: as few low ones as keep names and hairlines apart."""
    costs: dict[State, float] = {(): 0.0}
    back: list[dict[State, tuple[State, int]]] = []
    for n, wish in enumerate(wishes):
        clashes = [_clashes(sheet, wishes[n - by], wish) for by in range(1, min(n, BACK) + 1)]
        # what each tier costs beside each tier of the names before
        beside = [
            [[c[(tier > other) - (tier < other)] for other in range(TIERS)] for c in clashes] for tier in range(TIERS)
        ]
        prices = [tier * (3.0 if wish.easy else 1.0) for tier in range(TIERS)]
        following, came = (_third if len(clashes) == BACK else _early)(costs, prices, beside)
        costs = following
        back.append(came)
    state = min(costs, key=lambda key: (costs[key], key))
    found: list[int] = []
    for came in reversed(back):
        state, tier = came[state]
        found.append(tier)
    return found[::-1]


Beside = list[list[list[float]]]
"""What each tier costs: for each of the names before, the nearest first, on each of its tiers."""
Step = tuple[dict[State, float], dict[State, tuple[State, int]]]
"""What each state costs at least, and whence and with which tier it comes at that price."""


def _early(costs: dict[State, float], prices: Sequence[float], beside: Beside) -> Step:
    """From the states before one of the first names to those after it."""
    following: dict[State, float] = {}
    came: dict[State, tuple[State, int]] = {}
    for state, cost in costs.items():
        nearest = state[::-1]
        for tier, rows in enumerate(beside):
            total = cost + prices[tier]
            for row, other in zip(rows, nearest, strict=True):
                total += row[other]
            after = _then(state, tier)
            if after not in following or total < following[after]:
                following[after], came[after] = total, (state, tier)
    return following, came


def _third(costs: dict[State, float], prices: Sequence[float], beside: Beside) -> Step:
    """The same with three names before: nearly all, and the hottest loop of a map whose names need tiers."""
    following: dict[State, float] = {}
    came: dict[State, tuple[State, int]] = {}
    tiers = [(n, prices[n], rows[0], rows[1], rows[2]) for n, rows in enumerate(beside)]
    for state, cost in costs.items():
        first, second, third = state
        for tier, price, near, farther, far in tiers:
            total = cost + price + near[third] + farther[second] + far[first]
            after = (second, third, tier)
            known = following.get(after)
            if known is None or total < known:
                following[after], came[after] = total, (state, tier)
    return following, came


@functools.cache
def _then(state: State, tier: int) -> State:
    return (*state, tier)[-BACK:]


def _clashes(sheet: Sheet, a: _Wish, b: _Wish) -> tuple[float, float, float]:
    """What it costs that a stands on the same tier as b, above it (b's hairline passes a), or below it."""
    beside = a.want[1] + GAP * sheet.unit - b.want[0]
    above = a.want[1] + LEADER_GAP * sheet.unit - b.stop.x
    below = a.stop.x + LEADER_GAP * sheet.unit - b.want[0]
    one, two, three = (CLASH + BROKEN * over / sheet.unit if over > 1e-6 else 0.0 for over in (beside, above, below))
    return one, two, three


# -- rooms ------------------------------------------------------------------------------------------------------------
def _rooms(sheet: Sheet, wishes: Sequence[_Wish], tiers: Sequence[int]) -> list[Interval]:
    """What every name really has: up to the neighbours on its tier and to the hairlines that pass it."""
    rooms = [list(wish.most) for wish in wishes]
    for tier in range(TIERS):
        mine = [n for n, own in enumerate(tiers) if own == tier]
        for a, b in itertools.pairwise(mine):
            border = _border(sheet, wishes[a], wishes[b])
            rooms[a][1] = min(rooms[a][1], border - GAP * sheet.unit / 2)
            rooms[b][0] = max(rooms[b][0], border + GAP * sheet.unit / 2)
        lower = [n for n, own in enumerate(tiers) if own > tier]
        _keep_off_leaders(sheet, wishes, rooms, mine, lower)
    return [(low, high) for low, high in rooms]


def _border(sheet: Sheet, a: _Wish, b: _Wish) -> float:
    """Where the room of one name ends and that of the next begins."""
    if a.want[1] + GAP * sheet.unit <= b.want[0]:
        return (a.want[1] + b.want[0]) / 2
    return (a.stop.x + b.stop.x) / 2


def _keep_off_leaders(
    sheet: Sheet, wishes: Sequence[_Wish], rooms: list[list[float]], mine: Sequence[int], lower: Sequence[int]
) -> None:
    gap = LEADER_GAP * sheet.unit
    for n in mine:
        # reading order is order of x, so only the nearest hairline on each side counts
        place = bisect.bisect_left(lower, n)
        if place > 0:
            rooms[n][0] = max(rooms[n][0], wishes[lower[place - 1]].stop.x + gap)
        if place < len(lower):
            rooms[n][1] = min(rooms[n][1], wishes[lower[place]].stop.x - gap)


def _name(sheet: Sheet, wish: _Wish, room: Interval, tier: int) -> Name:
    """The name broken for its room: centred under its circle if it fits so, else moved aside as little as needed."""
    x, unit = wish.stop.x, sheet.unit
    low, high = room
    centred = 2 * min(x - low, high - x)
    want = min(wish.width, high - low)
    if centred >= want and not wish.easy:
        want = min(centred, 1.15 * want)
    halo = Halo(sheet.theme.wash, 0.6 * unit) if _hatched(sheet, wish.stop) else None
    style, ink = sheet.body(), sheet.theme.ink
    text = wish.stop.touchpoint.title
    if fonts.width(text, style) > TWO_LINES * want:
        want = min(want, narrowest(text, style, 2, want))
    broken = fonts.longest_word(text, style) > want + 1e-6
    words = paragraph(text, style, ink, want, balance=not broken, halo=halo)
    return Name(wish.stop, words, room, tier, is_broken(text, style, want, unit))


def _hatched(sheet: Sheet, stop: Stop) -> bool:
    near = sheet.columns[max(0, stop.stage - 1) : stop.stage + 2]
    return any(column.stage.blind_spot is not None for column in near)
