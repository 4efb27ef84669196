"""The small widgets, as a hand and a screen reader find them."""

import gc

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from journeyeditor.qt import look
from journeyeditor.qt.parts.dates import DateField, read_date
from journeyeditor.qt.parts.dots import Dots
from journeyeditor.qt.parts.face_slider import FaceSlider
from journeyeditor.qt.parts.owners import OwnerField
from journeyeditor.qt.parts.segmented import Segmented
from journeyeditor.qt.parts.switch import Switch
from journeyeditor.qt.parts.texts import GrowingText, LineField, TitleField
from journeyeditor.qt.parts.votes import Votes
from journeyeditor.words import speak


@pytest.fixture
def shown(qtbot):
    """Shows a widget in a window with another field that the focus can go to."""
    look.apply("light")

    def show(widget):
        window = QWidget()
        column = QVBoxLayout(window)
        column.addWidget(widget)
        window.other = LineField()
        column.addWidget(window.other)
        qtbot.addWidget(window)
        window.resize(320, 240)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        widget.window_of_test = window
        return widget

    return show


def heard(signal):
    found = []
    signal.connect(lambda *values: found.append(values if len(values) > 1 else values[0]))
    return found


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_painted_widget_can_be_seen_in_both_modes(shown, mode):
    for widget in (Dots(5, "pain"), Switch(), FaceSlider(), Votes()):
        shown(widget)
        look.apply(mode)
        picture = widget.grab().toImage()
        assert len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}) > 2
    look.apply("light")


class TestDots:
    def test_a_digit_sets_and_arrows_step(self, shown):
        dots = shown(Dots(5, "pain"))
        chosen = heard(dots.chosen)
        dots.show_value(3)
        for key in (Qt.Key.Key_5, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End):
            QTest.keyClick(dots, key)
        assert chosen == [5, 4, 1, 1, 5]

    def test_a_french_keyboard_needs_no_shift(self, shown):
        dots = shown(Dots(5, "pain"))
        chosen = heard(dots.chosen)
        QTest.keyClick(dots, Qt.Key.Key_ParenLeft)
        QTest.keyClick(dots, Qt.Key.Key_Eacute)
        assert chosen == [5, 2]

    def test_a_click_fills_as_far_as_the_pointer(self, shown):
        dots = shown(Dots(5, "pain"))
        chosen = heard(dots.chosen)
        QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(round(dots.place(4)), dots.height() // 2))
        assert chosen == [4]
        assert dots.value() == 4

    def test_where_it_may_be_empty_zero_and_a_second_click_take_it_away(self, shown):
        dots = shown(Dots(5, "opportunity", can_be_empty=True))
        chosen = heard(dots.chosen)
        dots.show_value(2)
        QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(round(dots.place(2)), dots.height() // 2))
        dots.show_value(4)
        QTest.keyClick(dots, Qt.Key.Key_0)
        assert chosen == [None, None]

    def test_a_screen_reader_finds_a_slider_with_its_value(self, shown):
        dots = shown(Dots(5, "pain"))
        dots.show_value(4)
        found = QAccessible.queryAccessibleInterface(dots)
        assert found.role() == QAccessible.Role.Slider
        assert found.valueInterface().currentValue() == 4


class TestFaceSlider:
    def test_keys_go_by_half_steps_and_digits_by_place(self, shown):
        slider = shown(FaceSlider())
        felt = heard(slider.felt)
        slider.show_feeling(0.0)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_0):
            QTest.keyClick(slider, key)
        assert felt == [0.5, 1.0, -2.0, -1.5, None]

    def test_the_mouse_lands_on_half_steps_and_ctrl_frees_it(self, shown):
        slider = shown(FaceSlider())
        felt = heard(slider.felt)
        middle = slider.height() // 2
        spot = QPoint(round(slider.place(1.37)), middle)
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=spot)
        assert felt == [1.5]
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
        assert 1.3 < felt[-1] < 1.45

    def test_an_odd_value_of_a_file_is_kept_as_it_is(self, shown):
        slider = shown(FaceSlider())
        slider.show_feeling(0.3)
        assert slider.feeling == 0.3

    def test_a_screen_reader_finds_its_value(self, shown):
        slider = shown(FaceSlider())
        slider.show_feeling(-1.5)
        assert QAccessible.queryAccessibleInterface(slider).valueInterface().currentValue() == -3


