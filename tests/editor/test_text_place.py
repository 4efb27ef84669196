"""Where a text is typed: right where it is printed."""

import pytest

from journeyeditor.drawing import Words
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.text_lines import typed_lines
from journeyeditor.editor.text_place import TextPlace, emptied, text_place
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.flows import connect
from journeyeditor.edits.head import set_poster
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.model.records import Emotion, Flow, Lane, Pain, Stage
from journeyeditor.tools.events import DoublePress, Modifiers
from tests.tools.fake_desk import template

MAPS = ["loyalty-6.en", "example-renovation.fr", "example-new-hip.en"]


def place_of(editor: Editor, key: str, field: str) -> TextPlace | None:
    return text_place(editor.journey, editor.board, editor.live.laid.body_type, key, field)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize(
    ("kind", "field"),
    [("Touchpoint", "title"), ("Stage", "title"), ("Stage", "goal"), ("Pain", "text"), ("Gain", "text")],
)
def test_every_printed_text_is_typed_on_its_own_baseline(name: str, kind: str, field: str) -> None:
    editor = Editor(Document(template(name)))
    lines = {
        (round(shape.x, 3), round(shape.y, 3))
        for page in editor.board.pages
        for group in page.groups
        for shape in group.shapes
        if isinstance(shape, Words)
    }
    baselines = {y for _, y in lines}
    records = [record for record in editor.journey if type(record).__name__ == kind and getattr(record, field)]
    assert records
    for record in records:
        place = place_of(editor, record.id, field)
        assert place is not None
        assert not place.new, (record.id, getattr(record, field))
        assert round(place.baseline, 3) in baselines
        assert place.box.width > 0
        assert place.box.y < place.baseline < place.box.bottom
    editor.close()


def test_a_touchpoints_name_is_centred_and_a_cards_text_begins_at_the_left() -> None:
    editor = Editor(Document(template("loyalty-6.en")))
    touchpoint = editor.journey.touchpoints()[0].id
    slot = editor.board.slot(touchpoint)
    place = place_of(editor, touchpoint, "title")
    assert place is not None
    assert slot is not None
    assert place.align == "middle"
    assert place.box.middle[0] == pytest.approx(slot[1].x, abs=0.1)
    pain = next(record for record in editor.journey if isinstance(record, Pain)).id
    place = place_of(editor, pain, "text")
    card = editor.board.boxes(pain)[0]
    assert place is not None
    assert place.align == "start"
    assert card.x < place.box.x < card.x + card.width / 4
    assert place.box.right <= card.right + 0.1
    editor.close()


def test_a_new_touchpoint_is_typed_under_its_circle_and_a_new_card_inside_it() -> None:
    editor = Editor(Document(template("loyalty-6.en")))
    stage = editor.journey.stages()[0].id
    change = editor.do(lambda journey: add_touchpoint(journey, stage=stage))
    assert change is not None
    key = next(record.id for record in change.added())
    place = place_of(editor, key, "title")
    circle = editor.board.boxes(key)[0]
    assert place is not None
    assert place.new
    assert place.box.y >= circle.bottom
    assert place.style.size == pytest.approx(editor.live.laid.body_type)
    assert place.box.middle[0] == pytest.approx(circle.middle[0], abs=0.1)
    change = editor.do(lambda journey: add_finding(journey, Pain, first=key))
    assert change is not None
    pain = next(record.id for record in change.added() if isinstance(record, Pain))
    place, card = place_of(editor, pain, "text"), editor.board.boxes(pain)[0]
    assert place is not None
    assert place.new
    assert card.x < place.box.x < card.right
    assert card.y < place.box.y
    editor.close()


def test_a_field_without_words_stands_below_those_that_have_some() -> None:
    editor = Editor(Document(template("loyalty-6.en")))
    stage = next(record for record in editor.journey if isinstance(record, Stage))
    title, duration = place_of(editor, stage.id, "title"), place_of(editor, stage.id, "description")
    assert title is not None
    assert duration is not None
    assert duration.box.y > title.box.y
    editor.close()


def test_what_is_not_on_the_map_has_no_place() -> None:
    editor = Editor(Document(template("blank.en")))
    assert place_of(editor, "nobody", "title") is None
    editor.close()


@pytest.mark.parametrize("field", ["title", "scenario", "goal"])
def test_a_double_press_on_a_text_of_the_header_opens_that_text(field: str) -> None:
    editor = Editor(Document(template("example-new-hip.en")))
    desk, opened = EditorDesk(editor), []
    editor.texts.listen(opened.append)
    place = place_of(editor, editor.journey.head.id, field)
    assert place is not None
    desk.handle(DoublePress(place.box.x + 3, place.baseline - 0.3, Modifiers()))
    assert opened == [(editor.journey.head.id, field)]
    editor.close()


def test_a_double_press_on_a_stages_goal_or_a_personas_quote_opens_that_text() -> None:
    editor = Editor(Document(template("example-new-hip.en")))
    desk, opened = EditorDesk(editor), []
    editor.texts.listen(opened.append)
    wanted = [(editor.journey.stages()[1].id, field) for field in ("title", "goal", "duration")]
    wanted += [(editor.journey.personas()[0].id, field) for field in ("name", "role", "quote")]
    for key, field in wanted:
        place = place_of(editor, key, field)
        assert place is not None
        x = place.box.right - 1 if place.align == "end" else place.box.x + 2
        desk.handle(DoublePress(x, place.baseline - 0.3, Modifiers()))
    assert opened == wanted
    editor.close()


