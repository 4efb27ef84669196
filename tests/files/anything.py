"""Any journey, made by Hypothesis, with whatever a newer program may have added."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from journeyeditor.files.form import HEAD_KEY, IMAGES_KEY, VERSION_KEYS
from journeyeditor.files.shape import shape_of
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.images import Images
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    ENTRY_LANES,
    SECTIONS,
    Answers,
    AnyRecord,
    Channel,
    Closer,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    LaneKind,
    Line,
    LineKind,
    Measure,
    Note,
    Opportunity,
    Origin,
    Pain,
    Persona,
    Poster,
    Quote,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
)
from tests.files.building import journey_of, picture

# -- anything --------------------------------------------------------------------------------------------------------
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], include_characters="\n\t"), max_size=12
)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), max_size=8)
NUMBERS = st.floats(-1e15, 1e15, allow_nan=False)
DATES = st.sampled_from(["", "2026", "2026-11", "2026-11-21", "0001-01-01"])
ORDERS = st.sampled_from([*keys_between(None, None, 8), "a0V", "Zz", "b00", "zz"])
PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
LEVELS: dict[str, Any] = {
    "severity": st.integers(1, 5),
    "strength": st.integers(1, 3),
    "impact": st.none() | st.integers(1, 5),
    "effort": st.none() | st.integers(1, 5),
    "style": st.integers(1, 12),
    "votes": st.integers(0, 10**9),
    "sample": st.none() | st.integers(0, 10**9),
    "room": st.floats(1, 100),
    "margin": st.none() | st.floats(0, 1000),
    "share": st.none() | st.floats(0, 100),
    "minimum": st.none(),
    "maximum": st.none() | NUMBERS,
    "value": st.floats(-2, 2),
    "accent": st.sampled_from([None, "#000000", "#aBcDeF"]),
    "language": st.sampled_from(["en", "fr", "pt-BR", "zh_Hant"]),
    "phase_titles": st.dictionaries(st.sampled_from(["before", "during", "after"]), TEXTS),
    "links": st.lists(st.sampled_from(["https://a.example/é", "mailto:a@b.example"]), max_size=2).map(tuple),
    **dict.fromkeys(("date", "due", "next_review"), DATES),
    **dict.fromkeys(("goals", "needs", "frustrations"), st.lists(TEXTS, max_size=2).map(tuple)),
    **dict.fromkeys(("hidden", "ends_here"), st.booleans()),
    **dict.fromkeys(("loyalty_critical", "blind_spot", "moment_of_truth"), st.none() | TEXTS),
    "order": ORDERS,
    "icon": st.sampled_from(["shop", "of the future"]),
}


@st.composite
def extras(draw: st.DrawFn, kind: type, given: dict[str, Any]) -> dict[str, Any]:
    """Keys and words that only a newer program knows."""
    shape = shape_of(kind)
    found = draw(st.dictionaries(NAMES | st.sampled_from(["extra", "foreign"]), PLAIN, max_size=2))
    found = {key: value for key, value in found.items() if key not in shape.fields}
    parked = [word for word in shape.words if word in shape.defaults and word not in given]
    if parked and draw(st.integers(0, 3)) == 0:
        found[draw(st.sampled_from(parked))] = "a word of the future"
    return found


@st.composite
def records_of(draw: st.DrawFn, kind: Any, given: dict[str, Any]) -> Any:
    """One record or part: `given` fields, any values in the others."""
    shape = shape_of(kind)
    extra = draw(st.just({}) | extras(kind, given))
    values: dict[str, Any] = {"extra": extra}
    for field in msgspec.structs.fields(kind):
        name = field.name
        if name in given:
            values[name] = given[name]
        elif name in extra and name in shape.fields:
            values[name] = shape.defaults[name]
        elif name in shape.fields:
            values[name] = draw(_values(name, shape, required=field.required))
            if values[name] is ...:
                del values[name]
    return kind(**values)


def _values(name: str, shape: Any, *, required: bool) -> st.SearchStrategy[Any]:
    if name in shape.words:
        words = st.sampled_from(shape.words[name])
        return words if required else words | st.just(...)
    if name in shape.numbers and name not in LEVELS:
        return st.none() | NUMBERS
    if name in {"journey", "based_on", "values", "poster", "image", "portrait", "logos", "channels", "channel"}:
        return st.just(...)
    return LEVELS.get(name, TEXTS)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Any journey that keeps the rules, with whatever a newer program may have added."""
    images = Images()
    blobs = [images.add(picture(size=(n, 1))) for n in range(1, draw(st.integers(0, 2)) + 1)]
    some_picture = st.sampled_from([None, *blobs])
    counts = {name: draw(st.integers(0, 3)) for name in SECTIONS}
    ids = {name: [f"{name}{n}" for n in range(count)] for name, count in counts.items()}
    people = (
        st.lists(st.sampled_from(ids["personas"]), max_size=2, unique=True).map(tuple)
        if ids["personas"]
        else st.just(())
    )
    channels = st.sampled_from([None, *ids["channels"], *BUILT_IN_CHANNELS])
    records: list[AnyRecord] = []

    def add(record: Any, key: str, **given: Any) -> None:
        records.append(draw(records_of(record, {"id": key, **given})))

    for key in ids["stages"]:
        add(Stage, key, journey=draw(st.none() | records_of(Closer, {"path": "a/b.journey"})))
    for key in ids["touchpoints"] if ids["stages"] else []:
        add(
            Touchpoint,
            key,
            stage=draw(st.sampled_from(ids["stages"])),
            channel=draw(channels),
            image=draw(some_picture),
        )
    for key in ids["channels"]:
        add(Channel, key)
    for key in ids["personas"]:
        add(Persona, key, portrait=draw(some_picture))
    kinds = {key: draw(st.sampled_from(get_args(LaneKind))) for key in ids["lanes"]}
    for key in ids["lanes"]:
        add(Lane, key, kind=kinds[key], personas=draw(people))
    for key in ids["lines"]:
        add(Line, key, kind=draw(st.sampled_from(get_args(LineKind))))
    steps = [record.id for record in records if isinstance(record, Stage | Touchpoint)]
    _add_findings(draw, add, ids, steps, people, [key for key in kinds if kinds[key] in ENTRY_LANES])
    _add_links(draw, add, ids, steps, people, records)
    poster = draw(
        records_of(
            Poster,
            {
                "personas": draw(people),
                "logos": tuple(draw(st.lists(some_picture.filter(bool), max_size=2)) if blobs else ()),
            },
        )
    )
    origin = draw(st.none() | records_of(Origin, {}))
    foreign = draw(st.just({}) | st.dictionaries(NAMES.filter(_is_foreign), PLAIN, max_size=2))
    head = draw(records_of(Head, {"id": "head", "poster": poster, "based_on": origin, "foreign": foreign}))
    return journey_of(head, *draw(st.permutations(records)), images=images)


