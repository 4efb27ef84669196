"""Where the program keeps what it remembers for a person, in the folders that each system has for that.

`platformdirs` is loaded when a folder is first asked for: most commands never do.
"""

from __future__ import annotations

from pathlib import Path

NAME = "journeyeditor"


def settings_folder() -> Path:
    """Of the settings."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_config_path(NAME, appauthor=False)


def data_folder() -> Path:
    """Of what a person made for all journeys, as templates are."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Of what must outlive a crash: the recovery log, earlier versions."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_state_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Of what the program wrote down about faults of its own."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_log_path(NAME, appauthor=False)
