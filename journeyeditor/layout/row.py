"""Parts of the poster that stand under one another: header, loop channel, stage header, lanes, legend, footer."""

from __future__ import annotations

import copy
import functools
import math
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from journeyeditor.drawing import Group
from journeyeditor.errors import Message
from journeyeditor.layout.fitting import Margins, Stand

RIGID = 1.0


def nothing_to_say(_top: float, _height: float) -> tuple[Message, ...]:
    """Of a row that always shows everything."""
    return ()


@dataclass(frozen=True)
class Row:
    """A strip over the whole width, measured but not yet placed.

    `height` is what its content needs; `stretch` the factor up to which it may grow (infinite for the emotion lane);
    `draw(top, height)` makes its groups in reading order, the height being between `height` and `height * stretch`.
    `marks` are the names of the marks used, for the legend. `washed` lanes take part in the faint stripes.
    """

    name: str
    height: float
    draw: Callable[[float, float], list[Group]]
    stretch: float = RIGID
    marks: frozenset[str] = frozenset()
    washed: bool = True
    gap: float = 2.0
    """Distance to the row below, in units of the sheet; rows that touch (0) are never drawn apart."""
    cramped: bool = False
    """True if words had to be broken because the type is too large for the width."""
    notices: Callable[[float, float], tuple[Message, ...]] = nothing_to_say
    """`notices(top, height)`: what had to be left out there."""
    scale: Callable[[float, float], tuple[float, float]] | None = None
    """`scale(top, height)`: y of the emotions +2 and -2 there; None for a row without a scale."""
    stand: Callable[[float, float], Margins] | None = None
    """`stand(top, height)`: what a row with a scale keeps free above and below it there."""
    kept: Callable[[Stand], Row] | None = None
    """`kept(stand)`: the same row, which keeps that free whatever it shows; the same object for the same stand."""

    @property
    def bound(self) -> float:
        """A height that it needs in any case; sooner known than `height` where that takes long to find out."""
        return self.height

    @property
    def enough(self) -> float:
        """A height that is enough in any case, and as soon known."""
        return self.height


class LateRow(Row):
    """A row whose height is worked out when it is first asked for; until then it is known to be `bound` at
    least, and that `enough` is not too little."""

    def __init__(  # noqa: PLR0913 - the fields of a row
        self,
        name: str,
        bound: float,
        measure: Callable[[], float],
        draw: Callable[[float, float], list[Group]],
        *,
        enough: float = math.inf,
        stretch: float = RIGID,
        marks: frozenset[str] = frozenset(),
        washed: bool = True,
        notices: Callable[[float, float], tuple[Message, ...]] = nothing_to_say,
        scale: Callable[[float, float], tuple[float, float]] | None = None,
        stand: Callable[[float, float], Margins] | None = None,
        kept: Callable[[Stand], Row] | None = None,
    ) -> None:
        # Past the frozen fields, and without `height`: its place is taken by the property until it has been found.
        self.__dict__.update(name=name, draw=draw, stretch=stretch, marks=marks, washed=washed, notices=notices)
        self.__dict__.update(scale=scale, stand=stand, kept=kept)
        self.__dict__.update(_bound=bound, _enough=enough, _measure=measure)

    @functools.cached_property
    def height(self) -> float:
        """What its content needs, mm."""
        measure: Callable[[], float] = self.__dict__["_measure"]
        return measure()

    @property
    def bound(self) -> float:
        """Quicker to have than the height, and never more."""
        bound: float = self.__dict__["_bound"]
        return bound

    @property
    def enough(self) -> float:
        """Quicker to have than the height, and never less."""
        enough: float = self.__dict__["_enough"]
        return enough


def with_marks(row: Row, more: AbstractSet[str]) -> Row:
    """The row with more marks for the legend."""
    made = copy.copy(row)
    made.__dict__["marks"] = row.marks | more
    return made
