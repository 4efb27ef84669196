"""What the program remembers for a person: language, looks, paper, recent files. Kept in a JSON file of its own."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Literal

import msgspec

from journeyeditor.errors import CannotWrite
from journeyeditor.files import write_safely
from journeyeditor.folders import settings_folder
from journeyeditor.model.records import Orientation

MOST_RECENT = 20
Appearance = Literal["system", "light", "dark"]


class Recent(msgspec.Struct, frozen=True):
    """A file that was open here: its path, the journey's title, and when it was last open (seconds since 1970)."""

    path: str
    title: str = ""
    opened: float = 0.0


class Settings(msgspec.Struct, frozen=True):
    """Everything that is remembered. Unknown keys of a newer version are dropped when it is written."""

    language: str = ""
    """Of the interface: `en`, `fr`, or empty for the system's."""
    appearance: Appearance = "system"
    theme: str = "calm"
    """Of new posters."""
    paper: str = "A3"
    orientation: Orientation = "landscape"
    reading_size: int = 10
    """Pixels that body text has at least when a dense map is opened."""
    autosave_folder: str = ""
    """Where the recovery log lies; empty for the usual place."""
    recent: tuple[Recent, ...] = ()
    window: str = ""
    """Size and place of the window and its panels, as the window wrote it."""
    facilitator: str = ""

    def with_recent(self, path: Path, title: str) -> Settings:
        """With a file at the top of those last open."""
        mine = Recent(str(path), title, time.time())
        others = tuple(one for one in self.recent if one.path != mine.path)
        return msgspec.structs.replace(self, recent=(mine, *others)[:MOST_RECENT])

    def without_recent(self, path: str) -> Settings:
        """Without a file among those last open."""
        return msgspec.structs.replace(self, recent=tuple(one for one in self.recent if one.path != path))


def settings_path() -> Path:
    """Where the settings lie."""
    return settings_folder() / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """The settings as they were left; the usual ones where there are none or they cannot be read."""
    try:
        return msgspec.json.decode((path or settings_path()).read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Settings()


def save_settings(settings: Settings, path: Path | None = None) -> bool:
    """Writes the settings; False where that cannot be done, which must never keep anyone from working."""
    target = path or settings_path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_safely(target, msgspec.json.format(msgspec.json.encode(settings)))
    except (OSError, CannotWrite):
        return False
    return True
