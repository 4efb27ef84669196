"""The sentences that Python's own argparse says, so that they are collected for translation with ours.

argparse asks gettext for them; `speaking` lets it ask our catalogue while a command line is read.
"""

from __future__ import annotations

import contextlib
import gettext
import os
from collections.abc import Iterator

from journeyeditor.errors import Message, counted, message
from journeyeditor.words.speech import DOMAIN, translations

STOCK: tuple[Message, ...] = (
    message("usage: "),
    message("options"),
    message("positional arguments"),
    message("subcommands"),
    message("%(heading)s:"),
    message(" (default: %(default)s)"),
    message("show this help message and exit"),
    message("show program's version number and exit"),
    message("%(prog)s: error: %(message)s\n"),
    message("%(prog)s: warning: %(message)s\n"),
    message("argument %(argument_name)s: %(message)s"),
    message("ambiguous option: %(option)s could match %(matches)s"),
    message("can't open '%(filename)s': %(error)s"),
    message("expected one argument"),
    message("expected at most one argument"),
    message("expected at least one argument"),
    counted("expected %s argument", "expected %s arguments", 1),
    message("ignored explicit argument %r"),
    message("invalid %(type)s value: %(value)r"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("not allowed with argument %s"),
    message("one of the arguments %s is required"),
    message("the following arguments are required: %s"),
    message("unexpected option string: %s"),
    message("unknown parser %(parser_name)r (choices: %(choices)s)"),
    message("unrecognized arguments: %s"),
)
"""All that a user can be told by argparse of Python 3.11 to 3.13; what only a programmer can cause is left out."""


@contextlib.contextmanager
def speaking(language: str) -> Iterator[None]:
    """Lets argparse speak a language of ours, whatever the environment says, and leaves everything as it was."""
    domain, chosen = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(translations()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if chosen is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = chosen
