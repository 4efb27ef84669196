"""References that lead nowhere are mended with a note, and nothing that a person wrote is thrown away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor import files
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.links import is_safe_path, safe_link
from journeyeditor.model.rules import broken_rules
from tests.files.anything import journeys

BASE: dict[str, Any] = {
    "format": "journeyeditor",
    "format_version": 1,
    "journey": {"id": "j", "title": "Map"},
    "stages": [{"id": "s", "order": "a0", "title": "Buy"}],
    "touchpoints": [{"id": "t", "order": "a0", "stage": "s", "title": "Pay"}],
    "personas": [{"id": "p", "order": "a0", "name": "Ana"}],
}


def opened(**sections: Any) -> tuple[Journey, list[str]]:
    """The journey of the base with more records, and what was said about it. It must be sound."""
    document = {**BASE, **{name: [*BASE.get(name, []), *records] for name, records in sections.items()}}
    loaded = files.load(json.dumps(document).encode())
    assert broken_rules(loaded.journey) == []
    again = files.load(files.to_bytes(loaded.journey))
    assert again.notes == ()
    return loaded.journey, [note.english() for note in loaded.notes]


def test_a_touchpoint_whose_stage_is_gone_gets_an_empty_one_at_the_end() -> None:
    lost = [{"id": f"t{n}", "order": "a0", "stage": "gone", "title": f"Step {n}"} for n in range(2)]
    journey, notes = opened(touchpoints=lost, pains=[{"id": "x", "text": "Ouch", "first": "gone", "last": "gone"}])
    assert [stage.id for stage in journey.stages()] == ["s", "gone"]
    assert [touchpoint.id for touchpoint in journey.touchpoints("gone")] == ["t0", "t1"]
    assert notes == ["The stage of “Step 0” is not in the file; an empty one stands in its place."]


def test_a_stage_that_is_really_something_else_gets_an_id_of_its_own() -> None:
    journey, _ = opened(touchpoints=[{"id": "t2", "order": "a0", "stage": "p", "title": "Wait"}])
    assert [stage.id for stage in journey.stages()] == ["s", "p:2"]
    assert [touchpoint.stage for touchpoint in journey.touchpoints()] == ["s", "p:2"]


def test_texts_whose_lane_is_gone_or_holds_none_get_a_free_one() -> None:
    journey, notes = opened(
        lanes=[{"id": "l", "order": "a0", "kind": "pains"}, {"id": "free", "order": "a1", "kind": "free"}],
        entries=[
            {"id": "e1", "order": "a0", "lane": "gone", "text": "One"},
            {"id": "e2", "order": "a0", "lane": "l", "text": "Two"},
            {"id": "e3", "order": "a1", "lane": "l", "text": "Three"},
            {"id": "e4", "order": "a1", "lane": "free", "text": "Four"},
        ],
    )
    lanes = {record.id: record.lane for record in journey if record.id.startswith("e")}  # type: ignore[union-attr]
    assert lanes == {"e1": "gone", "e2": "l:2", "e3": "l:2", "e4": "free"}
    assert [row.kind for row in journey.rows()] == ["pains", "free", "free", "free"]
    assert notes == [
        "The lane of “One” is not in the file; a free one stands in its place.",
        "The lane of “Two” holds no texts of its own; a free one was made for them.",
    ]


def test_what_hung_on_a_step_that_is_gone_lies_in_the_parking_lot() -> None:
    journey, notes = opened(
        pains=[
            {"id": "x1", "text": "Ouch", "first": "gone", "last": "gone"},
            {"id": "x2", "text": "Ow", "first": "gone", "last": "t"},
            {"id": "x3", "text": "Oh", "first": "t"},
            {"id": "x4", "text": "Hm", "first": "p"},
        ]
    )
    places = {pain.id: (pain.first, pain.last) for pain in journey if pain.id.startswith("x")}  # type: ignore[union-attr]
    assert places == {"x1": (None, None), "x2": ("t", "t"), "x3": ("t", "t"), "x4": (None, None)}
    assert sorted(notes) == [
        "“Hm” hung on a step that is not in the file; it lies in the parking lot now.",
        "“Ouch” hung on a step that is not in the file; it lies in the parking lot now.",
        "“Ow” reached to a step that is not in the file; it hangs on the other end alone now.",
    ]


def test_personas_and_channels_that_are_gone_are_no_longer_named() -> None:
    journey, notes = opened(
        touchpoints=[{"id": "t2", "order": "a1", "stage": "s", "title": "Call", "channel": "gone"}],
        lanes=[
            {
                "id": "l",
                "order": "a0",
                "kind": "actions",
                "personas": ["gone", "p", "p"],
                "channels": ["x", "channel:web"],
            }
        ],
        gains=[{"id": "g", "text": "Yes", "personas": ["p", "p"]}],
    )
    (lane,) = journey.rows()
    assert (lane.personas, lane.channels) == (("p",), ("channel:web",))  # type: ignore[union-attr]
    assert journey.touchpoints()[1].channel is None
    assert (
        notes
        == [
            "“Call” named a channel that is not in the file.",
            "“” named a channel that is not in the file.",
            "“” named a persona that is not in the file.",
        ]
        or len(notes) == 3
    )


def test_links_that_have_lost_an_end_are_left_out() -> None:
    journey, notes = opened(
        flows=[{"id": "f1", "source": "t", "target": "gone"}, {"id": "f2", "source": "t", "target": "s"}],
        emotions=[{"id": "x", "persona": "gone", "touchpoint": "t", "value": 1}],
        answers=[{"id": "y", "opportunity": "gone", "pain": "gone"}],
    )
    assert [flow.id for flow in journey.flows()] == ["f2"]
    assert len(journey) == 5
    assert notes[0] == "A link from “t” to “gone” was left out: one of them is not in the file."
    assert len(notes) == 3


def test_what_may_exist_once_gets_its_derived_id() -> None:
    journey, notes = opened(emotions=[{"id": "mine", "persona": "p", "touchpoint": "t", "value": 1}])
    assert journey.emotions("p")["t"].id == "emotion:p:t"
    assert notes == []
    with pytest.raises(BadInput, match="have the same id, emotion:p:t"):
        opened(emotions=[{"id": n, "persona": "p", "touchpoint": "t", "value": 1} for n in "ab"])


def test_a_range_that_does_not_go_upwards_is_left_out() -> None:
    journey, notes = opened(measures=[{"id": "m", "name": "NPS", "minimum": 5, "maximum": 5, "target": 3}])
    assert journey.get("m").minimum is None  # type: ignore[union-attr]
    assert notes == ["The range of “NPS” was left out: it does not go upwards."]


def test_many_remarks_of_one_kind_are_counted() -> None:
    _, notes = opened(gains=[{"id": f"g{n}", "text": f"Gain {n}", "first": "gone"} for n in range(100)])
    assert len(notes) == 21
    assert notes[-1] == "… and 80 more like this."


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/shop", "https://example.org/shop"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("smb://server/share", None),
        ("\\\\server\\share", None),
        ("//server/share", None),
        ("ms-word:ofe|u|https://x", None),
        ("call me", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_only_links_that_cannot_surprise_are_kept(link: str, kept: str | None) -> None:
    assert safe_link(link) == kept
    journey, notes = opened(touchpoints=[{"id": "t2", "order": "a1", "stage": "s", "title": "Read", "links": [link]}])
    assert journey.touchpoints()[1].links == ((kept,) if kept else ())
    if kept is None:
        assert notes == [f"The link “{link}” of “Read” was left out: only http, https and mailto are opened."]


@pytest.mark.parametrize("path", ["\\\\server\\share\\a.journey", "//server/a.journey", "file:///a", "https://a/b"])
def test_a_closer_map_lies_on_this_computer_beside_the_file(path: str) -> None:
    assert not is_safe_path(path)
    journey, notes = opened(
        stages=[{"id": "s2", "order": "a1", "title": "Use", "journey": {"path": path, "title": "x"}}]
    )
    assert journey.stages()[1].journey.path == ""  # type: ignore[union-attr]
    assert len(notes) == 1
    assert is_safe_path("maps/../a.journey")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(journey=journeys(), data=st.data())
def test_whatever_record_is_missing_the_rest_is_opened(journey: Journey, data: st.DataObject) -> None:
    plain = json.loads(files.to_bytes(journey, bare=True))
    lists = [name for name in plain if isinstance(plain[name], list) and plain[name] and name != "future"]
    for name in lists:
        if name in BASE or name in {"lanes", "channels", "pains", "opportunities"}:
            plain[name] = data.draw(st.lists(st.sampled_from(plain[name]), unique_by=lambda one: one.get("id")))
    loaded = files.load(json.dumps(plain).encode())
    assert broken_rules(loaded.journey) == []
    written = {one["id"] for name in lists for one in plain[name] if isinstance(one, dict) and "id" in one}
    links = {one["id"] for name in ("flows", "emotions", "answers") for one in plain.get(name, [])}
    assert {key for key in written - links if loaded.journey.get(key) is None} <= _foreign_ids(loaded.journey)


def _foreign_ids(journey: Journey) -> set[str]:
    kept = [one for value in journey.head.foreign.values() if isinstance(value, list) for one in value]
    return {one["id"] for one in kept if isinstance(one, dict) and isinstance(one.get("id"), str)}
