"""Lanes, lines and personas in the hand: put in another order, or new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

import msgspec

from journeyeditor.edits.labels import ADD, MOVE
from journeyeditor.edits.lanes import add_lane, add_line, move_rows
from journeyeditor.edits.personas import add_persona, move_personas
from journeyeditor.geometry import Box
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane, LaneKind, Line, LineKind, Persona
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dropping import kept
from journeyeditor.tools.events import ItemKind, Modifiers
from journeyeditor.tools.hints import moving, placing
from journeyeditor.tools.landing import card_gap, row_bar, row_gap
from journeyeditor.tools.marks import Hint, InHand, LandingBar, LandingPlace, Mark
from journeyeditor.tools.places import on_paper

LANE_KINDS: tuple[str, ...] = get_args(LaneKind)
LINE_KINDS: tuple[str, ...] = get_args(LineKind)


class RowLanding(msgspec.Struct, frozen=True):
    """Before which of the lanes and lines that stay."""

    keys: tuple[str, ...]
    staying: tuple[str, ...]
    at: int
    item: ItemKind = "lane"
    kind: str = ""
    """Of a new one; empty = it is asked for when it is let go."""
    new: str = ""

    def change(self, journey: Journey) -> Change:
        """As a free lane, or the first line that is not there yet, while the kind is not known."""
        if not self.new:
            return move_rows(journey, self.keys, self.at)
        return self._added(journey, self.kind or self._choices(journey)[0])

    def _added(self, journey: Journey, kind: str) -> Change:
        if self.item == "line":
            return add_line(journey, cast("LineKind", kind), self.at)
        return add_lane(journey, cast("LaneKind", kind), self.at, id=self.new)

    def _choices(self, journey: Journey) -> tuple[str, ...]:
        """Kinds of lane, the free one first; kinds of line that are not on the map, all if none is left."""
        if self.item == "lane":
            return ("free", *(kind for kind in LANE_KINDS if kind != "free"))
        there = {line.kind for line in journey.all(Line)}
        return tuple(kind for kind in LINE_KINDS if kind not in there) or LINE_KINDS

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The lying bar in every band, and the room of each row."""
        marks: list[Mark] = []
        for band in desk.board.bands():
            bar = row_bar(band, self.staying[: self.at])
            landed = [strip for strip in band.strips if strip.record not in self.staying]
            boxes = [Box(bar.x1, one.top, bar.x2 - bar.x1, one.bottom - one.top) for one in landed]
            marks += [bar, *map(LandingPlace, boxes)]
        return marks

    def drop(self, desk: Desk) -> None:
        """A new one without a kind is asked for it."""
        if not self.new or self.kind:
            self._keep(desk)
            return
        desk.let_go()
        choices = self._choices(desk.journey)

        def then(kind: str) -> None:
            if desk.preview(lambda journey: self._added(journey, kind)):
                self._keep(desk)

        if len(choices) == 1:
            then(choices[0])
        else:
            desk.pick(self.item, choices, then)

    def _keep(self, desk: Desk) -> None:
        came = desk.keep()
        if self.new:
            desk.select(came)


class Rows(msgspec.Struct, frozen=True):
    """Some lanes and lines in the hand, or a new one."""

    keys: tuple[str, ...]
    known: tuple[str, ...]
    item: ItemKind = "lane"
    kind: str = ""
    new: str = ""

    @classmethod
    def gripped(cls, key: str, desk: Desk) -> Rows:
        """A row that was gripped by its head, with the others that are selected."""
        known = tuple(row.id for row in desk.journey.rows())
        chosen = {*desk.selection, key}
        item: ItemKind = "line" if isinstance(desk.journey.get(key), Line) else "lane"
        return cls(tuple(one for one in known if one in chosen), known, item)

    @classmethod
    def another(cls, item: ItemKind, kind: str, desk: Desk) -> Rows:
        """A new lane or line."""
        known = tuple(row.id for row in desk.journey.rows())
        right = kind in (LINE_KINDS if item == "line" else LANE_KINDS)
        return cls((), known, item, kind if right else "", new_id(item))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> RowLanding | None:  # noqa: ARG002
        """Anywhere on the paper: between the rows of the nearest band."""
        ground = desk.ground
        if not on_paper(ground, x, y):
            return None
        staying = tuple(key for key in self.known if key not in self.keys)
        gap = row_gap(ground.bands_about(y), staying, y)
        at = gap.at if gap is not None else len(staying)
        return RowLanding(self.keys, staying, at, self.item, self.kind, self.new)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The row, on a plate."""
        return [InHand(x, y, self.item, self.keys, detail=self.kind)]

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """What, and how to leave."""
        kind = Line if self.item == "line" else Lane
        return placing(ADD[kind]) if self.new else moving(MOVE[kind], copies=False)


class PersonaLanding(msgspec.Struct, frozen=True):
    """Before which of the personas that stay."""

    keys: tuple[str, ...]
    staying: tuple[str, ...]
    at: int
    new: str = ""

    def change(self, journey: Journey) -> Change:
        """Adds or moves."""
        if self.new:
            return add_persona(journey, self.at, id=self.new)
        return move_personas(journey, self.keys, self.at)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The bar between two portraits."""
        boxes = header_personas(desk.board)
        landed = [box for key, box in boxes if key not in self.staying]
        if not landed:
            return ()
        leftward = desk.board.leftward
        side = landed[0].right if leftward else landed[0].x
        return [LandingBar(side, landed[0].y, side, landed[0].bottom), *map(LandingPlace, landed)]

    def drop(self, desk: Desk) -> None:
        """A new one is named at once."""
        kept(desk, self.new)


class Personas(msgspec.Struct, frozen=True):
    """Some personas in the hand, or a new one."""

    keys: tuple[str, ...]
    known: tuple[str, ...]
    new: str = ""

    @classmethod
    def gripped(cls, key: str, desk: Desk) -> Personas:
        """A persona that was gripped in the header, with the others that are selected."""
        known = tuple(persona.id for persona in desk.journey.personas())
        chosen = {*desk.selection, key}
        return cls(tuple(one for one in known if one in chosen), known)

    @classmethod
    def another(cls, desk: Desk) -> Personas:
        """A new persona."""
        return cls((), tuple(persona.id for persona in desk.journey.personas()), new_id("persona"))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> PersonaLanding | None:  # noqa: ARG002
        """Anywhere on the paper: those in the header are moved within it, a new one comes last elsewhere."""
        board = desk.ground
        if not on_paper(board, x, y):
            return None
        staying = tuple(key for key in self.known if key not in self.keys)
        boxes = header_personas(board)
        lowest = max((box.bottom for _, box in boxes), default=0.0)
        at = len(staying)
        if not self.new or y <= lowest:
            gap = card_gap(boxes, staying, x, y, board.leftward)
            at = gap.at if gap is not None else at
        return PersonaLanding(self.keys, staying, at, self.new)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The portrait, on a plate."""
        return [InHand(x, y, "persona", self.keys)]

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """What, and how to leave."""
        return placing(ADD[Persona]) if self.new else moving(MOVE[Persona], copies=False)


def header_personas(board: Board) -> list[tuple[str, Box]]:
    """The portraits in the header of the first page, in their order."""
    if not board.pages:
        return []
    top = min((plan.header[0] for plan in board.leaves[0].plans), default=board.leaves[0].height)
    return [
        (group.record, group.box)
        for group in board.pages[0].groups
        if group.role == "persona" and group.box is not None and group.box.bottom <= top
    ]
