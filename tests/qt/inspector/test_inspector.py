"""The inspector as a facilitator uses it."""

import gc
import time
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.measures import set_value
from journeyeditor.edits.notes import add_note
from journeyeditor.model.records import Channel, Gain, Measure, Note, Opportunity, Pain, Quote, Stage, Touchpoint
from journeyeditor.qt import look
from journeyeditor.qt.inspector.cards import OpportunityCard
from journeyeditor.qt.inspector.editors import choices
from journeyeditor.qt.inspector.fields import PAGES
from journeyeditor.words import speak
from tests.qt.inspector.conftest import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def touchpoint(desk, inspector):
    """A selected touchpoint with two pains and an opportunity of its own."""
    found = desk.journey.touchpoints()[4]
    for text, severity in (("No word", 5), ("Slots", 4)):
        desk.editor.do(
            lambda journey, text=text, severity=severity: add_finding(
                journey, Pain, found.id, text=text, severity=severity
            )
        )
    desk.editor.do(lambda journey: add_finding(journey, Opportunity, found.id, text="Send a text"))
    desk.editor.select([found.id])
    return found


def cards(inspector, kind):
    section = inspector.page.cards(kind)
    return [card for card in section.cards if not card.isHidden()]


def words_on(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and label.isVisible()]


class TestWhatItIsAbout:
    def test_one_touchpoint_says_its_place(self, inspector, touchpoint, desk):
        most = len(desk.journey.touchpoints())
        assert inspector._heading.text() == f"Touchpoint 5 of {most}"
        assert inspector.page.title.toPlainText() == touchpoint.title

    def test_nothing_selected_is_the_journey(self, inspector, desk):
        desk.editor.select([])
        assert inspector.page.title.toPlainText() == desk.journey.head.title

    def test_several_say_how_many_and_what_differs(self, inspector, desk):
        some = desk.journey.touchpoints()[:3]
        desk.editor.do(lambda journey: describe(journey, some[0].id, evidence="research", ends_here=True))
        desk.editor.do(lambda journey: describe(journey, some[1].id, evidence="assumption", ends_here=False))
        desk.editor.select([one.id for one in some])
        assert inspector._heading.text() == "3 touchpoints"
        assert inspector.page.title.placeholderText() == "mixed"
        assert inspector.page.editor_of("ends_here").mixed.text() == "mixed"
        assert not any(button.isChecked() for button in inspector.page.editor_of("evidence").input.buttons.values())
        steps = desk.editor.history.position
        QTest.mouseClick(inspector.page.editor_of("evidence").input.buttons["research"], LEFT)
        assert {desk.journey.get(one.id).evidence for one in some} == {"research"}
        assert desk.editor.history.position == steps + 1

    def test_several_kinds_show_what_they_share(self, inspector, desk):
        pain, gain = desk.journey.all(Pain)[0], desk.journey.all(Gain)[0]
        desk.editor.select([pain.id, gain.id])
        assert inspector._heading.text() == "2 things"
        names = {name for section in inspector.page.sections for name in section.editors}
        assert names == {"personas", "votes", "evidence", "first", "last"}
        QTest.mouseClick(inspector.page.editor_of("evidence").input.buttons["assumption"], LEFT)
        assert desk.journey.get(pain.id).evidence == desk.journey.get(gain.id).evidence == "assumption"

    def test_kinds_that_share_nothing_are_counted_and_can_be_chosen_and_deleted(self, inspector, desk, qtbot):
        touchpoint, opportunity = desk.journey.touchpoints()[0], desk.journey.all(Opportunity)[0]
        some = [touchpoint.id, opportunity.id]
        desk.editor.select(some)
        buttons = {
            one.text().strip(): one for one in inspector.page.together.findChildren(QPushButton) if one.isVisible()
        }
        assert {"1 touchpoint", "1 opportunity", "Duplicate", "Delete"} <= buttons.keys()
        QTest.mouseClick(buttons["1 opportunity"], LEFT)
        assert desk.editor.selection == (opportunity.id,)
        desk.editor.select(some)
        desk.editor.speak(speak("fr"))
        qtbot.wait(10)
        buttons = {
            one.text().strip(): one for one in inspector.page.together.findChildren(QPushButton) if one.isVisible()
        }
        assert "1 point de contact" in buttons
        QTest.mouseClick(buttons["Supprimer"], LEFT)
        assert not any(key in desk.journey for key in some)
        assert desk.editor.history.position == 1

    def test_a_long_owner_has_a_row_of_its_own_and_is_never_cut_off(self, inspector, desk, qtbot):
        one = next(
            each for each in desk.journey.all(Opportunity) if isinstance(desk.journey.get(each.first), Touchpoint)
        )
        name = "Direction de la relation client et des opérations"
        desk.editor.do(lambda journey: describe(journey, one.id, owner=name))
        desk.editor.select([one.first])
        qtbot.wait(30)
        card = next(each for each in inspector.page.cards(Opportunity).findChildren(OpportunityCard)
                    if each.owner.text() == name)  # fmt: skip
        assert card.due.y() > card.owner.y()
        assert card.owner.toolTip() == name or card.owner.wide() <= card.owner.width()
        desk.editor.do(lambda journey: describe(journey, one.id, owner="Ann"))
        qtbot.wait(30)
        assert card.due.x() > card.owner.x()

    @pytest.mark.usefixtures("touchpoint")
    def test_the_language_changes_at_once(self, inspector, desk):
        desk.editor.speak(speak("fr"))
        assert inspector._heading.text().startswith("Point de contact 5")
        labels = words_on(inspector.page)
        assert "Étape" in labels
        assert "Canal" in labels

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_nothing_is_wider_than_the_panel(self, inspector, desk, language):
        desk.editor.speak(speak(language))
        inspector.resize(280, 900)
        for kind in PAGES:
            record = next(iter(desk.journey.all(kind)), None)
            if record is None:
                continue
            desk.editor.select([record.id])
            inspector.grab()
            assert inspector.page.width() <= 280, kind.__name__
            assert inspector.page.minimumSizeHint().width() <= 280, kind.__name__


