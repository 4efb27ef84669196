"""What was asked of a journey and is still true: a layout asks the same for every band and after every key.

Every answer is given with the kinds of records that it depends on, and a write makes untrue only the answers of the
kinds that it touches. A record that keeps its place among its like is put into the answers in its predecessor's place.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import AnyRecord, Emotion, Record, Stage, Touchpoint

Answer = TypeVar("Answer")

READING, COLUMNS, EMOTIONS = "reading", "columns", "emotions"
"""The questions for stages and touchpoints in order, for touchpoints by stage, and for emotions by persona."""


class Remembered:
    """Answers by question; a kind of record is the question for all of its kind. Nobody else may change an answer."""

    def __init__(self) -> None:
        self._answers: dict[object, Any] = {}
        self._asked: defaultdict[type[Record], set[object]] = defaultdict(set)

    def once(self, question: object, kinds: Iterable[type[Record]], answer: Callable[[], Answer]) -> Answer:
        """The answer to a question, found once until a record of one of these kinds is written."""
        if question not in self._answers:
            self._answers[question] = answer()
            for kind in kinds:
                self._asked[kind].add(question)
        return cast("Answer", self._answers[question])

    def written(self, before: AnyRecord | None, after: AnyRecord | None) -> None:
        """Learns of a write; None = the record was not there, or is not any more."""
        kind = cast("type[Record]", type(before if before is not None else after))
        if before is not None and after is not None and _place(before) == _place(after):
            for question in [question for question in self._asked[kind] if not self._replaced(question, before, after)]:
                self._forget(question, kind)
        else:
            for question in list(self._asked[kind]):
                self._forget(question, kind)

    def _forget(self, question: object, kind: type[Record]) -> None:
        self._answers.pop(question, None)
        self._asked[kind].discard(question)

    def _replaced(self, question: object, before: AnyRecord, after: AnyRecord) -> bool:
        """Puts a record into an answer in the place of its predecessor; False if that cannot be done."""
        answer = self._answers.get(question)
        if answer is None:
            return False
        if question is type(after):
            return _put(answer, before, after)
        if isinstance(after, Emotion) and question == EMOTIONS:
            answer[after.persona][after.touchpoint] = after
            return True
        if isinstance(after, Touchpoint | Stage) and question == READING:
            reading: ReadingOrder = answer
            self._answers[question] = reading.with_step(after)
            return True
        if isinstance(after, Touchpoint) and question == COLUMNS:
            return _put(answer[after.stage], before, after)
        return isinstance(after, Stage) and question == COLUMNS


def _place(record: AnyRecord) -> tuple[object, ...]:
    """What decides where a record stands among its like."""
    if isinstance(record, Emotion):
        return record.persona, record.touchpoint, record.id
    stage = record.stage if isinstance(record, Touchpoint) else None
    return getattr(record, "order", None), stage, record.id


def _put(records: list[AnyRecord], before: AnyRecord, after: AnyRecord) -> bool:
    """Replaces a record in a list that is sorted by order and id, or by id alone."""
    key = (getattr(before, "order", ""), before.id)
    place = bisect.bisect_left(records, key, key=lambda record: (getattr(record, "order", ""), record.id))
    if place == len(records) or records[place].id != after.id:
        return False
    records[place] = after
    return True
