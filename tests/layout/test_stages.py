"""The stage header: chevrons of one height, whole text, phases over their runs, and the loops above."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journeyeditor.drawing import Group, Sketch, Symbol, Words
from journeyeditor.drawing.bounds import group_box, shape_box, words_box
from journeyeditor.drawing.theme import contrast
from journeyeditor.layout.stages.row import ground
from journeyeditor.model.records import Closer, Flow
from tests.drawing.checks import beyond_sheet, overlapping_words
from tests.layout.little_maps import Fields, Shown, journey, shown, squeezed, strokes, text_of

stages: st.SearchStrategy[Fields] = st.fixed_dictionaries(
    {
        "title": st.sampled_from(
            ["Achat", "", "Renouvellement", "Évaluation des alternatives", "البحث", "Informationsbeschaffung"]
        ),
        "goal": st.sampled_from(["", "Trouver un vélo", "Signer sans paperasse et repartir en selle le jour promis"]),
        "phase": st.sampled_from(["before", "during", "after", None]),
        "duration": st.sampled_from(["", "2 semaines", "de trois mois à un an et demi selon le dossier"]),
        "loyalty_critical": st.sampled_from([None, "", "On en parlera dix ans."]),
        "blind_spot": st.sampled_from([None, "", "Personne n’écoute ici"]),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(stages, min_size=1, max_size=9), st.sampled_from([5.0, 9.0, 12.0]))
def test_all_text_stands_inside_its_chevron_and_is_whole(columns: list[Fields], body: float) -> None:
    made = shown(journey([(fields, ["Essai"]) for fields in columns]), body)
    unit = made.sheet.unit
    assume(all(column.width >= 12 * unit for column in made.sheet.columns))  # the fit refuses larger type
    assert [(a.text, b.text) for a, b in overlapping_words(made.drawing, 0.3 * unit)] == []
    assert beyond_sheet(made.drawing, 1.0) == ()
    heights = set()
    for n, fields in enumerate(columns):
        (group,) = made.of(f"s{n}", "stage")
        assert group.box is not None
        heights.add(round(group.box.height, 6))
        said = text_of([group])
        for text in ("title", "goal", "duration", "loyalty_critical", "blind_spot"):
            assert squeezed(fields[text] or "") in said
        for shape in group.shapes:
            if isinstance(shape, Words) and (box := words_box(shape)) is not None:
                assert group.box.grown(0.5 * unit).holds(box)
    assert len(heights) == 1


LONG = "Changer au bon moment, sans repartir de zéro, et garder tout ce que dix ans d’usage ont appris à la maison"
crowded: st.SearchStrategy[Fields] = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["", "Achat", "Évaluation des alternatives et choix"]),
        "goal": st.sampled_from(["", "Signer", LONG]),
        "duration": st.sampled_from(["", "2 semaines", LONG]),
        "loyalty_critical": st.sampled_from([None, "", "Décisif", LONG]),
        "blind_spot": st.sampled_from([None, "", "Silence", LONG]),
        "journey": st.sampled_from([None, Closer(path="usage.journey"), Closer(path="u.journey", title=LONG)]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(crowded, min_size=1, max_size=6), st.sampled_from([5.0, 9.0]))
def test_no_mark_lies_over_words_whatever_a_stage_says(columns: list[Fields], body: float) -> None:
    made = shown(journey([(fields, ["Essai"]) for fields in columns]), body)
    for n in range(len(columns)):
        groups = made.of(f"s{n}", "stage", "hint")
        shapes = [shape for group in groups for shape in group.shapes]
        words = [replace(shape, halo=None) for shape in shapes if isinstance(shape, Words)]
        boxes = [box for shape in words if (box := words_box(shape)) is not None]
        marks = [box for shape in shapes if isinstance(shape, Symbol) and (box := shape_box(shape)) is not None]
        assert not [(mark, box) for mark in marks for box in boxes if mark.grown(-0.3).meets(box)]
        assert not [pair for pair in pairwise(marks) if pair[0].grown(-0.01).meets(pair[1])]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["before", "during", "after", None]), min_size=1, max_size=8))
def test_a_phase_has_a_bar_over_every_run_of_its_stages(phases: list[str | None]) -> None:
    made = shown(journey([({"title": "Achat", "phase": phase}, ["Essai"]) for phase in phases], language="en"))
    bands = [group for group in made.groups if group.role == "phase"]
    runs = [phase for n, phase in enumerate(phases) if phase is not None and (n == 0 or phases[n - 1] != phase)]
    assert [group.record for group in bands] == runs
    for band in bands:
        assert band.box is not None
        under = [
            column
            for column in made.sheet.columns
            if column.x >= band.box.x - 1 and column.right <= band.box.right + 2 * made.sheet.unit
        ]
        assert {column.stage.phase for column in under} == {band.record}
        bar = strokes(band)[0]
        assert min(x for x, _ in bar) >= under[0].x
        assert max(x for x, _ in bar) <= under[-1].right


def test_phases_have_the_words_of_the_language_or_the_users_own() -> None:
    columns = [({"title": "A", "phase": phase}, ["x"]) for phase in ("before", "during")]
    made = shown(journey(columns, language="fr", phase_titles={"during": "Pendant les travaux"}))
    assert [text_of([g]) for g in made.groups if g.role == "phase"] == ["Avant", "Pendantlestravaux"]


def test_without_phases_there_is_no_band() -> None:
    plain = shown(journey([({"title": "A"}, ["x"])]))
    banded = shown(journey([({"title": "A", "phase": "before"}, ["x"])]))
    assert plain.rows["stages"][1] < banded.rows["stages"][1]


def test_a_critical_stage_is_deeper_and_has_a_heart_and_a_foot() -> None:
    made = shown(journey([({"title": "A", "phase": "during", "loyalty_critical": ""}, ["x"]), ({"title": "B"}, [])]))
    (critical,), (plain,) = made.of("s0", "stage"), made.of("s1", "stage")
    tint = made.sheet.theme.phase("during")
    fills = [shape.fill for shape in critical.shapes if isinstance(shape, Sketch)]
    assert fills == [tint.deep, tint.strong]
    assert "heart" in symbols(critical)
    assert "heart" not in symbols(plain)
    assert "loyalty_critical" in made.marks


def test_a_blind_spot_is_hatched_and_has_a_crossed_out_eye() -> None:
    made = shown(journey([({"title": "A", "blind_spot": ""}, ["x"])]))
    (group,) = made.of("s0", "stage")
    assert "icon-eye_off" in symbols(group)
    hatching = [shape for shape in group.shapes if isinstance(shape, Sketch) and shape.fill is None]
    assert len(hatching) == 1
    assert "blind_spot" in made.marks


def test_a_closer_map_is_named() -> None:
    made = shown(journey([({"title": "A", "journey": Closer(path="usage.journey", title="Usage de près")}, ["x"])]))
    assert "Usagedeprès" in text_of(made.of("s0", "stage"))
    assert "closer" in made.marks


def symbols(group: Group) -> set[str]:
    return {shape.name for shape in group.shapes if isinstance(shape, Symbol)}


@pytest.mark.parametrize("phase", ["before", "during", "after", None])
@pytest.mark.parametrize("critical", [None, ""])
def test_all_type_can_be_read_on_its_ground(phase: str | None, critical: str | None) -> None:
    fields = {"title": "Achat", "goal": "Signer", "duration": "2 ans", "phase": phase, "blind_spot": "Personne"}
    made = shown(journey([({**fields, "loyalty_critical": critical}, ["x"])]))
    (group,) = made.of("s0", "stage")
    colour = ground(made.sheet, made.sheet.columns[0])
    colours = [shape.colour for shape in group.shapes if isinstance(shape, Words)]
    assert min(contrast(each, colour) for each in colours) >= 4.5


def test_titles_shrink_together_before_a_word_is_broken() -> None:
    names = ["Sensibilisation", "Recommandation", "Renouvellement", "Fidélisation"] * 3
    made = shown(journey([({"title": name}, ["x"]) for name in names]))
    sizes = {
        shape.line.style.size
        for n in range(len(names))
        for shape in made.of(f"s{n}", "stage")[0].shapes
        if isinstance(shape, Words)
    }
    assert len(sizes) == 1
    assert 9.0 <= sizes.pop() < 12.2
    roomy = shown(journey([({"title": name}, ["x"]) for name in names[:4]]))
    assert next(s for s in roomy.of("s0", "stage")[0].shapes if isinstance(s, Words)).line.style.size > 12


def test_an_untitled_stage_says_so_on_the_screen_only() -> None:
    made = shown(journey([({"title": ""}, ["x"])]))
    assert text_of(made.of("s0", "stage")) == ""
    (hint,) = made.of("s0", "hint")
    assert hint.screen_only


# -- loops ------------------------------------------------------------------------------------------------------------
def looped(*flows: Flow, stages: int = 6, **head: str) -> Shown:
    return shown(journey([({"title": "Achat", "phase": "before"}, ["x", "y"]) for _ in range(stages)], flows, **head))


def test_a_loop_leaves_the_middle_of_its_source_and_points_down_at_its_target() -> None:
    made = looped(Flow(id="f", source="s5", target="s0", share=62, label="relancent une recherche"), language="fr")
    (group,) = made.of("f")
    columns = made.sheet.columns
    points = [point for line in strokes(group) for point in line]
    assert min(x for x, _ in points) == pytest.approx(columns[0].x + columns[0].width / 2, abs=2)
    assert max(x for x, _ in points) == pytest.approx(columns[5].x + columns[5].width / 2, abs=0.1)
    tip = max((p for p in points if p[0] < columns[1].x), key=lambda p: p[1])
    top, _ = made.rows["stages"]
    (bar,) = [g for g in made.groups if g.role == "phase"]
    assert top < tip[1] < min(y for _, y in strokes(bar)[0])
    assert text_of([group]) == squeezed("62 % relancent une recherche")


def test_several_loops_have_tracks_of_their_own_the_short_one_lowest() -> None:
    made = looped(
        Flow(id="long", source="s5", target="s0", label="amènent de nouveaux clients"),
        Flow(id="short", source="s3", target="s1", label="hésitent"),
        Flow(id="other", source="s4", target="s2", label="reviennent"),
    )
    heights = {key: min(y for line in strokes(made.of(key)[0]) for _, y in line) for key in ("long", "short", "other")}
    assert heights["long"] < min(heights["short"], heights["other"])
    assert heights["short"] != heights["other"]
    assert overlapping_words(made.drawing) == []


def test_loops_that_end_at_one_stage_end_side_by_side() -> None:
    made = looped(*(Flow(id=f"f{n}", source=f"s{n}", target="s0") for n in (2, 3, 4)))
    tips = sorted(
        shape.outline[0][1][0]
        for n in (2, 3, 4)
        for shape in made.of(f"f{n}")[0].shapes
        if isinstance(shape, Sketch) and shape.fill
    )
    assert all(b - a > 2.5 for a, b in pairwise(tips))


def test_a_loop_does_not_run_through_a_phases_name() -> None:
    columns = [({"title": "Achat", "phase": p}, ["x"]) for p in ("before", "during", "before", "during")]
    titles = {"before": "Une phase au nom si long qu’il remplit tout son bandeau", "during": "Autre nom assez long"}
    made = shown(journey(columns, [Flow(id="f", source="s3", target="s0", share=9)], phase_titles=titles))
    names = [words_box(s) for g in made.groups if g.role == "phase" for s in g.shapes if isinstance(s, Words)]
    lines = strokes(made.of("f")[0])
    assert len(names) >= 4
    assert lines
    for line in lines:
        assert not any(box is not None and box.grown(-0.1).contains(*point) for box in names for point in line)


def test_a_forward_flow_between_far_stages_uses_the_channel_too() -> None:
    made = looped(Flow(id="f", source="s0", target="s4", share=20))
    assert "loops" in made.rows
    assert "loop" not in made.marks
    assert "flow" in made.marks


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["", "reviennent", "x " * 40])), max_size=9
    )
)
def test_whatever_loops_there_are_nothing_covers_anything(given_flows: list[tuple[int, int, str]]) -> None:
    flows = [
        Flow(id=f"f{n}", source=f"s{a}", target=f"s{b}", label=label.strip(), share=12)
        for n, (a, b, label) in enumerate(given_flows)
    ]
    made = looped(*flows)
    assert overlapping_words(made.drawing, 0.3 * made.sheet.unit) == []
    assert beyond_sheet(made.drawing, 1.0) == ()
    assert all(len(made.of(flow.id)) == 1 for flow in flows)
    if "loops" in made.rows:
        top, _ = made.rows["loops"]
        boxes = [group_box(group) for flow in flows for group in made.of(flow.id)]
        assert all(box is not None and box.y >= top - 0.5 for box in boxes)


@pytest.mark.parametrize("body", [1.5, 9.0, 20.0])
@pytest.mark.parametrize("paper", ["A5", "A0"])
def test_words_that_no_sheet_has_room_for_are_broken_not_cut(body: float, paper: str) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 4
    fields = {"title": word, "goal": word, "phase": "before", "loyalty_critical": word, "blind_spot": word}
    flows = [
        Flow(id="bow", source="t1", target="t0", label=word, share=1e9),
        Flow(id="loop", source="s2", target="s0", label=word),
        Flow(id="step", source="t0", target="t1", label=word),
    ]
    made = shown(journey([(fields, [word, word])] * 3, flows), body, paper)
    assert beyond_sheet(made.drawing, 0.5) == ()
    assert overlapping_words(made.drawing, 0.3 * made.sheet.unit) == []
    assert text_of(made.of("t0")) == word
    assert text_of(made.of("loop")) == word
    assert text_of(made.of("s0", "stage")) == word * 4


# -- columns ----------------------------------------------------------------------------------------------------------
REASON = "Ne se voit qu’à l’écoute : une enquête par an, et deux avis de clients que personne ne lit avant l’été"


def widths(crowded: Fields, count: int = 6) -> list[float]:
    """Widths of the columns of a map of which only the fourth stage, without touchpoints, has much to say."""
    columns = [({"title": "Achat", "goal": "Signer"}, [] if n == 3 else ["x", "y", "z"]) for n in range(count)]
    columns[3] = ({"title": "Usage", **crowded}, [])
    return [column.width for column in shown(journey(columns), paper="A4", body=6.0).sheet.columns]


def test_a_stage_that_says_much_gets_a_wider_column_and_the_others_give_little() -> None:
    plain = widths({})
    crowded = widths({"goal": REASON, "loyalty_critical": REASON, "blind_spot": REASON})
    assert crowded[3] > 1.3 * plain[3]
    assert all(new > 0.85 * old for n, (new, old) in enumerate(zip(crowded, plain, strict=True)) if n != 3)
    assert sum(crowded) == pytest.approx(sum(plain))
    assert max(crowded) - min(crowded[n] for n in range(6) if n != 3) < 0.01  # the beat of the others stays even


def test_an_ordinary_header_leaves_the_beat_alone() -> None:
    assert widths({"goal": "Signer le jour promis"}) == pytest.approx(widths({}))