def test_a_switch_turns_by_click_and_space_and_shows_mixed(shown):
    switch = shown(Switch())
    switch.show_state(None)
    assert switch.checkState() == Qt.CheckState.PartiallyChecked
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_segments_choose_step_with_arrows_and_can_be_taken_back(shown):
    parts = shown(Segmented(["assumption", "research"]))
    parts.name(["Assumption", "Research"])
    chosen = heard(parts.chosen)
    QTest.mouseClick(parts.buttons["assumption"], Qt.MouseButton.LeftButton)
    QTest.keyClick(parts.buttons["assumption"], Qt.Key.Key_Right)
    QTest.mouseClick(parts.buttons["research"], Qt.MouseButton.LeftButton)
    assert chosen == ["assumption", "research", None]
    assert not any(button.isChecked() for button in parts.buttons.values())


def test_votes_go_up_with_a_click_and_down_with_shift(shown):
    votes = shown(Votes())
    votes.show_votes("7")
    voted = heard(votes.voted)
    QTest.mouseClick(votes, Qt.MouseButton.LeftButton)
    QTest.mouseClick(votes, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(votes, "+-")
    assert voted == [1, -1, 1, -1]


class TestTyping:
    def test_rest_tells_once(self, shown, qtbot):
        line = shown(LineField())
        line.typing.show("old")
        line.setFocus()
        said = heard(line.typing.said)
        line.selectAll()
        QTest.keyClicks(line, "new")
        assert said == []
        qtbot.waitUntil(lambda: len(said) == 1, timeout=2000)
        assert said[0][0] == "new"

    def test_leaving_tells_at_once(self, shown):
        line = shown(LineField())
        line.typing.show("old")
        line.setFocus()
        said = heard(line.typing.said)
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClicks(line, "!")
        line.window_of_test.other.setFocus()
        assert [text for text, _ in said] == ["old!"]

    def test_escape_gives_back_what_was(self, shown):
        line = shown(LineField())
        line.typing.show("old")
        line.setFocus()
        said = heard(line.typing.said)
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClicks(line, "er")
        line.typing.flush()
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert line.text() == "old"
        assert [text for text, _ in said] == ["older", "old"]
        assert len({opening for _, opening in said}) == 1

    def test_what_is_typed_stays_while_the_journey_says_what_it_said(self, shown):
        line = shown(LineField())
        line.typing.show("old")
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClicks(line, "er")
        line.typing.show("old")
        assert line.text() == "older"
        line.typing.show("other")
        assert line.text() == "other"

    def test_two_comings_are_two_openings(self, shown):
        line = shown(LineField())
        line.typing.show("")
        said = heard(line.typing.said)
        for letter in "ab":
            line.setFocus()
            QTest.keyClicks(line, letter)
            line.window_of_test.other.setFocus()
        assert len({opening for _, opening in said}) == 2


def test_a_text_grows_with_its_lines(shown, qtbot):
    text = shown(GrowingText())
    low = text.height()
    text.typing.show("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: text.height() > low + 30)


def test_enter_ends_a_title_and_shift_enter_is_a_new_line(shown):
    title = shown(TitleField())
    title.typing.show("")
    title.setFocus()
    said = heard(title.typing.said)
    QTest.keyClicks(title, "one")
    QTest.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(title, "two")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert [text for text, _ in said] == ["one\ntwo"]


def test_pasted_markup_stays_text(shown):
    text = shown(GrowingText())
    text.typing.show("<b>bold</b>")
    assert text.toPlainText() == "<b>bold</b>"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("", ""),
        ("2027", "2027"),
        ("2027-02", "2027-02"),
        ("2027-02-15", "2027-02-15"),
        ("2027/2/5", "2027-02-05"),
        ("15.2.2027", "2027-02-15"),
        ("2/2027", "2027-02"),
        ("2027-02-30", None),
        ("2027-13", None),
        ("soon", None),
        ("27", None),
    ],
)
def test_a_date_is_read_or_not(typed, date):
    assert read_date(typed) == date


