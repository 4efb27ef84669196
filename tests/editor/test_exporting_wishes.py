"""What a wish means: which options it becomes, what does not apply, and what its files are called."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journeyeditor.editor.exporting import DATA_KINDS, Wish, options, places, reasons, usual_name, wish_of
from journeyeditor.files import load
from journeyeditor.publish import export

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"

wishes = st.builds(
    Wish,
    format=st.sampled_from(["pdf", "svg", "png", "data"]),
    data=st.sampled_from(sorted(DATA_KINDS)),
    tiles=st.booleans(),
    each_persona=st.booleans(),
    blank=st.booleans(),
    keep_touchpoints=st.booleans(),
    bleed=st.booleans(),
    grey=st.booleans(),
)


@given(wishes)
def test_nothing_that_does_not_apply_reaches_the_export(wish: Wish) -> None:
    made = options(wish)
    assert not (made.tile and made.bleed)
    assert not (made.keep_touchpoints and not made.blank)
    if not wish.is_poster:
        assert (made.tile, made.bleed, made.blank) == (None, 0.0, False)
        if made.table is not None:
            assert made.personas is None
            assert not made.each_persona


def test_every_reason_is_about_a_field() -> None:
    for wish in (Wish(), Wish(format="data"), Wish(tiles=True), Wish(format="png", blank=True)):
        assert all(hasattr(wish, field) for field in reasons(wish))


def test_every_kind_of_data_can_be_made() -> None:
    journey = load(MAP).journey
    for data in DATA_KINDS:
        wish = Wish(format="data", data=data)
        assert export(journey, wish.kind, options(wish)).data


def test_the_dialog_begins_with_the_maps_own_poster() -> None:
    journey = load(MAP).journey
    wish = wish_of(journey)
    assert (wish.paper, wish.orientation, wish.theme) == ("A3", "landscape", journey.head.poster.theme)
    assert wish.personas == tuple(one.id for one in journey.personas() if not one.hidden)


def test_several_files_have_their_suffix_before_the_ending(tmp_path: Path) -> None:
    journey = load(MAP).journey
    wish = replace(wish_of(journey), format="svg", each_persona=True)
    published = export(journey, wish.kind, options(wish))
    found = places(tmp_path / "map.svg", wish, published)
    assert all(path.name.startswith("map-0") and path.suffix == ".svg" for path in found)
    assert len(found) == len(published.files)


def test_a_name_for_the_file() -> None:
    journey = load(MAP).journey
    assert usual_name(journey, Path("/tmp/Workshop.journey"), Wish()) == "Workshop.pdf"  # noqa: S108 - only a name
    assert usual_name(journey, None, Wish(format="data", data="actions")).endswith("-actions.csv")
