"""A journey becomes again what it was."""

from __future__ import annotations

from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, difference, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head


def since(earlier: Journey, now: Journey) -> Change:
    """What has changed from an earlier version of a journey to the one that is there now, whatever it is called."""
    before = (replaced(one, id=now.head.id) if isinstance(one, Head) else one for one in earlier)
    return difference(before, now, message("Bring back an earlier version"))


def bring_back(journey: Journey, earlier: Journey) -> Change:
    """Makes of a journey what an earlier version of it was; the pictures of that come along.

    Raises BadInput where the two have nothing to do with each other.
    """
    change = since(earlier, journey).inverse()
    if any(before and after and type(before) is not type(after) for before, after in change.pairs.values()):
        raise BadInput(message("This version is another map altogether."), message("Open it as a copy."))
    for name in earlier.images:
        picture = earlier.images.get(name)
        if picture is not None and name not in journey.images:
            journey.images.add(picture)
    return change
