"""A desk over a real journey in memory, and a hand that works on it in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from journeyeditor.editor.targets import target_at
from journeyeditor.edits.describing import naming_field
from journeyeditor.edits.history import History
from journeyeditor.errors import BadInput, message
from journeyeditor.files import load
from journeyeditor.geometry import Box
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import find_paper
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Target, Tool, Wish
from journeyeditor.tools.events import (
    Carry,
    DoublePress,
    Escape,
    Event,
    ItemKind,
    Leave,
    Modifiers,
    Move,
    Press,
    Release,
)
from journeyeditor.tools.marks import Hint, Mark
from journeyeditor.tools.pointing import Pointing

ROOT = Path(__file__).resolve().parents[2]
Place = tuple[float, float]


def template(name: str) -> Journey:
    """A shipped template, by its file's name."""
    return load(ROOT / "resources" / "templates" / f"{name}.journey").journey


class FakeDesk:
    """Carries previews out on the journey, lays the board out, and remembers what it was asked for."""

    def __init__(self, journey: Journey, paper: str = "A3") -> None:
        self.journey = journey
        self.history = History(journey)
        self.live = Live(journey, find_paper(paper))
        self.board = self.ground = self._boarded()
        self.pixel = 0.25
        self.selection: tuple[str, ...] = ()
        self.persona: str | None = None
        self.marks: tuple[Mark, ...] = ()
        self.hint: Hint | None = None
        self.hovered: Target | None = None
        self.opened: list[tuple[str, str]] = []
        self.asked: list[tuple[str, tuple[str, ...], Callable[[str], None]]] = []
        self.previews = 0
        self.stood: tuple[float, float] | None = None

    @property
    def is_trying(self) -> bool:
        return self.history.is_trying

    def _boarded(self) -> Board:
        return Board.of(tuple(self.live.laid.drawings), tuple(self.live.plans))

    def _follow(self, change: Change) -> None:
        if change:
            self.live.follow(change)
            self.board = self._boarded()
        if not self.history.is_trying:
            self.ground = self.board
            self.live.end_trial()

    def target(self, x: float, y: float) -> Target:
        return target_at(cast("Any", self), x, y, self.pixel, self.hovered)

    def select(self, keys: Sequence[str], *, keep: bool = False) -> None:
        wanted = dict.fromkeys([*(self.selection if keep else ()), *keys])
        self.selection = tuple(key for key in wanted if key in self.journey)

    def stand(self, x: float, y: float) -> None:
        self.stood = (x, y)

    def preview(self, wish: Wish | None) -> bool:
        self.previews += 1
        taken_back = self.let_go_of()
        if wish is None:
            self._follow(taken_back)
            return True
        if self.board is self.ground:
            self.live.begin_trial()
        try:
            change = wish(self.journey)
        except BadInput as problem:
            self._follow(taken_back)
            self.show(*self.marks, hint=Hint(problem.problem, problem.advice))
            return False
        self.history.show(change)
        self._follow(taken_back.then(change))
        return True

    def let_go_of(self) -> Change:
        shown = self.history._shown
        self.history.let_go()
        return shown.inverse() if shown is not None else Change(message("Nothing"))

    def keep(self) -> tuple[str, ...]:
        kept = self.history.keep()
        self.ground = self.board
        self.live.end_trial()
        return tuple(record.id for record in kept.added()) if kept is not None else ()

    def take_back(self) -> None:
        taken = self.history.forget()
        assert taken is not None
        self._follow(taken)

    def let_go(self) -> None:
        self._follow(self.let_go_of())

    def show(self, *marks: Mark, hint: Hint | None = None) -> None:
        self.marks, self.hint = marks, hint

    def hover(self, target: Target | None) -> None:
        self.hovered = target

    def open_text(self, key: str, field: str = "", at: tuple[float, float] | None = None) -> None:  # noqa: ARG002
        self.opened.append((key, field))

    def pick(self, what: str, choices: Sequence[str], then: Callable[[str], None]) -> None:
        self.asked.append((what, tuple(choices), then))


