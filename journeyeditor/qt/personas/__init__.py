"""Who travels: the bar over the map, and what is done with a persona."""

from journeyeditor.qt.personas.bar import PersonasBar

__all__ = ["PersonasBar"]