def test_a_double_press_beside_all_texts_opens_the_one_that_names_the_record() -> None:
    editor = Editor(Document(template("example-new-hip.en")))
    desk, opened = EditorDesk(editor), []
    editor.texts.listen(opened.append)
    touchpoint = editor.journey.touchpoints()[0].id
    circle = min(editor.board.boxes(touchpoint, "touchpoint"), key=lambda box: box.y)
    desk.handle(DoublePress(circle.middle[0], circle.y + 2, Modifiers()))
    assert [key for key, _ in opened] == [touchpoint]
    assert opened[0][1] in {"", "title"}
    editor.close()


def test_the_words_of_a_feeling_are_opened_where_they_stand() -> None:
    editor = Editor(Document(template("example-new-hip.en")))
    editor.activate(None)
    desk, opened = EditorDesk(editor), []
    editor.texts.listen(opened.append)
    worded = [one for one in editor.journey if isinstance(one, Emotion) and one.words == "in limbo"]
    shape = next(
        shape for _, group in editor.board.groups(worded[0].id) for shape in group.shapes if isinstance(shape, Words)
    )
    desk.handle(DoublePress(shape.x + shape.line.width / 2, shape.y - 0.5, Modifiers()))
    assert opened == [(worded[0].id, "words")]
    editor.close()


def test_a_lane_with_its_standard_name_is_renamed_at_its_head() -> None:
    editor = Editor(Document(template("example-new-hip.en")))
    lane = next(one for one in editor.journey if isinstance(one, Lane) and one.kind == "emotions")
    place = place_of(editor, lane.id, "title")
    assert place is not None
    assert not place.new
    left, right = editor.board.bands()[0].labels
    assert left <= place.box.x < place.box.right <= right + 0.01
    editor.close()


@pytest.mark.parametrize("name", ["Nadia", "N", "Jo Ng"])
def test_a_personas_name_is_typed_beside_the_portrait_and_not_on_their_initials(name: str) -> None:
    editor = Editor(Document(template("blank.en")))
    persona = editor.journey.personas()[0].id
    before = place_of(editor, persona, "name")
    editor.do(lambda journey: rename(journey, persona, name))
    place = place_of(editor, persona, "name")
    assert before is not None
    assert place is not None
    assert place.baseline == pytest.approx(before.baseline, abs=1)
    assert place.style == before.style
    editor.close()


def test_words_of_a_flow_that_leaves_the_page_are_typed_before_where_it_leads() -> None:
    editor, words = Editor(Document(template("blank.fr"))), "rappellent l’atelier"
    for stage in editor.journey.stages():
        for _ in range(9):
            editor.do(lambda journey, stage=stage: add_touchpoint(journey, stage=stage.id, title="Pas"))
    editor.do(lambda journey: set_poster(journey, paper="A5"))
    steps = editor.journey.touchpoints()
    assert len(editor.board.pages) > 1
    change = editor.do(lambda journey: connect(journey, steps[-1].id, steps[0].id, label="x"))
    assert change is not None
    key = next(record.id for record in change.added() if isinstance(record, Flow))
    tried = place_of(editor, key, "label")
    assert tried is not None
    assert not tried.new
    assert tried.after.split()[0] == "vers"
    assert len(typed_lines(emptied(tried, editor.board, key), words)[0]) == 1
    editor.do(lambda journey: rename(journey, key, words))
    printed = place_of(editor, key, "label")
    assert printed is not None
    assert not printed.new
    (line,) = typed_lines(printed, words)[0]
    assert line.x == pytest.approx(printed.lines[0].x)
    assert line.width < printed.lines[0].line.width
    editor.close()


FLOWS = {
    "to the next": (0, 1),
    "skipping one": (0, 2),
    "back within a stage": (2, 0),
    "back over stages": (-1, 0),
    "far ahead": (0, -2),
}


@pytest.mark.parametrize("name", ["example-renovation.fr", "example-new-hip.en"])
@pytest.mark.parametrize("share", [None, 25.0])
@pytest.mark.parametrize("ends", FLOWS.values(), ids=FLOWS)
def test_words_of_a_new_flow_are_typed_beside_its_line_and_no_word_is_broken(
    name: str, share: float | None, ends: tuple[int, int]
) -> None:
    editor, words = Editor(Document(template(name))), "rappellent l’atelier"
    steps = editor.journey.touchpoints()
    first, last = (steps[end].id for end in ends)
    change = editor.do(lambda journey: connect(journey, first, last))
    assert change is not None
    key = next(record.id for record in change.added() if isinstance(record, Flow))
    editor.do(lambda journey: describe(journey, key, share=share))
    editor.preview(lambda journey: rename(journey, key, "x"))
    tried = place_of(editor, key, "label")
    editor.preview(None)
    assert tried is not None
    (typed,) = typed_lines(emptied(tried, editor.board, key), words)
    editor.do(lambda journey: rename(journey, key, words))
    printed = place_of(editor, key, "label")
    assert printed is not None
    assert [words[line.start : line.end].strip() for line in typed] in ([words], words.split())
    assert len(typed) <= len(printed.lines)
    assert typed[0].x + typed[0].width / 2 == pytest.approx(printed.beginning.middle[0], abs=20)
    assert tried.beginning.width < 40, "the map does not move to show all of a long loop"
    editor.close()
