"""Writes down a fault of the program, for whoever is to mend it. Nothing is ever sent anywhere."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import traceback
from pathlib import Path

from journeyeditor import __version__
from journeyeditor.folders import log_folder


def write_log(error: BaseException, folder: Path | None = None) -> Path | None:
    """The file that tells of a fault, in the user's folder for logs; None where it cannot be written."""
    now = dt.datetime.now(dt.UTC)
    place = folder or log_folder()
    path = place / f"fault-{now:%Y%m%d-%H%M%S}.log"
    lines = [
        f"Journey Editor {__version__}, Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        f"Arguments: {sys.argv[1:]}",
        "",
        *traceback.format_exception(error),
    ]
    try:
        place.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
