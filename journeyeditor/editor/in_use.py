"""Who has a file open already, in words."""

from __future__ import annotations

import time
from pathlib import Path

from journeyeditor.errors import Message, message
from journeyeditor.files.locks import Holder
from journeyeditor.words import Words
from journeyeditor.words.moments import moment_said


def told_of_holder(path: Path, holder: Holder, speech: Words, *, opening: bool = True) -> tuple[Message, str]:
    """The question, and the facts under it; when it is to be opened, what the answers mean too."""
    say, now = speech.say, time.time()
    person = holder.person or say("Somebody")
    since = moment_said(holder.since, now, speech)
    name = path.name
    if holder.is_this_process:
        return message("“{file}” is open in another window.", file=name), ""
    if holder.state == "unknown":
        question = message("Somebody may have “{file}” open.", file=name)
        return question, say("A lock lies beside it that cannot be read. A full disk may have left it there.")
    how = say("Read-only: what you change is saved under another name. A copy has no file yet.")
    if holder.state == "silent":
        question = message("“{file}” may still be open on another computer.", file=name)
        seen = moment_said(holder.seen, now, speech)
        facts = say(
            "{person} opened it on “{host}” ({since}); the last sign of life came {seen}. A crash or a power cut may "
            "have left its lock behind.",
            person=person, host=holder.host, since=since, seen=seen,
        )  # fmt: skip
    elif holder.state == "here":
        question = message("“{file}” is open in another Journey Editor on this computer.", file=name)
        facts = say("{person} opened it ({since}).", person=person, since=since)
    else:
        question = message("“{file}” is open on another computer.", file=name)
        facts = say("{person} opened it on “{host}” ({since}).", person=person, host=holder.host, since=since)
    return question, f"{facts}\n\n{how}" if opening else facts
