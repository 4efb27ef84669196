"""The field's standard words for every value that a record may hold, as message ids.

One table: kind of value -> value -> message. The poster, the legend, the text twin and the panels all say these.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from journeyeditor.errors import Message, message

_TERMS: dict[str, dict[str, Message]] = {
    "lane": {
        "touchpoints": message("Touchpoints"),
        "actions": message("Customer actions"),
        "thoughts": message("Thoughts"),
        "emotions": message("Emotion curve"),
        "pains": message("Pain points"),
        "gains": message("Gains"),
        "opportunities": message("Opportunities"),
        "quotes": message("Quotes"),
        "measures": message("Measures"),
        "company_actions": message("Company actions"),
        "backstage": message("Backstage"),
        "support": message("Support processes"),
        "images": message("Images"),
        "free": message("Notes"),
    },
    "phase": {"before": message("Before"), "during": message("During"), "after": message("After")},
    "state": {"as_is": message("as-is"), "to_be": message("to-be")},
    "channel": {
        "shop": message("Shop"),
        "web": message("Website"),
        "phone": message("Phone"),
        "email": message("E-mail"),
        "app": message("App"),
        "social": message("Social media"),
        "chat": message("Chat"),
        "post": message("Post"),
        "word_of_mouth": message("Word of mouth"),
        "product": message("The product itself"),
        "event": message("Event"),
        "third_party": message("Third party"),
        "advert": message("Advertising"),
        "kiosk": message("Kiosk"),
        "visit": message("Visit"),
        "workshop": message("Workshop"),
        "document": message("Document"),
        "payment": message("Payment"),
        "delivery": message("Delivery"),
        "car": message("Car"),
        "bike": message("Bicycle"),
        "home": message("At home"),
        "person": message("In person"),
        "school": message("Training"),
        "health": message("Care"),
        "travel": message("Travel"),
        "food": message("Catering"),
        "message": message("Text message"),
        "video": message("Video"),
        "review": message("Online reviews"),
    },
    "maturity": {
        "prospect": message("prospect"),
        "new": message("new customer"),
        "regular": message("regular customer"),
        "ambassador": message("ambassador"),
    },
    "status": {
        "idea": message("idea"),
        "planned": message("planned"),
        "doing": message("in progress"),
        "done": message("done"),
        "dropped": message("dropped"),
    },
    "line": {
        "interaction": message("Line of interaction"),
        "visibility": message("Line of visibility"),
        "internal": message("Line of internal interaction"),
    },
    "evidence": {"assumption": message("assumption"), "research": message("backed by research")},
    "started_by": {"customer": message("started by the customer"), "company": message("started by the company")},
    "better": {"higher": message("higher is better"), "lower": message("lower is better")},
    "orientation": {"landscape": message("landscape"), "portrait": message("portrait")},
    "theme": {"calm": message("Calm"), "vivid": message("Vivid"), "ink": message("Little ink")},
    "feeling": {
        "2": message("delighted"),
        "1": message("content"),
        "0": message("neutral"),
        "-1": message("annoyed"),
        "-2": message("at the end of one's tether"),
    },
}

TERMS: Mapping[str, Mapping[str, Message]] = MappingProxyType(_TERMS)
"""Kinds: lane, phase, state, channel (by icon), maturity, status, line, evidence, started_by, better, orientation,
theme, feeling (by whole step, as text)."""
