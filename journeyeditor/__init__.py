"""Journey Editor: map customer journeys in the room, offline, and leave with a poster on the wall."""

__version__ = "0.1.0"
