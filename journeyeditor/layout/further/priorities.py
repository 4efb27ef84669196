"""Priorities: opportunities by impact and effort, and pains by severity and votes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.geometry import Box
from journeyeditor.layout.findings import plan_pieces
from journeyeditor.layout.foot import Piece, dots_piece, foot, words_piece
from journeyeditor.layout.further.cells import Part, foot_mark, rule_mark
from journeyeditor.layout.further.flow import Block, Page, Slot, heads_first
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.grid import grid
from journeyeditor.layout.further.headings import heading
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import Action, actions, disc_mark, disc_size, told
from journeyeditor.layout.further.ranking import Ranked, is_voted, pain_parts, ranked
from journeyeditor.layout.further.table import Column, table
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph

GUTTER = 7.0
"""Between columns, in units."""
NARROWEST = 68.0
"""A column of a list is at least so wide, in units."""
SHARES = (0.5, 0.45, 0.4)
"""Of the height that the grid takes above the lists; less where that keeps all on one page."""
SHAPE = 1.15
"""A page that is so many times wider than high has the grid beside the lists, else above them."""


class Places(msgspec.Struct, frozen=True):
    """Where the grid stands on the first page, and the columns of the lists on all of them."""

    grid: Box | None
    first: tuple[Slot, ...]
    others: tuple[Slot, ...]
    width: float
    """Of a column, mm."""

    def slots(self, page: int) -> Sequence[Slot]:
        """The columns of a page."""
        return self.others if page else self.first


def priority_pages(sheet: Sheet) -> Made | None:
    """The pages of priorities; None if there is neither an opportunity nor a pain."""
    found, pains = actions(sheet), ranked(sheet)
    if not found and not pains:
        return None
    around = frame(sheet, sheet.speech.say("Priorities"), _said(sheet, found), marks=_marks(found, pains))
    places, laid = _laid(sheet, around.area, found, pains, SHARES[0])
    for share in SHARES[1:] if len(laid) > 1 else ():
        lower, tried = _laid(sheet, around.area, found, pains, share)
        if len(tried) == 1:
            places, laid = lower, tried
            break
    figure = [] if places.grid is None else [grid(sheet, found, places.grid).group()]
    return made(around, laid, figure)


def _laid(
    sheet: Sheet, area: Box, found: Sequence[Action], pains: Sequence[Ranked], share: float
) -> tuple[Places, tuple[Page, ...]]:
    """The lists on their pages, with a grid above them that takes so much of the height."""
    places = _places(sheet, area, share if found else 0.0)
    most = min(slot.height for slot in (*places.first, *places.others))
    blocks = [*_opportunities(sheet, found, places.width, most), *_pains(sheet, pains, places.width, most)]
    return places, heads_first(blocks, places.slots)


def _said(sheet: Sheet, found: Sequence[Action]) -> str:
    return sheet.speech.say("Impact and effort from 1 to 5") if found else ""


def _marks(found: Sequence[Action], pains: Sequence[Ranked]) -> frozenset[str]:
    concerned = [*(action.record.personas for action in found), *(one.pain.personas for one in pains)]
    marks = {f"persona:{key}" for personas in concerned for key in personas}
    return frozenset(marks | ({"severity"} if pains else set()))


def _places(sheet: Sheet, area: Box, share: float) -> Places:
    """The grid beside the lists on a wide page, above them on a high one."""
    gap = GUTTER * sheet.unit
    beside = area.width > SHAPE * area.height
    grid_box = None
    top = area.y
    pitch = NARROWEST * sheet.unit + gap
    if share and beside:
        count = 2 * max(1, int((area.width + gap) / 2 // pitch))  # the grid takes half of them
        wide = (area.width - gap) / 2
        grid_box = Box(area.x, area.y, wide, min(area.height, 1.25 * wide))
        first = range(count // 2, count)
    else:
        count = max(1, int((area.width + gap) // pitch))
        first = range(count)
        if share:
            tall = min(share * area.height, 0.75 * area.width)
            grid_box = Box(area.x, area.y, area.width, tall)
            top = area.y + tall + 4 * sheet.unit
    width = (area.width + gap) / count - gap
    xs = [area.x + n * (width + gap) for n in range(count)]
    slots = [Slot(xs[n], top, area.bottom - top) for n in first]
    return Places(grid_box, tuple(slots), tuple(Slot(x, area.y, area.height) for x in xs), width)


def _opportunities(sheet: Sheet, found: Sequence[Action], width: float, most: float) -> list[Block]:
    """The list beside the grid, then what nobody has rated yet."""
    across = disc_size(sheet, len(found))
    rated = [action for action in found if _is_rated(action)]
    unrated = [action for action in found if not _is_rated(action)]
    say, colour = sheet.speech.say, sheet.theme.opportunity
    columns = [
        Column[Action]("", lambda action, _: [disc_mark(sheet, action, across, sheet.body())]),
        Column[Action]("", lambda action, room: _action_parts(sheet, action, room), 1.0),
    ]
    blocks: list[Block] = []
    for name, some in ((say("Opportunities"), rated), (say("Not rated yet"), unrated)):
        if not some:
            continue
        title = heading(sheet, name, width, colour, count=len(some), air=(3.4 if blocks else 0.0, 0.4))
        laid = table(sheet, [columns], some, width, headed=False)
        rows = [
            row
            for action in some
            for row in laid.rows(action, action.record.id, most - title.height, told(sheet, action))
        ]
        blocks += [title, *rows]
    return blocks


def _is_rated(action: Action) -> bool:
    return action.record.impact is not None and action.record.effort is not None


def _action_parts(sheet: Sheet, action: Action, room: float) -> list[Part]:
    """Text, then owner, date, rating and state; dots to be filled in by hand where there is no rating."""
    record = action.record
    ink = sheet.theme.ink if action.is_open else sheet.theme.muted
    words: Part = paragraph(record.text, sheet.body(), ink, room)
    if not record.text.strip():
        words = rule_mark(sheet, room, sheet.body())
    groups = plan_pieces(sheet, record, room)
    if not _is_rated(action):
        groups = [*groups, [*_to_rate(sheet, "impact", record.impact), *_to_rate(sheet, "effort", record.effort)]]
    return [words, foot_mark(foot(sheet, groups, room), room)]


def _to_rate(sheet: Sheet, name: str, value: int | None) -> list[Piece]:
    plain, theme = sheet.caption(), sheet.theme
    label = {"impact": sheet.speech.say("impact"), "effort": sheet.speech.say("effort")}[name]
    return [words_piece(label, plain, theme.muted), dots_piece(sheet, value or 0, 5, theme.muted)]


def _pains(sheet: Sheet, found: Sequence[Ranked], width: float, most: float) -> list[Block]:
    """The bars."""
    if not found:
        return []
    say = sheet.speech.say
    name = say("Pain points by severity × votes") if is_voted(found) else say("Pain points by severity")
    number = max(fonts.width(sheet.speech.number(one.weight), sheet.caption(bold=True)) for one in found)
    title = heading(sheet, name, width, sheet.theme.pain, count=len(found), air=(0.0, 0.4), fresh=True)
    columns = [Column[Ranked]("", lambda one, room: pain_parts(sheet, one, room, number), 1.0)]
    laid = table(sheet, [columns], found, width, headed=False)
    return [title, *(row for one in found for row in laid.rows(one, one.pain.id, most - title.height))]