class TestTyping:
    def test_typing_is_one_step_however_long_it_rests(self, inspector, touchpoint, desk):
        steps = desk.editor.history.position
        title = inspector.page.title
        title.setFocus()
        title.selectAll()
        for part in ("Waits ", "for ", "him"):
            QTest.keyClicks(title, part)
            inspector.flush()
        assert desk.journey.get(touchpoint.id).title == "Waits for him"
        assert desk.editor.history.position == steps + 1
        desk.editor.undo()
        assert desk.journey.get(touchpoint.id).title == touchpoint.title

    def test_it_goes_into_the_map_after_a_rest(self, inspector, touchpoint, desk, qtbot):
        title = inspector.page.title
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, "Rest")
        assert desk.journey.get(touchpoint.id).title == touchpoint.title
        qtbot.waitUntil(lambda: desk.journey.get(touchpoint.id).title == "Rest", timeout=2000)

    def test_escape_gives_back_what_was(self, inspector, touchpoint, desk):
        steps = desk.editor.history.position
        title = inspector.page.title
        title.setFocus()
        QTest.keyClicks(title, "xx")
        inspector.flush()
        QTest.keyClick(title, Qt.Key.Key_Escape)
        assert desk.journey.get(touchpoint.id) == touchpoint
        assert desk.editor.history.position == steps

    def test_the_cursor_stays_while_the_map_changes_elsewhere(self, inspector, touchpoint, desk):
        title = inspector.page.title
        title.setFocus()
        cursor = title.textCursor()
        cursor.setPosition(3)
        title.setTextCursor(cursor)
        QTest.keyClicks(title, "Q")
        desk.editor.do(lambda journey: describe(journey, touchpoint.id, ends_here=not touchpoint.ends_here))
        QTest.keyClicks(title, "R")
        assert title.hasFocus()
        assert title.toPlainText() == touchpoint.title[:3] + "QR" + touchpoint.title[3:]

    def test_what_changes_on_the_map_shows_at_once(self, inspector, touchpoint, desk):
        desk.editor.do(lambda journey: rename(journey, touchpoint.id, "Otherwise"))
        assert inspector.page.title.toPlainText() == "Otherwise"

    def test_what_is_being_typed_goes_to_the_record_it_was_typed_for(self, inspector, touchpoint, desk):
        other = desk.journey.touchpoints()[0]
        title = inspector.page.title
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, "Mine")
        desk.editor.select([other.id])
        assert desk.journey.get(touchpoint.id).title == "Mine"
        assert desk.journey.get(other.id) == other

    def test_nonsense_is_answered_under_the_field(self, inspector, desk):
        measure = desk.journey.all(Measure)[0]
        desk.editor.select([measure.id])
        editor = inspector.page.editor_of("target")
        editor.input.setFocus()
        editor.input.selectAll()
        QTest.keyClicks(editor.input, "a lot")
        editor.flush()
        assert "a lot" in editor._problem.text()
        assert desk.journey.get(measure.id) == measure

    def test_what_the_model_refuses_is_told_at_the_field_and_the_old_value_stands(self, inspector, desk):
        measure = desk.journey.all(Measure)[0]
        desk.editor.do(lambda journey: describe(journey, measure.id, minimum=0, maximum=10))
        desk.editor.select([measure.id])
        told = []
        desk.editor.told.listen(told.append)
        editor = inspector.page.editor_of("maximum")
        editor.input.setFocus()
        editor.input.selectAll()
        QTest.keyClicks(editor.input, "-3")
        editor.flush()
        assert editor._problem.text() == "The maximum must be above the minimum."
        assert told == []
        assert desk.journey.get(measure.id).maximum == 10

    def test_a_comma_is_read_where_people_write_one(self, inspector, desk):
        desk.editor.speak(speak("fr"))
        measure = desk.journey.all(Measure)[0]
        desk.editor.select([measure.id])
        editor = inspector.page.editor_of("target")
        editor.input.setFocus()
        editor.input.selectAll()
        QTest.keyClicks(editor.input, "3,5")
        editor.flush()
        assert desk.journey.get(measure.id).target == 3.5


