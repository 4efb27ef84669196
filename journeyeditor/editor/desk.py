"""The desk that tools work on: the editor's narrow port."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeyeditor.editor.commands.selecting import leave
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import Cell
from journeyeditor.editor.joining import joining_marks
from journeyeditor.editor.naming import spoken_text
from journeyeditor.editor.signal import Signal
from journeyeditor.editor.targets import target_at
from journeyeditor.editor.text_apart import mean
from journeyeditor.editor.text_place import field_at
from journeyeditor.editor.texting import fields_of
from journeyeditor.model.journey import Journey
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Target, Tool, Wish, home_of
from journeyeditor.tools.events import Escape, Event, Press
from journeyeditor.tools.marks import Hint, Mark
from journeyeditor.tools.places import lane_at
from journeyeditor.tools.pointing import Pointing
from journeyeditor.tools.steps import step_at


class EditorSight:
    """What tools see of an editor's map."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor

    @property
    def journey(self) -> Journey:
        """See `Desk`."""
        return self.editor.journey

    @property
    def board(self) -> Board:
        """See `Desk`."""
        return self.editor.board

    @property
    def ground(self) -> Board:
        """See `Desk`."""
        return self.editor.ground

    @property
    def selection(self) -> tuple[str, ...]:
        """See `Desk`."""
        return self.editor.selection

    @property
    def persona(self) -> str | None:
        """See `Desk`."""
        return self.editor.persona

    @property
    def is_trying(self) -> bool:
        """See `Desk`."""
        return self.editor.history.is_trying


class EditorDesk(EditorSight):
    """Carries a gesture's verbs out on an editor; asks by signal for what only a canvas can do (typing, choosing)."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.pixel = 0.25
        """Set by the canvas whenever the zoom changes."""
        self.marks: tuple[Mark, ...] = ()
        self.hint: Hint | None = None
        self.hovered: Target | None = None
        self.marked: Signal[None] = Signal()
        """Marks, hint or what is hovered are others."""
        self.texts = editor.texts
        """A record's text is to be opened: id and field."""
        self.picks: Signal[tuple[str, Sequence[str], Callable[[str], None]]] = Signal()
        """A choice is to be asked for."""
        self._made: tuple[str, ...] = ()
        self._joins = False
        editor.viewed.listen(self._join)
        editor.cursor.moved.listen(self._join)

    def handle(self, event: Event) -> None:
        """Gives an event to the tool in the hand. While a gesture lasts the type is held.

        Escape with nothing in the hand lets go of what keys began, then of the selection.
        """
        if isinstance(event, Escape) and isinstance(self.editor.tool, Pointing) and not self.editor.history.is_trying:
            leave(self.editor)
            return
        before = type(self.editor.tool)
        target = self.target(event.x, event.y) if isinstance(event, Press) else None
        with self.editor.held():
            self.editor.tool = self.editor.tool.on(event, self)
        if target is not None and isinstance(event, Press):
            self._mean(target, event)
        if type(self.editor.tool) is not before:
            self.marked.tell(None)

    def take(self, tool: Tool) -> None:
        """Takes another tool into the hand; a gesture that is under way ends as by Escape."""
        if home_of(self.editor.tool) is not self.editor.tool:
            self.handle(Escape())
        self.editor.use(tool)

    def _mean(self, target: Target, press: Press) -> None:
        """A text was pressed that stands apart from the rest of its record: that is what is meant, and read aloud."""
        mean(self.editor, target, (press.x, press.y))
        record = self.editor.journey.get(target.record)
        if self.editor.meant is not None and record is not None:
            self.editor.announce.tell(spoken_text(self.editor, record, target.field))

    # -- what tools ask for -----------------------------------------------------------------------------------------
    def target(self, x: float, y: float) -> Target:
        """See `Desk`."""
        return target_at(self.editor, x, y, self.pixel, self.hovered)

    def seen_at(self, x: float, y: float) -> Target:
        """What is seen at a place, for its menu and to be read aloud."""
        return target_at(self.editor, x, y, self.pixel, self.hovered, presses=False)

    def select(self, keys: Sequence[str], *, keep: bool = False) -> None:
        """See `Desk`."""
        self.editor.select([*self.editor.selection, *keys] if keep else keys)

    def stand(self, x: float, y: float) -> None:
        """See `Desk`."""
        step, lane = step_at(self.board, self.journey, x, y), lane_at(self.board, self.journey, y)
        grid = self.editor.cursor.grid
        column = grid.column_of(step) if step is not None else None
        if column and lane is not None and lane.id in grid.lanes:
            self.editor.cursor.go(Cell(lane.id, column))

    def preview(self, wish: Wish | None) -> bool:
        """See `Desk`."""
        problem = self.editor.preview(wish)
        if problem is not None:
            self.show(*self.marks, hint=Hint(problem.problem, problem.advice))
        return problem is None

    def keep(self) -> tuple[str, ...]:
        """See `Desk`."""
        self._made = self.editor.keep()
        return self._made

    def take_back(self) -> None:
        """See `Desk`."""
        self.editor.forget()
        self._made = ()

    def let_go(self) -> None:
        """See `Desk`."""
        self.editor.preview(None)

    def show(self, *marks: Mark, hint: Hint | None = None) -> None:
        """See `Desk`."""
        if (marks, hint) != (self.marks, self.hint):
            self.marks, self.hint = marks, hint
            self.marked.tell(None)

    def hover(self, target: Target | None) -> None:
        """See `Desk`."""
        if target != self.hovered:
            self.hovered = target
            self.marked.tell(None)

    def open_text(self, key: str, field: str = "", at: tuple[float, float] | None = None) -> None:
        """See `Desk`."""
        record = self.editor.journey.get(key)
        if at is not None and record is not None:
            field = field or field_at(self.journey, self.board, key, fields_of(record), at)
        self.editor.fresh = key if key in self._made else ""
        self._made = ()
        self.editor.aim = at
        self.texts.tell((key, field))
        self.editor.aim = None

    def pick(self, what: str, choices: Sequence[str], then: Callable[[str], None]) -> None:
        """See `Desk`."""
        self.picks.tell((what, choices, then))

    def _join(self, _: object) -> None:
        """Shows the flow that is being connected by keys."""
        if self.editor.connecting or self._joins:
            marks, hint = joining_marks(self.editor)
            self._joins = hint is not None
            self.show(*marks, hint=hint)
