"""Day and time of something that was, as people say it."""

from __future__ import annotations

import datetime as dt

from journeyeditor.qt.window.saying import clock
from journeyeditor.words import Words

EARLIEST, LATEST = 1e5, 4e9
"""Moments that every system can turn into a date: others are damage."""


def moment_said(moment: float, now: float, speech: Words, *, always_time: bool = True) -> str:
    """A moment (seconds since 1970): "today, 14:32", "yesterday, 17:05", "14 November 2026, 10:08"; the last without
    the time if that is not wanted always.
    """
    moment = min(max(moment, EARLIEST), LATEST)
    time = clock(speech, moment)
    then = dt.datetime.fromtimestamp(moment, tz=dt.UTC).astimezone().date()
    today = dt.datetime.fromtimestamp(now, tz=dt.UTC).astimezone().date()
    if then == today:
        return speech.say("today, {time}", time=time)
    if then == today - dt.timedelta(days=1):
        return speech.say("yesterday, {time}", time=time)
    date = speech.date(then.isoformat())
    return speech.say("{date}, {time}", date=date, time=time) if always_time else date
