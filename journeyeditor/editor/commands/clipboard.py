"""Copy, cut and paste: records, texts, blocks of cells, pictures."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from journeyeditor.editor.commands.capturing import capture
from journeyeditor.editor.commands.deleting import select_added
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.finding import reading
from journeyeditor.editor.grid import STAGES
from journeyeditor.editor.pointed import chosen, felt_at, lane_under, step_under, tell
from journeyeditor.edits.capturing import lines_of
from journeyeditor.edits.cards import CARD_LANES
from journeyeditor.edits.cells import Filled, fill_cells
from journeyeditor.edits.clip import Clip, copied, cut
from journeyeditor.edits.describing import describe, naming_field
from journeyeditor.edits.homes import brought
from journeyeditor.edits.pasting import paste as pasted
from journeyeditor.edits.pasting import strangers
from journeyeditor.errors import BadInput, JourneyError, Message, counted, message
from journeyeditor.exchange.recognising import FOREIGN_ENDINGS
from journeyeditor.files import BARE_SUFFIX, SUFFIX, limits
from journeyeditor.files.loading import read_bytes
from journeyeditor.files.pictures import MEND, PICTURES, READ, UNREAD, why_not
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import NAMELESS
from journeyeditor.model.records import Anchored, Emotion, Flow, Lane, Persona, Stage, Touchpoint

ADDRESS = re.compile(r"(https?|file|data|blob|about|cid):\S+", re.IGNORECASE)
"""A text that only says where the picture beside it is from."""
TEXT_LANES = CARD_LANES - {"measures"}
"""Kinds of lane in whose empty cells a line of text becomes a card."""


def copy(editor: Editor) -> object:
    """Copies what is selected to the clipboard, as records and as plain text."""
    if not editor.selection:
        return None
    try:
        clip = copied(editor.journey, editor.selection)
    except JourneyError as problem:
        return tell(editor, problem.problem, problem.advice)
    return _put(editor, clip)


def cut_selected(editor: Editor) -> object:
    """Copies what is selected to the clipboard, and takes it away."""
    keys = editor.selection

    def wish(journey: Journey) -> Change:
        clip, change = cut(journey, keys)
        _put(editor, clip)
        return change

    change = editor.do(wish) if keys else None
    if change is not None and editor.cursor.cell is not None:
        editor.cursor.go(editor.cursor.cell)
    return change


def paste(editor: Editor) -> object:
    """Pastes what lies on the clipboard at the cursor.

    Records come behind what is there; a block from a spreadsheet fills cells; a picture, or the file of one, goes on
    the touchpoint or persona; a line of text fills an empty cell of texts, and lines anywhere else become notes in the
    parking lot. Office programs put a picture beside every text: there the text is meant.
    """
    clipboard = editor.clipboard
    if clipboard.records:
        return _paste_records(editor, clipboard.records)
    if files := clipboard.files:
        return _paste_file(editor, next((one for one in files if one.suffix.lower() in PICTURES), files[0]))
    text = clipboard.text
    if (not text.strip() or ADDRESS.fullmatch(text.strip())) and (picture := clipboard.picture):
        return paste_picture(editor, picture)
    return paste_text(editor, text)


def _paste_file(editor: Editor, path: Path) -> object:
    """The picture in a file; of any other it is said what can be done with it."""
    if path.suffix.lower() in PICTURES:
        try:
            return paste_picture(editor, read_bytes(path, limits.IMAGE_BYTES))
        except BadInput as error:
            return tell(editor, error.problem, error.advice)
    problem = message("“{file}” is a file, and cannot be pasted into a map.", file=path.name)
    name = path.name.lower()
    if name.endswith(UNREAD):
        return tell(editor, problem, READ)
    if name.endswith(FOREIGN_ENDINGS):
        return tell(editor, problem, message("Bring it in with “Import…” in the menu “File”: it becomes a map."))
    if name.endswith((SUFFIX, BARE_SUFFIX)):
        return tell(editor, problem, message("Open it with “Open…” in the menu “File”; its parts can be copied then."))
    return tell(editor, problem, message("Copy the text or the picture in it, and paste that."))


def paste_text(editor: Editor, text: str) -> Change | None:
    """Pastes a text: a block of cells if it has tabs, else lines."""
    cell, lane = editor.cursor.cell, lane_under(editor)
    if "\t" in text.strip("\n"):
        return _paste_block(editor, text)
    lines = lines_of(text)
    empty = cell is not None and lane is not None and not cell.record and lane.kind in TEXT_LANES
    if len(lines) == 1 and empty and cell is not None and isinstance(editor.journey.get(cell.column), Touchpoint):
        return _paste_block(editor, lines[0])
    return capture(editor, text)


def paste_picture(editor: Editor, picture: bytes) -> object:
    """Puts a picture (PNG, JPEG or WebP) on the touchpoint or persona under the cursor."""
    people = chosen(editor, Persona)
    keys = [one.id for one in people] or [one.id for one in chosen(editor, Touchpoint)] or felt_at(editor)
    if not keys:
        return tell(editor, message("Where does the picture go?"), message("Choose a touchpoint or a persona first."))

    reason = why_not(picture)
    if reason is not None:
        return tell(editor, message("This picture cannot be used: {reason}.", reason=reason), MEND)

    def wish(journey: Journey) -> Change:
        name = journey.images.add(picture)
        return describe(journey, keys[-1], **{"portrait" if people else "image": name})

    return editor.do(wish)


def cells_of(text: str) -> list[list[str]]:
    """The rows of a block as a spreadsheet copies it: tabs between cells, quotes around those with line breaks.

    Raises BadInput for a cell that is longer than a map can hold.
    """
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = [list(row) for row in csv.reader(io.StringIO(lines), delimiter="\t")]
    except csv.Error as problem:
        raise BadInput(
            message("A cell of this block is too long."),
            message("Paste less at once, or look for a quotation mark that is never closed."),
        ) from problem
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _put(editor: Editor, clip: Clip) -> Clip:
    lines = []
    places = {record.id: place for place, record in enumerate(reading(editor.journey))}
    nodes = [record for record in clip.records if not isinstance(record, Emotion | Flow)]
    for record in sorted(nodes, key=lambda one: places.get(one.id, len(places))):
        field = naming_field(record)
        text = getattr(record, field, None) if field is not None else None
        if text:
            lines.append(" ".join(str(text).split()))
    editor.clipboard.put(msgspec.json.encode(clip.to_plain()), "\n".join(lines))
    return clip


def _paste_records(editor: Editor, data: bytes) -> object:
    step, cell = step_under(editor), editor.cursor.cell
    try:
        clip = Clip.from_plain(msgspec.json.decode(data), editor.journey)
    except (msgspec.DecodeError, UnicodeDecodeError, JourneyError):
        return tell(editor, message("What lies on the clipboard is not from this program."))
    at: int | None = None
    if any(isinstance(record, Stage) for record in clip.records):
        stages = [stage.id for stage in editor.journey.stages()]
        here = editor.cursor.grid.stage_of(cell.column) if cell is not None else ""
        at, step = (stages.index(here) + 1 if here in stages else None), None
    others = strangers(editor.journey.personas(), clip)
    change = editor.do(lambda journey: pasted(journey, clip, step, at=at))
    if change is not None and others:
        _tell_of_others(editor, clip, others, change)
    return select_added(editor, change)


def _tell_of_others(editor: Editor, clip: Clip, others: Sequence[Persona], change: Change) -> None:
    """Says whose feelings stayed away and what is for everyone now, because they are not on this map."""
    feeling = {one.persona for one in clip.records if isinstance(one, Emotion)}
    gone = {one.id for one in others}
    away = [one.name.strip() or editor.speech.say(NAMELESS) for one in others if one.id in feeling]
    freed = [one for one in clip.records if isinstance(one, Anchored) and one.personas and gone >= set(one.personas)]
    said = []
    if away:
        said.append(
            counted(
                "The feelings of {who} were left out: this persona is not on this map.",
                "The feelings of {who} were left out: they are not on this map.",
                len(away),
                who=editor.speech.list(away),
            )
        )
    if freed:
        whom = [one.name.strip() or editor.speech.say(NAMELESS) for one in others]
        said.append(message("What was only for {who} is for everyone now.", who=editor.speech.list(whom)))
    if lanes := brought(change):
        said.append(counted("{n} lane came along.", "{n} lanes came along.", len(lanes)))
    if away or freed:
        more = message("{first} {second}", first=said[1], second=said[2]) if len(said) > 2 else None
        tell(editor, said[0], more or (said[1] if len(said) > 1 else None))


def _paste_block(editor: Editor, text: str) -> Change | None:
    """Fills cells from the cursor's on; from the row of stages the lanes of touchpoints on."""
    cell, lane = editor.cursor.cell, lane_under(editor)
    if cell is not None and cell.row == STAGES and cell.column:
        lanes = [one for one in editor.cursor.grid.lanes.values() if isinstance(one, Lane)]
        lane = next((one for one in lanes if one.kind == "touchpoints"), lane)
    column = editor.cursor.grid.column_of(cell.column) if cell is not None else None
    if cell is None or lane is None or column is None:
        tell(editor, message("Where do these cells go?"), message("Go to a cell of the map and paste again."))
        return None
    home, today = lane.id, dt.datetime.now().astimezone().date().isoformat()
    whose = editor.persona or editor.answered
    done: list[Filled] = []

    def wish(journey: Journey) -> Change:
        done.append(fill_cells(journey, cells_of(text), home, column, whose, today))
        return done[-1].change

    change = editor.do(wish)
    if change is not None:
        _tell_of_block(editor, done[-1])
    return change


def _tell_of_block(editor: Editor, filled: Filled) -> None:
    """Says what was left out, and what it wrote over; nothing where the block simply filled cells."""
    over = _written_over(filled)
    lost = sum(one.cells for one in filled.left_out)
    if not lost:
        if over is not None:
            tell(editor, over, message("Undo brings back what was there."))
        return
    first = filled.left_out[0]
    if len(filled.left_out) == 1:
        said = counted(
            "{n} cell was left out at “{lane}”.", "{n} cells were left out at “{lane}”.", lost, lane=first.lane
        )
    else:
        said = message(
            "{n} cells were left out at {lanes} lanes, first at “{lane}”.",
            n=lost, lanes=len(filled.left_out), lane=first.lane,
        )  # fmt: skip
    why = first.why.problem
    tell(editor, said, why if over is None else message("{first} {second}", first=why, second=over))


def _written_over(filled: Filled) -> Message | None:
    both = filled.renamed + filled.replaced
    if not both:
        return None
    if not filled.replaced:
        return counted("{n} touchpoint has another name now.", "{n} touchpoints have other names now.", both)
    return counted("{n} cell says something else now.", "{n} cells say something else now.", both)