class TestDate:
    def test_it_is_shown_as_people_write_it_and_typed_as_the_file_has_it(self, shown):
        field = shown(DateField())
        field.window().other.setFocus()
        field.show_date("2027-01-15", speak("fr"))
        assert field.line.text() == "15 janv. 2027"
        field.line.setFocus()
        assert field.line.text() == "2027-01-15"

    def test_nonsense_is_answered_and_changes_nothing(self, shown):
        field = shown(DateField())
        field.show_date("2027", speak("en"))
        said = heard(field.said)
        field.line.setFocus()
        field.line.selectAll()
        QTest.keyClicks(field.line, "soon")
        field.line.window().other.setFocus()
        assert said == []
        assert "soon" in field.problem.text()
        assert field.problem.isVisible()

    def test_nonsense_stays_to_be_mended_whatever_changes_elsewhere_until_the_date_is_another(self, shown):
        field = shown(DateField())
        field.show_date("2027", speak("en"))
        said = heard(field.said)
        field.line.setFocus()
        field.line.selectAll()
        QTest.keyClicks(field.line, "15.13.2027")
        field.line.window().other.setFocus()
        field.show_date("2027", speak("en"))
        assert field.line.text() == "15.13.2027"
        field.line.setFocus()
        for _ in range(6):
            QTest.keyClick(field.line, Qt.Key.Key_Backspace)
        QTest.keyClicks(field.line, "2.2027")
        field.line.window().other.setFocus()
        assert [date for date, _ in said] == ["2027-12-15"]
        field.show_date("2030", speak("en"))
        assert (field.line.text(), field.problem.isVisible()) == ("2030", False)

    def test_escape_takes_nonsense_back(self, shown):
        field = shown(DateField())
        field.show_date("2027-01-15", speak("en"))
        field.line.setFocus()
        field.line.selectAll()
        QTest.keyClicks(field.line, "soon")
        field.line.typing.flush()
        QTest.keyClick(field.line, Qt.Key.Key_Escape)
        assert (field.line.text(), field.problem.isVisible()) == ("2027-01-15", False)

    def test_a_day_is_taken_from_the_calendar(self, shown):
        field = shown(DateField())
        field.show_date("2027-01-15", speak("en"))
        said = heard(field.said)
        field.open_calendar()
        calendar = field.findChild(QCalendarWidget)
        assert calendar.selectedDate().toString("yyyy-MM-dd") == "2027-01-15"
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Right)
        calendar.activated.emit(calendar.selectedDate())
        assert [date for date, _ in said] == ["2027-01-16"]


def test_an_owner_is_completed_from_those_so_far(shown):
    field = shown(OwnerField())
    field.offer(["Ines Keller", "Paul Ott"])
    field.typing.show("")
    field.setFocus()
    QTest.keyClicks(field, "kel")
    assert field.completer().completionCount() == 1
    assert field.completer().currentCompletion() == "Ines Keller"


def test_an_owner_who_is_shown_without_an_ellipsis_has_room(shown):
    class Field(OwnerField):
        """Says where its caret is."""

        def caret(self, at: int) -> int:
            self.setCursorPosition(at)
            return self.cursorRect().center().x()

    field = shown(Field())
    field.setText("Head of operations")
    field.setFixedWidth(field.wide())
    ends = []
    for at in (0, 18):
        field.caret(at)
        field.grab()  # it scrolls as it is painted
        ends.append(field.caret(at))
    assert ends[1] - ends[0] >= field.fontMetrics().horizontalAdvance(field.text()) - 1


def test_a_field_that_is_closed_over_its_list_goes_in_peace(qtbot):
    look.apply("light")
    window = QWidget()
    field = OwnerField(window)
    field.offer(["Ines Keller"])
    field.typing.show("")
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    field.setFocus()
    QTest.keyClicks(field, "kel")
    assert field.completer().popup().isVisible()
    window.close()
    window.deleteLater()
    qtbot.wait(20)
    gc.collect()
    assert not isValid(field)


def test_a_text_with_no_break_spaces_is_not_told_as_typed_and_keeps_them(shown):
    text = shown(GrowingText())
    said = heard(text.typing.said)
    text.typing.show("Sortir\u00a0: 12\u202fpages\nla suite")
    text.setFocus()
    text.window_of_test.other.setFocus()
    text.typing.flush()
    assert said == []
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, "!")
    text.typing.flush()
    assert [one for one, _ in said] == ["Sortir\u00a0: 12\u202fpages\nla suite!"]
