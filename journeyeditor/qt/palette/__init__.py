"""What can be put on the map, and what waits for a place: the palette and the parking lot."""

from journeyeditor.qt.palette.panel import PalettePanel
from journeyeditor.qt.palette.parking_lot import ParkingLot

__all__ = ["PalettePanel", "ParkingLot"]
