"""Lanes of touchpoints: every touchpoint is there, its name whole, nothing over anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing import Sketch, Symbol, Words
from journeyeditor.drawing.bounds import group_box, words_box
from journeyeditor.layout.touchpoints.circle import radius
from journeyeditor.model.records import Emotion, Flow, Persona, emotion_id
from tests.drawing.checks import beyond_sheet, overlapping_words
from tests.layout.little_maps import Fields, journey, shown, squeezed, text_of

WORDS = (
    "Avis d’une amie", "Essai", "Conseils de l’application", "Vertragsunterzeichnung", "Kundenzufriedenheitsbefragung",
    "Un entretien avec le conseiller de l’agence", "", "رأي صديقة", "オンライン登録", "Mail", "Rendez-vous en boutique",
)  # fmt: skip
CHANNELS = ("channel:shop", "channel:web", "channel:phone", None)

touchpoints: st.SearchStrategy[Fields] = st.fixed_dictionaries(
    {
        "title": st.sampled_from(WORDS),
        "channel": st.sampled_from(CHANNELS),
        "evidence": st.sampled_from(["assumption", "research", None]),
        "moment_of_truth": st.sampled_from([None, ""]),
        "ends_here": st.booleans(),
        "started_by": st.sampled_from([None, "company", "customer"]),
    }
)
stages = st.lists(st.tuples(st.just({"title": "Achat"}), st.lists(touchpoints, max_size=6)), min_size=1, max_size=5)
lanes = st.sampled_from(
    [
        ({},),
        ({"channels": ("channel:web",)}, {}),
        ({"channels": ("channel:web",)}, {"channels": ("channel:shop", "channel:phone")}, {}),
    ]
)


@settings(max_examples=40, deadline=None)
@given(stages, lanes, st.sampled_from([3.0, 6.0, 9.0, 12.0]))
def test_every_touchpoint_is_drawn_once_with_its_whole_name(
    columns: list[tuple[Fields, list[Fields]]], rows: tuple[Fields, ...], body: float
) -> None:
    made = shown(journey(columns, lanes=rows), body)
    number = 0
    for _, members in columns:
        for fields in members:
            groups = made.of(f"t{number}")
            assert [group.role for group in groups].count("touchpoint") == 1
            assert text_of(groups) == squeezed(fields["title"])
            number += 1


@settings(max_examples=40, deadline=None)
@given(stages, lanes, st.sampled_from([3.0, 6.0, 9.0, 12.0]), st.sampled_from([1.0, 1.6]))
def test_nothing_covers_anything_and_all_is_on_the_sheet(
    columns: list[tuple[Fields, list[Fields]]], rows: tuple[Fields, ...], body: float, stretch: float
) -> None:
    made = shown(journey(columns, lanes=rows), body, stretch=stretch)
    unit = made.sheet.unit
    assert [(a.text, b.text) for a, b in overlapping_words(made.drawing, 0.3 * unit)] == []
    assert beyond_sheet(made.drawing, 1.0) == ()
    _names_stay_off_circles(made)


def _names_stay_off_circles(made: object) -> None:
    from tests.layout.little_maps import Shown  # noqa: PLC0415

    assert isinstance(made, Shown)
    r = radius(made.sheet)
    circles = made.circles()
    for group in made.groups:
        for shape in group.shapes:
            if isinstance(shape, Words) and (box := words_box(shape)) is not None:
                for x, y in circles.values():
                    dx = max(box.x - x, 0.0, x - box.right)
                    dy = max(box.y - y, 0.0, y - box.bottom)
                    assert dx * dx + dy * dy >= (0.97 * r) ** 2, shape.line.text


def test_a_lane_keeps_to_its_height() -> None:
    columns = [({"title": "Achat"}, ["Essai en boutique", "Vertragsunterzeichnung", "Mail"])] * 4
    flows = [Flow(id="f", source="t4", target="t3", share=28, label="corrigent une pièce")]
    made = shown(journey(columns, flows))
    top, height = made.rows["l0"]
    for group in made.groups:
        if group.role in {"touchpoint", "touchpoint_name", "flow", "lane"}:
            box = group_box(group)
            assert box is not None
            assert box.y >= top
            assert box.bottom <= top + height


def test_names_that_fit_stand_right_under_their_circles() -> None:
    made = shown(journey([({"title": "Achat"}, ["Essai en boutique", "Simulateur de prix"])] * 3))
    assert not [group for group in made.groups if group.role == "touchpoint_name"]
    for key, (x, _) in made.circles().items():
        (group,) = made.of(key, "touchpoint")
        for shape in group.shapes:
            if isinstance(shape, Words):
                assert shape.x + shape.line.width / 2 == pytest.approx(x)


def test_long_words_in_narrow_slots_hang_on_lower_tiers_and_are_not_broken() -> None:
    titles = ["Vertragsunterzeichnung", "Rechnungsstellung", "Widerspruch", "Beratungsgespräch"]
    made = shown(journey([({"title": "Kauf"}, titles)] * 5), body=8.0)
    lower = [group for group in made.groups if group.role == "touchpoint_name"]
    assert lower
    words = {s.line.text for group in made.groups for s in group.shapes if isinstance(s, Words)}
    assert set(titles) <= words


def test_thirty_touchpoints_on_a3_have_room() -> None:
    titles = ["Publicité dans le métro", "Recommandation d’une collègue", "Site officiel", "Avis des clients", "Mail"]
    made = shown(journey([({"title": "Usage"}, titles)] * 6), body=8.0)
    words = {s.line.text for group in made.groups for s in group.shapes if isinstance(s, Words)}
    assert all(any(word in line.split() for line in words) for title in titles for word in title.split())
    assert radius(made.sheet) * 2 >= 5 * made.sheet.unit


def test_a_lower_name_is_found_by_a_click() -> None:
    made = shown(journey([({"title": "Kauf"}, ["Vertragsunterzeichnung", "Rechnungsstellung"])] * 9), body=8.0)
    lower = next(group for group in made.groups if group.role == "touchpoint_name")
    assert lower.box is not None
    words = next(shape for shape in lower.shapes if isinstance(shape, Words))
    assert lower.box.contains(words.x + words.line.width / 2, words.y)


def test_evidence_shows_in_the_outline() -> None:
    kinds = {"research": "research", "assumption": "assumption", "unmarked": None}
    made = shown(journey([({"title": "A"}, [{"title": "x", "evidence": kind} for kind in kinds.values()])]))
    rings = [next(s for s in made.of(f"t{n}")[0].shapes if isinstance(s, Sketch)).stroke for n in range(3)]
    assert [bool(ring is not None and ring.dash) for ring in rings] == [False, True, False]
    assert rings[0] is not None
    assert rings[2] is not None
    assert rings[0].colour == made.sheet.theme.ink
    assert rings[2].colour == made.sheet.theme.muted
    assert kinds.keys() <= made.marks


def test_marks_are_drawn_and_told_to_the_legend() -> None:
    one = {
        "title": "x", "channel": "channel:shop", "moment_of_truth": "", "started_by": "company", "ends_here": True,
    }  # fmt: skip
    made = shown(journey([({"title": "A"}, [one, "y"])]))
    assert {"channel:channel:shop", "moment_of_truth", "company_starts", "ends_here"} <= made.marks
    names = {shape.name for shape in made.of("t0")[0].shapes if isinstance(shape, Symbol)}
    assert {"icon-shop", "star"} <= names


def test_an_unused_mark_is_not_told() -> None:
    made = shown(journey([({"title": "A"}, ["x"])]))
    assert made.marks == {"unmarked"}


def test_personas_who_begin_apart_are_announced_where_they_begin() -> None:
    people = [Persona(id="p", order="a0", name="Camille Roussel"), Persona(id="q", order="a1", name="Busy parent")]
    felt = [("p", "t0"), ("p", "t1"), ("q", "t1")]
    emotions = [Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=1) for p, t in felt]
    made = shown(journey([({"title": "A"}, ["x", "y", "z"])], [*people, *emotions], language="en"))
    assert "Camilleentershere" in text_of(made.of("t0"))
    assert "Busyparententershere" in text_of(made.of("t1"))
    assert "enters" in made.marks


def test_a_name_that_is_a_sentence_is_not_said_whole_where_somebody_enters() -> None:
    sentence = "People who have lived for a long time in a house of their family and do not know whether to sell it"
    people = [Persona(id="p", order="a0", name=sentence), Persona(id="q", order="a1", name="Busy parent")]
    felt = [("p", "t0"), ("q", "t1")]
    emotions = [Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=1) for p, t in felt]
    made = shown(journey([({"title": "A"}, ["x", "y", "z"])], [*people, *emotions], language="en"))
    said = [shape.line.text for group in made.of("t0") for shape in group.shapes if isinstance(shape, Words)]
    assert said[0].startswith("People who have lived")
    assert " ".join(said).endswith("… enters here x")
    assert len(said) <= 4


def test_in_a_list_of_those_who_enter_names_that_are_no_sentences_stay_whole() -> None:
    names = ["Retired people in a shared house", "A student who shares a flat in Rennes", "Owners who let flats"]
    people = [Persona(id=f"p{n}", order=f"a{n}", name=name) for n, name in enumerate([*names, "Busy parent"])]
    felt = [("p0", "t0"), ("p1", "t0"), ("p2", "t0"), ("p3", "t1")]
    emotions = [Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=1) for p, t in felt]
    made = shown(journey([({"title": "A"}, ["x", "y", "z"])], [*people, *emotions], language="en"))
    said = text_of(made.of("t0"))
    assert all(name.replace(" ", "") in said for name in names)


def test_personas_who_begin_together_are_not_announced() -> None:
    people = [Persona(id="p", order="a0", name="Camille"), Persona(id="q", order="a1", name="Marc")]
    emotions = [Emotion(id=emotion_id(p, "t0"), persona=p, touchpoint="t0", value=1) for p in ("p", "q")]
    made = shown(journey([({"title": "A"}, ["x", "y"])], [*people, *emotions]))
    assert text_of(made.of("t0")) == "x"


def test_a_touchpoint_lies_in_the_lane_of_its_channel() -> None:
    members = [{"title": name, "channel": f"channel:{name}"} for name in ("web", "shop", "web")]
    made = shown(journey([({"title": "A"}, members)], lanes=({"channels": ("channel:web",)}, {})))
    (first, high), (second, low) = made.rows["l0"], made.rows["l1"]
    circles = made.circles()
    assert first < circles["t0"][1] < first + high
    assert second < circles["t1"][1] < second + low
    assert circles["t2"][1] == circles["t0"][1]
    assert circles["t0"][0] < circles["t1"][0] < circles["t2"][0]


def test_what_is_empty_says_so_on_the_screen_only() -> None:
    made = shown(journey([({"title": "A"}, []), ({"title": "B"}, ["x"])]))
    (hint,) = made.of("s0", "hint")
    assert hint.screen_only
    assert not made.of("s1", "hint")


def test_a_map_without_anything_is_drawn() -> None:
    assert shown(journey([])).of("l0", "lane")


def test_spare_height_is_shared_out() -> None:
    plain = shown(journey([({"title": "A"}, ["x", "y"])]))
    tall = shown(journey([({"title": "A"}, ["x", "y"])]), stretch=1.6)
    assert tall.rows["l0"][1] > plain.rows["l0"][1]
    top, height = tall.rows["l0"]
    (_, y) = tall.circles()["t0"]
    boxes = [box for group in tall.of("t0") if (box := group_box(group)) is not None]
    above, below = min(b.y for b in boxes) - top, top + height - max(b.bottom for b in boxes)
    assert y > top
    assert 0.4 < above / below < 2.5


def test_no_arrow_strikes_through_the_words_of_an_empty_stage() -> None:
    made = shown(journey([({"title": "One"}, ["A"]), ({"title": "Two"}, []), ({"title": "Three"}, ["B"])]), 9.0)
    (words,) = [box for group in made.groups if group.role == "hint" and (box := group_box(group)) is not None]
    arrows = [box for group in made.groups if group.role == "step" and (box := group_box(group)) is not None]
    assert any(box.x < words.x and box.right > words.right for box in arrows), "one passes by"
    assert not any(box.meets(words) for box in arrows)
