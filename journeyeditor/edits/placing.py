"""Moving within a list: shared by everything that has an order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journeyeditor.edits.draft import Draft
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import replaced
from journeyeditor.model.order import Ordered


def put_at(draft: Draft, siblings: Sequence[Ordered], keys: Collection[str], at: int | None) -> bool:
    """Puts some of the siblings, in the order they have, before the one at `at` among those that stay.

    None = at the end. False, and nothing drafted, if they stand there already. Raises BadInput for a stranger.
    """
    moving = [sibling for sibling in siblings if sibling.id in keys]
    if len(moving) != len(set(keys)):
        raise BadInput(message("What you wanted to edit is no longer on the map."))
    staying = [sibling for sibling in siblings if sibling.id not in keys]
    position = len(staying) if at is None else max(0, min(at, len(staying)))
    if [*staying[:position], *moving, *staying[position:]] == list(siblings):
        return False
    orders = draft.place(staying, position, len(moving))
    for sibling, order in zip(moving, orders, strict=True):
        draft.put(replaced(draft.find(sibling.id), order=order))
    return True
