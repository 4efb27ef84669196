"""Ids: random, 72 bits, never reused."""

from __future__ import annotations

import secrets


def new_id(kind: str) -> str:
    """A new id such as `stage_3kd9…`; the kind in front only helps a person who reads the file."""
    return f"{kind}_{secrets.token_hex(9)}"
