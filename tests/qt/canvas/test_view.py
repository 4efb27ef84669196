import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import LEAST, MOST, SIDE, VISIBLE, View, per_cent

lengths = st.floats(0, 1000)
views = st.builds(
    View,
    zoom=st.floats(0.5, 40),
    left=st.floats(-2000, 8000),
    top=st.floats(-2000, 8000),
    width=st.floats(200, 2500),
    height=st.floats(200, 1500),
    ratio=st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
)


def test_true_size_is_a_hundred_per_cent() -> None:
    assert per_cent(96 / 25.4) == pytest.approx(100)


@given(views, lengths, lengths)
def test_there_and_back(view: View, x: float, y: float) -> None:
    assert view.to_view(*view.to_board(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(views, lengths, lengths, st.floats(0.3, 3))
def test_zooming_leaves_what_is_under_the_pointer(view: View, x: float, y: float, factor: float) -> None:
    place = view.to_board(x, y)
    seen = view.zoomed(view.zoom * factor, x, y).to_view(*place)
    assert seen == pytest.approx((x, y), abs=0.51 * (1 + factor) / view.ratio)


def test_many_small_steps_come_back_to_where_they_began() -> None:
    view = start = View(zoom=3, left=123.4, top=567.8, width=800, height=600)
    for _ in range(300):
        view = view.zoomed(view.zoom * 1.01, 333, 222)
    for _ in range(300):
        view = view.zoomed(view.zoom / 1.01, 333, 222)
    assert (view.left, view.top) == pytest.approx((start.left, start.top), abs=0.01)


@given(views)
def test_what_is_shown_lies_on_device_pixels(view: View) -> None:
    x, y = view.to_view(0, 0)
    assert x * view.ratio == pytest.approx(round(x * view.ratio), abs=1e-6)
    assert y * view.ratio == pytest.approx(round(y * view.ratio), abs=1e-6)


@given(views)
def test_a_page_that_is_fitted_is_wholly_in_view_with_its_sides_free(view: View) -> None:
    seen = view.around(Box(0, 0, 420, 297)).box(Box(0, 0, 420, 297))
    assert seen.x >= SIDE - 1
    assert seen.y >= SIDE - 1
    assert seen.right <= view.width - SIDE + 1
    assert seen.bottom <= view.height - SIDE + 1
    assert min(seen.x, seen.y) <= SIDE + 1


@given(views)
def test_the_board_can_never_be_lost(view: View) -> None:
    seen = view.kept_near(420, 297).box(Box(0, 0, 420, 297))
    least = min(VISIBLE, seen.width / 2, seen.height / 2) - 1.5
    assert seen.right >= least
    assert seen.bottom >= least
    assert seen.x <= view.width - least
    assert seen.y <= view.height - least


def test_zoom_has_its_limits() -> None:
    assert View().zoomed(1e9, 0, 0).zoom == MOST
    assert View().zoomed(1e-9, 0, 0).zoom == LEAST


@pytest.mark.parametrize("box", [Box(-50, 10, 20, 20), Box(500, 10, 20, 20), Box(30, 900, 20, 20)])
def test_a_place_is_brought_into_view_by_the_shortest_way(box: Box) -> None:
    view = View(zoom=2, width=800, height=600)
    after = view.showing(box)
    assert after.seen.holds(box)
    assert after.showing(box) == after
    assert replace(after, left=view.left, top=view.top) == view


def test_a_map_is_pulled_to_its_end_and_no_farther() -> None:
    view = View(zoom=2.0, left=0.0, top=0.0, width=300.0, height=200.0)
    board = (400.0, 90.0)
    assert view.pulled(-50, 0, board, 10).left == 50
    assert view.pulled(-5000, 0, board, 10).left == 800 + 10 - 300
    assert view.pulled(5000, 0, board, 10).left == -10
    assert view.pulled(0, -5000, board, 10).top == 0, "what is wholly in view stays"
    beyond = View(zoom=2.0, left=700.0, top=0.0, width=300.0, height=200.0)
    assert beyond.pulled(-5, 0, board, 10).left == 700, "what was beyond already is not pushed back"


BOARD = (1000.0, 500.0)


@pytest.mark.parametrize(
    ("left", "before", "after", "then", "why"),
    [
        (-24, 600, 900, -24, "the beginning was in view"),
        (-24, 900, 600, -24, "and stays there when the room is less"),
        (424, 600, 900, 124, "the end was in view"),
        (200, 600, 700, 150, "the middle keeps its place"),
        (50, 600, 900, -24, "no desk is bared at the beginning"),
        (-100, 1200, 800, -24, "all was in view: now its beginning"),
        (-100, 1200, 1400, -200, "all is in view, in the middle"),
        (-200, 600, 700, -200, "who has pushed it away keeps it there"),
    ],
)
def test_in_a_viewport_of_another_size_no_desk_is_bared_beside_what_is_cut(
    left: float, before: float, after: float, then: float, why: str
) -> None:
    view = View(1.0, left, 0, before, 300)
    assert view.resized(after, 300, BOARD).left == then, why
    assert view.resized(after, 300, BOARD).width == after


def test_read_from_the_right_the_end_stays_when_the_room_is_less() -> None:
    view = View(1.0, -100, 0, 1200, 300)
    assert view.resized(800, 300, BOARD, leftward=True).left == 224
