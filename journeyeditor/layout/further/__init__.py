"""Further pages after the poster: action list, personas, priorities, parking lot, measures.

Each is a `Drawing` on a sheet of its own, in the poster's language of form. Their type is sized for the paper, not
fitted to fill it: what does not fit goes on to another page, and nothing is cut, shortened or set smaller than can be
read.
"""

from __future__ import annotations

from journeyeditor.layout.further.assembling import KINDS, Further, pages

__all__ = ["KINDS", "Further", "pages"]
