"""The twelve channels that every journey knows without storing them.

Their ids are fixed, so a touchpoint may name one before any record of it exists; a `Channel` record of the same
id in the journey takes its place (another title, another icon).
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyeditor.model.records import Channel, Lane

BUILT_IN_ICONS = (
    "shop", "web", "phone", "email", "app", "social",
    "chat", "post", "word_of_mouth", "product", "event", "third_party",
)  # fmt: skip

BUILT_IN_CHANNELS: dict[str, Channel] = {
    f"channel:{icon}": Channel(id=f"channel:{icon}", icon=icon) for icon in BUILT_IN_ICONS
}

CHANNEL_ICONS: tuple[str, ...] = (
    *BUILT_IN_ICONS,
    "advert",
    "kiosk",
    "visit",
    "workshop",
    "document",
    "payment",
    "delivery",
    "car",
    "bike",
    "home",
    "person",
    "school",
    "health",
    "travel",
    "food",
    "message",
    "video",
    "review",
)
"""Names of the icons a channel may show; `resources/icons` draws each."""


def lane_for(lanes: Iterable[Lane], channel: str | None) -> Lane | None:
    """The lane for touchpoints of a channel: the first that names it, else the first that names none, else None.

    `lanes` from the top, of every kind. Hidden lanes count, for a touchpoint is hidden with its lane.
    """
    candidates = [lane for lane in lanes if lane.kind == "touchpoints"]
    for lane in candidates:
        if channel is not None and channel in lane.channels:
            return lane
    return next((lane for lane in candidates if not lane.channels), None)
