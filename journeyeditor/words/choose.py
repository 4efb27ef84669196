"""Which language the user reads, told from the environment as gettext does."""

from __future__ import annotations

import ctypes
import locale
from collections.abc import Mapping
from typing import Any

NO_LANGUAGE = ("", "C", "POSIX")


def language_of_user(environment: Mapping[str, str]) -> str:
    """The tag of the user's language, such as `fr` or `pt-BR`; English where nothing is said.

    `LANGUAGE` may name several and counts only where a locale is set, as in gettext; then come `LC_ALL`,
    `LC_MESSAGES` and `LANG`. On Windows the language of the system's own interface is the fallback.
    """
    named = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    language = tag_of(named)
    if language == "" and named:
        return "en"
    wished = [tag_of(part) for part in environment.get("LANGUAGE", "").split(":")]
    return next((tag for tag in (*wished, language) if tag), "") or _language_of_system() or "en"


def tag_of(name: str) -> str:
    """The language tag in a locale's name: `fr_CA.UTF-8@euro` is `fr-CA`; the C locale is the empty text."""
    bare = name.partition(".")[0].partition("@")[0].strip()
    return "" if bare in NO_LANGUAGE else bare.replace("_", "-")


def _language_of_system() -> str:
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return ""
    return tag_of(locale.windows_locale.get(windows.kernel32.GetUserDefaultUILanguage(), ""))