class TestCards:
    @pytest.mark.usefixtures("touchpoint")
    def test_they_show_what_hangs_here_the_worst_first(self, inspector):
        assert [card.text.text() for card in cards(inspector, Pain)][:2] == ["No word", "Slots"]
        assert inspector.page.cards(Quote).header.count.text() == "none yet"

    @pytest.mark.usefixtures("touchpoint")
    def test_a_digit_on_the_dots_sets_the_severity(self, inspector, desk):
        card = next(card for card in cards(inspector, Pain) if card.text.text() == "Slots")
        QTest.keyClicks(card.dots, "1")
        assert desk.journey.get(card.key).severity == 1
        desk.editor.undo()
        assert desk.journey.get(card.key).severity == 4

    @pytest.mark.usefixtures("touchpoint")
    def test_votes_by_click_and_shift_click(self, inspector, desk):
        card = cards(inspector, Pain)[0]
        QTest.mouseClick(card.votes, LEFT)
        QTest.mouseClick(card.votes, LEFT)
        assert card.votes.text() == "2"
        QTest.mouseClick(card.votes, LEFT, Qt.KeyboardModifier.ShiftModifier)
        assert desk.journey.get(card.key).votes == 1

    @pytest.mark.usefixtures("touchpoint")
    def test_owner_and_date_are_set_on_the_card(self, inspector, desk):
        card = next(card for card in cards(inspector, Opportunity) if card.text.text() == "Send a text")
        card.owner.setFocus()
        QTest.keyClicks(card.owner, "Ines")
        QTest.keyClick(card.owner, Qt.Key.Key_Return)
        card.due.line.setFocus()
        QTest.keyClicks(card.due.line, "2027-01-15")
        QTest.keyClick(card.due.line, Qt.Key.Key_Return)
        record = desk.journey.get(card.key)
        assert (record.owner, record.due) == ("Ines", "2027-01-15")

    def test_a_click_goes_there_and_the_arrow_back(self, inspector, touchpoint, desk):
        card = cards(inspector, Pain)[0]
        QTest.mouseClick(card, LEFT, pos=QPoint(20, 10))
        assert desk.editor.selection == (card.key,)
        assert inspector.page.kind is Pain
        assert inspector._arrow.isVisible()
        QTest.mouseClick(inspector._arrow, LEFT)
        assert desk.editor.selection == (touchpoint.id,)
        assert not inspector._arrow.isVisible()

    def test_a_note_that_hangs_on_a_step_is_found_there(self, inspector, touchpoint, desk):
        desk.editor.do(lambda journey: add_note(journey, touchpoint.id, text="Ask the ward"))
        assert [card.text.text() for card in cards(inspector, Note) if card.isVisible()] == ["Ask the ward"]
        QTest.mouseClick(cards(inspector, Note)[0], LEFT, pos=QPoint(20, 10))
        assert inspector.page.kind is Note

    @pytest.mark.parametrize("kind", [Pain, Gain, Quote, Opportunity, Measure, Note])
    def test_plus_adds_one_that_is_ready_to_type(self, inspector, touchpoint, desk, kind):
        before = {one.id for one in desk.journey.all(kind)}
        QTest.mouseClick(inspector.page.cards(kind).header.plus, LEFT)
        new = [one for one in desk.journey.all(kind) if one.id not in before]
        assert [one.first for one in new] == [touchpoint.id]
        assert inspector.page.title.hasFocus()
        QTest.keyClicks(inspector.page.title, "Hello")
        inspector.flush()
        assert getattr(desk.journey.get(new[0].id), inspector.page.page.title) == "Hello"

    def test_delete_on_a_card_takes_it_away(self, inspector, touchpoint, desk):
        card = cards(inspector, Pain)[0]
        key = card.key
        QTest.keyClick(card, Qt.Key.Key_Delete)
        assert key not in desk.journey
        assert inspector.keys == (touchpoint.id,)


