"""Day and time of something that was, as people say it."""

from __future__ import annotations

import datetime as dt

from journeyeditor.words.speech import Words

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


def clock(speech: Words, moment: float) -> str:
    """The time of day of a moment (seconds since 1970), as the language writes it: `14:32`, `2:32 PM`."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.dates import format_time  # noqa: PLC0415 - after the first picture

    local = dt.datetime.fromtimestamp(moment, tz=dt.UTC).astimezone()
    try:
        locale = Locale.parse(speech.tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(speech.language)
    if locale.language == "en" and locale.territory in (None, "GB", "IE"):
        return local.strftime("%H:%M")
    return format_time(local, "short", tzinfo=local.tzinfo, locale=locale)
