"""Letting go: what is shown becomes a step, and what goes with it is done."""

from __future__ import annotations

from collections.abc import Callable

from journeyeditor.edits.touchpoints import channels_to_ask
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Record
from journeyeditor.tools.desk import Desk


def kept(desk: Desk, new: str = "", copied: type[Record] | None = None) -> None:
    """Keeps what is shown: a `new` one is selected and written at once; of what is `copied` the copies are selected."""
    came = desk.keep()
    if new in came:
        desk.select([new])
        desk.open_text(new)
    elif copied is not None:
        journey = desk.journey
        desk.select([key for key in came if isinstance(journey.get(key), copied)])


def in_channel(desk: Desk, made: Callable[[Journey, str | None], Change], then: Callable[[], None]) -> None:
    """Shows what is `made` in a lane, after asking for the channel where the lane has several; `then` is to keep it."""
    desk.let_go()

    def shown(channel: str | None) -> None:
        if desk.preview(lambda journey: made(journey, channel)):
            then()

    asked = channels_to_ask(lambda: made(desk.journey, None))
    if asked:
        desk.pick("channel", asked, shown)
    else:
        shown(None)
