"""The command line, without Qt.

Rules of this room: results go to standard output, everything said about them to standard error; every sentence is in
the user's language; a command imports what it needs when it runs, so that `--help` is quick.

Exit status: 0 done (warnings may have been said), 1 findings, 2 bad input or usage, 3 could not write,
130 interrupted, 70 a fault of the program itself.
"""

from __future__ import annotations

from journeyeditor.cli.program import run

__all__ = ["run"]
