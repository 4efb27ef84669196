"""The twelve channels that every journey knows without storing them.

Their ids are fixed, so a touchpoint may name one before any record of it exists; a `Channel` record of the same
id in the journey takes its place (another title, another icon).
"""

from __future__ import annotations

from journeyeditor.model.records import Channel

BUILT_IN_CHANNELS: dict[str, Channel] = {
    f"channel:{icon}": Channel(id=f"channel:{icon}", icon=icon)
    for icon in (
        "shop",
        "web",
        "phone",
        "email",
        "app",
        "social",
        "chat",
        "post",
        "word_of_mouth",
        "product",
        "event",
        "third_party",
    )
}

CHANNEL_ICONS: tuple[str, ...] = (
    "shop",
    "web",
    "phone",
    "email",
    "app",
    "social",
    "chat",
    "post",
    "word_of_mouth",
    "product",
    "event",
    "third_party",
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
