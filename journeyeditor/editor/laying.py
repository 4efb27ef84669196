"""The board of a journey that is being edited: laid out again after each change, its type chosen when nobody types."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from functools import partial

import msgspec

from journeyeditor.drawing import Drawing
from journeyeditor.editor.document import Document
from journeyeditor.editor.showing import stages_showing
from journeyeditor.editor.signal import Signal
from journeyeditor.errors import JourneyError
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper, find_paper
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head
from journeyeditor.tools.board import Board
from journeyeditor.tools.leaf import Leaf


class Ground(msgspec.Struct, frozen=True, eq=False):
    """The board on which something is tried, as it was before."""

    board: Board
    leaves: dict[int, tuple[object, Leaf]]
    is_settled: bool


class Laying:
    """Holds the board of a document's journey as it looks now."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.relaid: Signal[Board] = Signal()
        """Whenever the board is another."""
        self._held = 0
        self.is_settled = True
        """Whether the type is chosen for the map as it is now."""
        self.fitting_time = 0.0
        """Seconds of processor time that choosing the type took the last time."""
        self._leaves: dict[int, tuple[object, Leaf]] = {}
        self._ground: Ground | None = None
        self.live = self._laid_out()
        self.board = self._boarded()

    @property
    def journey(self) -> Journey:
        """To be read; written by `do` alone."""
        return self.document.journey

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """The type stays as it is inside, so that nothing trembles."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """From now on the type stays as it is, until `release` was called as often."""
        self._held += 1

    def release(self) -> None:
        """The type may be chosen again."""
        self._held = max(0, self._held - 1)

    def settle(self) -> bool:
        """Chooses the type for the map as it is now, unless it is held; True if the board is another."""
        if self._held or self.is_settled:
            return False
        start = time.process_time()
        other = self.live.refit()
        self.fitting_time = time.process_time() - start
        self.is_settled = True
        if other:
            self.board = self._boarded()
            self.relaid.tell(self.board)
        return other

    def _begin_trial(self) -> None:
        """From now on changes are tried on the board as it is."""
        self._ground = Ground(self.board, self._leaves, self.is_settled)
        self.live.begin_trial()

    def _end_trial(self) -> None:
        """The board stays as it is."""
        if self._ground is not None:
            self._ground = None
            self.live.end_trial()

    def paper(self) -> Paper:
        """The sheet that the journey asks for; A3 where it asks for none that there is."""
        wish = self.journey.head.poster
        try:
            return find_paper(wish.paper, wish.orientation, wish.margin)
        except JourneyError:
            return find_paper("A3", wish.orientation)

    def _lay(self, change: Change) -> None:
        """Lays out again what a change touched."""
        if _asks_for_another_sheet(change):
            self.live = self._laid_out()
            self.is_settled = True
        else:
            taken_back = self.live.follow(change)
            self.is_settled = taken_back and self._ground is not None and self._ground.is_settled
        self.board = self._boarded()
        self.relaid.tell(self.board)

    def _laid_out(self) -> Live:
        head = self.journey.head
        start = time.process_time()
        people = tuple(key for key in head.poster.personas if key in self.journey)
        try:
            live = Live(self.journey, self.paper(), theme=head.poster.theme, personas=people)
        except JourneyError:
            live = Live(self.journey, self.paper())
        self.fitting_time = time.process_time() - start
        return live

    def _boarded(self) -> Board:
        """Pages that are as they were are the same leaves; the others are drawn when they are asked for."""
        live, found = self.live, {}
        known = [self._leaves, *([self._ground.leaves] if self._ground is not None else [])]
        width, height = live.size
        for number in range(live.count):
            sign = live.sign(number)
            before = next((one[number] for one in known if number in one and one[number][0] is sign), None)
            if before is not None:
                found[number] = before
                continue
            leaf = Leaf(width, height, partial(_page, live, number), live.planner(number), live.stages_of(number))
            found[number] = sign, leaf
        self._leaves = found
        return Board(tuple(leaf for _, leaf in found.values()), partial(stages_showing, self.journey))


def _page(live: Live, number: int) -> Drawing:
    """A page as it is now; the last one where there are fewer by now, for a board of before."""
    return live.page(min(number, live.count - 1))


def _asks_for_another_sheet(change: Change) -> bool:
    """True if paper, theme or language are others."""
    for before, after in change.pairs.values():
        if isinstance(before, Head) and isinstance(after, Head):
            return before.poster != after.poster or before.language != after.language
    return False
