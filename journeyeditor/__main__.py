"""Starts the program."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and returns its exit status."""
    try:
        from journeyeditor.cli import run  # noqa: PLC0415 - an interruption while it loads is answered here too

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