class Hand:
    """A hand on a desk: it finds things by what they are called."""

    def __init__(self, journey: Journey, tool: Tool | None = None, paper: str = "A3") -> None:
        self.desk = FakeDesk(journey, paper)
        self.tool: Tool = tool or Pointing()
        self.x, self.y = -1000.0, -1000.0
        self.keys = Modifiers()

    # -- finding ----------------------------------------------------------------------------------------------------
    def record(self, name: str) -> AnyRecord:
        """The record of an id, or the first one that is called so."""
        found = self.desk.journey.get(name)
        if found is not None:
            return found
        for record in self.desk.journey:
            field = naming_field(record)
            if field and getattr(record, field) == name:
                return record
        raise LookupError(name)

    def box(self, name: str, *roles: str) -> Box:
        """Where something can be gripped."""
        boxes = self.desk.board.boxes(self.record(name).id, *roles)
        assert boxes, f"{name} is not on the board"
        return boxes[0]

    def place(self, where: Place | str, dx: float = 0.0, dy: float = 0.0) -> Place:
        """A point, or the middle of what is called so."""
        x, y = self.box(where).middle if isinstance(where, str) else where
        return x + dx, y + dy

    # -- doing ------------------------------------------------------------------------------------------------------
    def send(self, event: Event) -> Hand:
        self.tool = self.tool.on(event, self.desk)
        return self

    def hold(self, *, shift: bool = False, control: bool = False) -> Hand:
        self.keys = Modifiers(shift=shift, control=control)
        return self

    def press(self, where: Place | str, dx: float = 0.0, dy: float = 0.0) -> Hand:
        self.x, self.y = self.place(where, dx, dy)
        return self.send(Press(self.x, self.y, self.keys))

    def double(self, where: Place | str, dx: float = 0.0, dy: float = 0.0) -> Hand:
        self.click(where, dx, dy)
        self.send(DoublePress(self.x, self.y, self.keys))
        return self.release()

    def follow(self, where: Callable[[], Place]) -> Hand:
        """Moves to a place that may move while something is dragged about, as an eye does that watches the board."""
        for _ in range(3):
            self.drag(where())
        return self

    def drag(self, to: Place | str, dx: float = 0.0, dy: float = 0.0, steps: int = 4) -> Hand:
        """Moves to a place, as it is now on the board."""
        x, y = self.place(to, dx, dy)
        x0, y0 = self.x, self.y
        for n in range(1, steps + 1):
            self.x, self.y = x0 + (x - x0) * n / steps, y0 + (y - y0) * n / steps
            self.send(Move(self.x, self.y, self.keys))
        return self

    def release(self) -> Hand:
        return self.send(Release(self.x, self.y, self.keys))

    def click(self, where: Place | str, dx: float = 0.0, dy: float = 0.0) -> Hand:
        return self.press(where, dx, dy).release()

    def carry(self, item: ItemKind, where: Place | str, detail: str = "", records: tuple[str, ...] = ()) -> Hand:
        self.x, self.y = self.place(where)
        return self.send(Carry(self.x, self.y, item, detail, records, self.keys))

    def escape(self) -> Hand:
        return self.send(Escape())

    def leave(self) -> Hand:
        return self.send(Leave())

    # -- seeing -----------------------------------------------------------------------------------------------------
    @property
    def steps(self) -> int:
        """How many steps the history has."""
        return self.desk.history.position

    def marks(self, kind: type) -> list[Any]:
        """What is shown of one kind."""
        return [mark for mark in self.desk.marks if isinstance(mark, kind)]

    def titles(self, stage: str | None = None) -> list[str]:
        """The stages' titles, or those of the touchpoints of one."""
        journey = self.desk.journey
        if stage is None:
            return [one.title for one in journey.stages()]
        return [one.title for one in journey.touchpoints(self.record(stage).id)]