class TestFeelings:
    def test_digits_set_and_zero_clears(self, inspector, touchpoint, desk):
        persona = desk.journey.personas()[0]
        row = inspector.page.feelings().rows[0]
        QTest.keyClicks(row.slider, "5")
        assert desk.journey.emotions(persona.id)[touchpoint.id].value == 2
        assert row.value.text() == "+2"
        QTest.keyClicks(row.slider, "0")
        assert touchpoint.id not in desk.journey.emotions(persona.id)

    @pytest.mark.usefixtures("touchpoint")
    def test_a_drag_is_one_step(self, inspector, desk):
        steps = desk.editor.history.position
        slider = inspector.page.feelings().rows[1].slider
        middle = slider.height() // 2
        start = -2.0 if slider.feeling != -2.0 else -1.5
        QTest.mousePress(slider, LEFT, pos=QPoint(round(slider.place(start)), middle))
        for value in (-1.0, 0.0, 1.0, 2.0):
            QTest.mouseMove(slider, QPoint(round(slider.place(value)), middle))
        QTest.mouseRelease(slider, LEFT, pos=QPoint(round(slider.place(2)), middle))
        assert slider.feeling == 2
        assert desk.editor.history.position == steps + 1

    def test_words_are_typed_under_it(self, inspector, touchpoint, desk):
        persona = desk.journey.personas()[0]
        row = inspector.page.feelings().rows[0]
        QTest.keyClicks(row.slider, "1")
        row.words.setFocus()
        row.words.selectAll()
        QTest.keyClicks(row.words, "forgotten")
        inspector.flush()
        assert desk.journey.emotions(persona.id)[touchpoint.id].words == "forgotten"

    def test_several_touchpoints_feel_the_same_at_once(self, inspector, desk):
        keys = [one.id for one in desk.journey.touchpoints()[:3]]
        desk.editor.select(keys)
        persona = desk.journey.personas()[0]
        steps = desk.editor.history.position
        QTest.keyClicks(inspector.page.feelings().rows[0].slider, "1")
        assert {desk.journey.emotions(persona.id)[key].value for key in keys} == {-2}
        assert desk.editor.history.position == steps + 1
        assert desk.editor.history.undo_name.english() == "Set emotion", "nothing was drawn"


