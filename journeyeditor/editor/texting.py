"""A text that is open to be typed in: it goes into the journey at every rest, and all of one opening is one step."""

from __future__ import annotations

import math
from itertools import count
from typing import TYPE_CHECKING

from journeyeditor.editor.signal import Signal
from journeyeditor.editor.text_apart import APART
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, naming_field, rename
from journeyeditor.edits.head import set_phase_title
from journeyeditor.edits.listed import set_listed
from journeyeditor.edits.replacing import text_at
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    AnyRecord,
    Entry,
    Finding,
    Flow,
    Head,
    Measure,
    Opportunity,
    Persona,
    Quote,
    Record,
    Stage,
)

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

FURTHER_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Head: ("scenario", "goal", *APART),
    Stage: ("goal", "duration"),
    Persona: ("role", "quote", "goals"),
    Entry: ("text",),
    Quote: ("source",),
    Opportunity: ("owner", "due"),
    Measure: ("unit",),
    Flow: ("share",),
}
"""Texts that stand on the poster beside the one that names a record; a list stands for each text in it."""
REASONS = ("loyalty_critical", "blind_spot")
"""Texts of a stage that stand on the poster if there are any."""
LABELS = {
    "scenario": message("Scenario"),
    "goal": message("Goal"),
    "duration": message("Duration"),
    "role": message("Role"),
    "quote": message("Quote"),
    "source": message("Source"),
    "owner": message("Owner"),
    "due": message("Due"),
    "unit": message("Unit"),
    "words": message("In words"),
    "share": message("Share in %"),
    "goals": message("Goal"),
    "phase_titles": message("Phase"),
    "facilitator": message("Facilitator"),
    "date": message("Workshop of"),
    "version": message("Version"),
    "next_review": message("Next review"),
}
"""What stands pale where one of these further texts is not written yet."""
DAYS = frozenset({"due", "date", "next_review"})
"""Texts that are days of the calendar: typed as `2027-03-15`, printed as people write it."""
NOTHING_TO_TYPE = message("There is no text to type here.")
NO_SHARE = message("A share is a number from 0 to 100.")
_numbers = count(1)


def fields_of(record: AnyRecord) -> tuple[str, ...]:
    """The texts of a record that can be typed in place, in the order in which Tab walks them; none for a line."""
    named = naming_field(record)
    reasons = [field for field in REASONS if isinstance(record, Stage) and getattr(record, field)]
    further = [one for field in FURTHER_FIELDS.get(type(record), ()) for one in _texts_in(record, field)]
    return () if named is None else (named, *further, *reasons)


def _texts_in(record: AnyRecord, field: str) -> tuple[str, ...]:
    """A text itself; of a list each that has words, and the place of the next one."""
    value = getattr(record, field, None)
    if not isinstance(value, tuple):
        return (field,)
    return (*(f"{field}.{number}" for number, text in enumerate(value) if text.strip()), f"{field}.{len(value)}")


def text_of(record: AnyRecord, field: str) -> str:
    """What stands in a text of a record; empty where it has its standard word."""
    if "." in field:
        return text_at(record, field)
    value = getattr(record, field, None)
    if is_share(record, field):
        return "" if value is None else f"{value:.10g} %"
    return value if isinstance(value, str) else ""


def is_share(record: AnyRecord, field: str) -> bool:
    """Whether a text is the share of a flow: a number, typed with or without `%`."""
    return isinstance(record, Flow) and field == "share"


def share_of(text: str) -> float | None:
    """The share that was typed; None for an empty text. Raises BadInput for anything but a number of per cent."""
    plain = "".join(text.split()).rstrip("%").replace(",", ".")
    if not plain:
        return None
    try:
        share = float(plain)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 100:
        raise BadInput(NO_SHARE)
    return share


def label_of(field: str) -> Message | None:
    """What a text is called that is not written yet; None for one that names its record."""
    return LABELS.get(field.partition(".")[0])


def usual_field(record: AnyRecord) -> str:
    """The text that F2 opens: the one that names the record, or an entry's text where it has no title."""
    if isinstance(record, Entry) and not record.title:
        return "text"
    return naming_field(record) or ""


def write(journey: Journey, key: str, field: str, text: str, *, ended: bool = False) -> Change:
    """Other words in a text of a record; `ended`: nothing more will be typed there, so a list need keep no gap for it.

    Raises BadInput for words that cannot stand there.
    """
    record = journey.get(key)
    name, dot, part = field.partition(".")
    if name == "phase_titles":
        return set_phase_title(journey, part, text)  # type: ignore[arg-type]
    if dot:
        return set_listed(journey, key, field, text, keeps_gap=not ended)
    if record is not None and is_share(record, field):
        return describe(journey, key, share=share_of(text))
    if record is not None and field == naming_field(record):
        return rename(journey, key, text)
    return describe(journey, key, **{field: text})


