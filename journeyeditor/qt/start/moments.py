"""Moments as people say them."""

from __future__ import annotations

import datetime as dt

from journeyeditor.words import Words


def when(moment: float, now: float, speech: Words) -> str:
    """A moment (seconds since 1970): "today, 14:32", "yesterday, 17:05", else the date."""
    then = dt.datetime.fromtimestamp(moment).astimezone()
    today = dt.datetime.fromtimestamp(now).astimezone().date()
    clock = f"{then.hour}:{then.minute:02}"
    if then.date() == today:
        return speech.say("today, {time}", time=clock)
    if then.date() == today - dt.timedelta(days=1):
        return speech.say("yesterday, {time}", time=clock)
    return speech.date(then.date().isoformat())
