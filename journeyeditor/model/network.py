"""networkx, loaded where a question of the graph is asked: no picture of a journey needs it, and it is slow to load.

It is loaded without its search for other makers of graphs among all installed packages. The same file gives the same
answers on every machine, and a sixth of the time goes. Whoever needs networkx takes `nx` from here.
"""

from __future__ import annotations

import importlib.metadata
from typing import Any

_metadata: Any = importlib.metadata
_search = _metadata.entry_points
_metadata.entry_points = lambda **_: ()
try:
    import networkx as nx
finally:
    _metadata.entry_points = _search

__all__ = ["nx"]
