"""Sentences that several gestures say in the status bar."""

from __future__ import annotations

from journeyeditor.errors import message

COPIES = message("Ctrl copies")
LETS_GO = message("Esc puts it back")
