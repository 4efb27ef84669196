"""Names of the files that are written beside a target, and the removal of those that a crash left behind."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import secrets
import sys
import time
from pathlib import Path

_NAME = re.compile(r"\.~([0-9a-f]{12})-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.part")
_OLD = 24 * 3600.0
"""Seconds after which a left-over is litter whoever made it: a save lasts seconds."""


def name_beside(target: Path) -> Path:
    """A new, hidden, short name in the target's folder; it says of which target, computer and process it is."""
    return target.with_name(f".~{_mark(target)}-{_host()}-{os.getpid()}-{secrets.token_hex(4)}.part")


def sweep(target: Path) -> None:
    """Removes what earlier saves of this target left behind when they were killed."""
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            found = _NAME.fullmatch(entry.name)
            if found and found[1] == _mark(target) and _is_litter(entry, found[2], int(found[3])):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def kept_for_user(beside: Path, target: Path) -> Path:
    """Gives a file that could not take the target's place a name that a person finds."""
    for number in range(1, 1000):
        visible = target.with_name(f"{target.stem[:80]} (new {number}){target.suffix}")
        if not visible.exists():
            with contextlib.suppress(OSError):
                beside.rename(visible)
                return visible
            break
    return beside


def _mark(target: Path) -> str:
    return hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]


def _host() -> str:
    return hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


def _is_litter(entry: os.DirEntry[str], host: str, process: int) -> bool:
    """Whether the process that wrote it is gone. Another computer's processes cannot be seen from here: so, age."""
    if time.time() - entry.stat().st_mtime > _OLD:
        return True
    if host != _host() or process == os.getpid() or sys.platform == "win32":  # there, signal 0 ends a process
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
