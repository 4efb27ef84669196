"""What a screen reader is told of the map: each record as an object with name, place, state and actions.

Nothing of it is made before somebody asks for it: see `install`.
"""

from journeyeditor.qt.accessible.installing import announce, install

__all__ = ["announce", "install"]