class TestChoices:
    def test_an_own_channel_is_made_from_the_list(self, inspector, touchpoint, desk, monkeypatch):
        monkeypatch.setattr(choices, "ask_new_channel", lambda *_: ("Fax", "document"))
        editor = inspector.page.editor_of("channel")
        editor.input.pick("\0new")
        channel = desk.journey.get(desk.journey.get(touchpoint.id).channel)
        assert isinstance(channel, Channel)
        assert (channel.title, channel.icon) == ("Fax", "document")
        assert editor.input.currentText() == "Fax"

    def test_another_stage_takes_the_touchpoint_there(self, inspector, touchpoint, desk):
        goal = desk.journey.all(Stage)[-1]
        inspector.page.editor_of("stage").input.pick(goal.id)
        assert desk.journey.touchpoints(goal.id)[-1].id == touchpoint.id

    def test_no_place_is_the_parking_lot(self, inspector, desk):
        pain = next(pain for pain in desk.journey.all(Pain) if pain.first is not None)
        desk.editor.select([pain.id])
        inspector.page.editor_of("first").input.pick(None)
        assert desk.journey.get(pain.id).first is None
        assert desk.journey.get(pain.id).last is None


class TestValues:
    def test_another_value_of_a_date_gives_way_and_delete_removes(self, inspector, desk):
        measure = desk.journey.all(Measure)[0]
        desk.editor.do(lambda journey: set_value(journey, measure.id, "2019", 1))
        desk.editor.select([measure.id])
        editor = inspector.page.editor_of("values")
        editor.table.item(0, 1).setText("9")
        assert desk.journey.get(measure.id).values[0].value == 9
        editor.table.setCurrentCell(0, 0)
        QTest.keyClick(editor.table, Qt.Key.Key_Delete)
        assert desk.journey.get(measure.id).values[0].date != "2019"

    def test_a_line_without_sense_is_answered(self, inspector, desk):
        measure = desk.journey.all(Measure)[0]
        desk.editor.select([measure.id])
        editor = inspector.page.editor_of("values")
        editor.table.item(0, 0).setText("someday")
        assert "someday" in editor._problem.text()
        assert desk.journey.get(measure.id) == measure
        assert editor.plot.isVisible()


def test_hidden_it_rests_and_seen_again_it_shows_what_is_now(inspector, touchpoint, desk):
    title = inspector.page.title
    inspector.hide()
    desk.editor.do(lambda journey: rename(journey, touchpoint.id, "Otherwise"))
    assert title.toPlainText() == touchpoint.title
    inspector.show()
    assert title.toPlainText() == "Otherwise"
    inspector.hide()
    desk.editor.select([desk.journey.stages()[0].id])
    assert inspector.page.title.toPlainText() == desk.journey.stages()[0].title  # whoever asks for it gets it as it is
    inspector.hide()
    desk.editor.do(lambda journey: delete(journey, inspector.keys))
    inspector.show()
    assert inspector.keys == (desk.journey.head.id,)


def test_the_menu_deletes_and_the_journey_comes_back(inspector, touchpoint, desk):
    menu = inspector.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Duplicate"
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    assert touchpoint.id not in desk.journey
    assert inspector.keys == (desk.journey.head.id,)


@pytest.mark.parametrize("kind", [None, Touchpoint, Opportunity, Measure])
def test_a_panel_goes_whole_and_colours_may_change_then(qtbot, kind):
    panel = opened()
    desk = panel.desk
    if kind is not None:
        desk.editor.select([desk.journey.all(kind)[0].id])
    gone = [weakref.ref(panel), *(weakref.ref(child) for child in panel.findChildren(QWidget))]
    panel.close()
    panel.deleteLater()
    qtbot.wait(10)
    del panel
    gc.collect()
    desk.editor.select([desk.journey.touchpoints()[0].id])
    look.apply("dark")
    look.apply("light")
    assert sorted({type(found).__name__ for one in gone if (found := one()) is not None}) == []


def test_a_selection_shows_within_30_ms(inspector, desk):
    keys = [touchpoint.id for touchpoint in desk.journey.touchpoints()]
    desk.editor.select([keys[0]])
    spent = []
    for key in keys[1:]:
        start = time.process_time()
        desk.editor.select([key])
        spent.append(time.process_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.030