def _is_foreign(key: str) -> bool:
    return key not in {*SECTIONS, *VERSION_KEYS, HEAD_KEY, IMAGES_KEY}


def _add_findings(draw: Any, add: Any, ids: Any, steps: list[str], people: Any, lanes: list[str]) -> None:
    sections = {
        "pains": Pain,
        "gains": Gain,
        "quotes": Quote,
        "opportunities": Opportunity,
        "measures": Measure,
        "notes": Note,
    }
    if lanes:
        sections["entries"] = Entry
    for section, kind in sections.items():
        for key in ids[section]:
            given: dict[str, Any] = {"first": None, "last": None, "personas": draw(people)}
            if steps and draw(st.booleans()):
                given.update(first=draw(st.sampled_from(steps)), last=draw(st.sampled_from(steps)))
            if kind is Entry:
                given["lane"] = draw(st.sampled_from(lanes))
            if kind is Measure:
                given["values"] = tuple(draw(st.lists(records_of(Value, {"value": draw(NUMBERS)}), max_size=2)))
            add(kind, key, **given)


def _add_links(draw: Any, add: Any, ids: Any, steps: list[str], people: Any, records: list[AnyRecord]) -> None:
    if steps:
        for key in ids["flows"]:
            add(
                Flow,
                key,
                source=draw(st.sampled_from(steps)),
                target=draw(st.sampled_from(steps)),
                personas=draw(people),
            )
    touchpoints = [record.id for record in records if isinstance(record, Touchpoint)]
    for persona in ids["personas"] if touchpoints else []:
        touchpoint = draw(st.sampled_from(touchpoints))
        add(Emotion, emotion_id(persona, touchpoint), persona=persona, touchpoint=touchpoint)
    for opportunity in ids["opportunities"] if ids["pains"] else []:
        pain = draw(st.sampled_from(ids["pains"]))
        add(Answers, answers_id(opportunity, pain), opportunity=opportunity, pain=pain)