class OpenText:
    """One text of one record while it is open.

    It holds the poster's type, and ends by `commit` or `cancel`, or by itself when its record goes. `is_new` says that
    the record was made to be typed (None = the editor knows): cancelling takes it away, and its making and its words
    are one step. What was made and holds others already, as a stage that was split off, is one step with its words too,
    but cancelling leaves it there without them. A text that is opened while another is open commits the other.
    """

    def __init__(self, editor: Editor, key: str, field: str = "", *, is_new: bool | None = None) -> None:
        """Raises BadInput if the record is not there or has no such text (nothing is opened then)."""
        record = editor.journey.get(key)
        field = field or (usual_field(record) if record is not None else "")
        if record is None or field in {"", "id"} or not _is_typed(record, field):
            raise BadInput(NOTHING_TO_TYPE)
        if editor.typing is not None:
            editor.typing.commit()
        self.editor, self.key, self.field = editor, key, field
        made = (editor.fresh == key and not isinstance(record, Flow)) if is_new is None else is_new
        self.is_new = made and not (isinstance(record, Stage) and editor.journey.touchpoints(key))
        self.is_open = True
        self.closed: Signal[bool] = Signal()
        """It is open no more; True if its words were kept."""
        self.refreshed: Signal[str] = Signal()
        """Somebody else (undo, replacing) wrote other words into it: these."""
        self._run = f"text {key} {field} {next(_numbers)}"
        self._now = self._before = text_of(record, field)
        """What was typed last, and what stood there first."""
        self._written = self._before
        editor.fresh = ""
        editor.typing = self
        editor.hold()
        last = editor.history.last if made else None
        if last is not None and any(one.id == key for one in last.added()):
            editor.history.go_on(self._run)
        self._joins = editor.history.is_running(self._run)
        """Its words are one step with the making of its record."""
        self._end = editor.changed.listen(self._heard)

    @property
    def text(self) -> str:
        """What stood there when it was opened."""
        return self._before

    @property
    def now(self) -> str:
        """What has been typed."""
        return self._now

    @property
    def is_resting(self) -> bool:
        """Whether all that was typed is in the journey."""
        return self._now == self._written

    def typed(self, text: str) -> None:
        """The whole text as it stands now; it goes into the journey with the next `rest`."""
        if self.is_open:
            self._now = text

    def rest(self) -> Change | None:
        """Puts what was typed into the journey; to be called when the hands have rested for half a second.

        None if there is nothing new, or what there is cannot stand in this field yet (half a date).
        """
        if not self.is_open or self.is_resting:
            return None
        try:
            self._change(self.editor.journey)
        except BadInput:
            return None
        self._written = self._now
        return self.editor.do(self._change, self._run)

    def commit(self) -> bool:
        """Keeps what was typed and closes. A new finding without any words is not kept; False then."""
        if not self.is_open:
            return False
        self._now = self._now.strip()
        record = self.editor.journey.get(self.key)
        if self.is_new and not self._now and isinstance(record, Finding) and not _says_more(record):
            return self.cancel()
        if not self.is_resting or (record is not None and not self._now and _has_place(record, self.field)):
            self._written = self._now
            self.editor.do(lambda journey: write(journey, self.key, self.field, self._now, ended=True), self._run)
        self._close(kept=True)
        return True

    def cancel(self) -> bool:
        """Gives back what was and closes, as if it had never been opened. Always False: nothing was kept.

        The keys are where the record was made from, if it was made from elsewhere.
        """
        if not self.is_open:
            return False
        was_selected = self.editor.selection == (self.key,)
        self._close(kept=False)
        if self.editor.history.is_running(self._run) and (self.is_new or not self._joins):
            self.editor.forget()
        elif self.is_new and self.key in self.editor.journey:
            self.editor.do(lambda journey: delete(journey, [self.key]))
        elif self._written != self._before and self.key in self.editor.journey:
            self._now = self._before
            self.editor.do(self._change, self._run)
        if was_selected and self.key not in self.editor.journey:
            self.editor.cursor.go_back_from(self.key)
        return False

    def _change(self, journey: Journey) -> Change:
        return write(journey, self.key, self.field, self._now)

    def _heard(self, change: Change) -> None:
        """Closes when the record is gone; takes over what others wrote into this very text."""
        if self.key not in change.pairs or not self.is_open:
            return
        record = self.editor.journey.get(self.key)
        if record is None:
            self._close(kept=False)
            return
        if is_share(record, self.field) and self._stands(record):
            return
        stands = text_of(record, self.field)
        if stands != self._written and stands.strip() != self._written.strip():
            self._now = self._written = stands
            self.refreshed.tell(stands)

    def _stands(self, record: AnyRecord) -> bool:
        """Whether a share is the one that was written last: 38 and 38 % are."""
        try:
            return isinstance(record, Flow) and share_of(self._written) == record.share
        except BadInput:
            return False

    def _close(self, *, kept: bool) -> None:
        self.is_open = False
        self._end()
        if self.editor.typing is self:
            self.editor.typing = None
        self.editor.release()
        self.closed.tell(kept)


def _is_typed(record: AnyRecord, field: str) -> bool:
    """Whether a field of a record can be typed in place."""
    name, dot, part = field.partition(".")
    if dot:
        value = getattr(record, name, None)
        return part.isdecimal() if isinstance(value, tuple) else name == "phase_titles" and isinstance(record, Head)
    return is_share(record, field) or isinstance(getattr(record, field, 0), str | None)


def _has_place(record: AnyRecord, field: str) -> bool:
    """Whether a text of a list has a place in it, if only an empty one."""
    name, dot, part = field.partition(".")
    value = getattr(record, name, None)
    return bool(dot) and isinstance(value, tuple) and int(part) < len(value)


def _says_more(record: AnyRecord) -> bool:
    """Whether any of a record's texts is filled in."""
    return any(text_of(record, field).strip() for field in fields_of(record))
