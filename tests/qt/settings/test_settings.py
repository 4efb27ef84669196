"""The settings dialog and the sheet of shortcuts."""

import msgspec
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.editor.settings import load_settings
from journeyeditor.qt import look
from journeyeditor.qt.actions.table import BY_ID
from journeyeditor.qt.settings.dialog import SettingsDialog
from journeyeditor.qt.settings.shortcuts import ShortcutSheet, keys_of
from journeyeditor.words import speak


@pytest.fixture
def dialog(program, qtbot):
    made = SettingsDialog(program)
    qtbot.addWidget(made)
    return made


def choose(box, key):
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def test_everything_is_taken_over_at_once_and_remembered(dialog, program, tmp_path):
    choose(dialog.appearance, "dark")
    assert look.is_dark()
    choose(dialog.theme, "ink")
    choose(dialog.paper, "A0")
    choose(dialog.orientation, "portrait")
    dialog.reading_size.setValue(14)
    dialog.facilitator.setText("  Paul Ott ")
    dialog.accept()
    kept = load_settings(tmp_path / "settings.json")
    assert (kept.appearance, kept.theme, kept.paper, kept.orientation) == ("dark", "ink", "A0", "portrait")
    assert (kept.reading_size, kept.facilitator) == (14, "Paul Ott")


def test_a_folder_that_can_hold_nothing_is_refused_at_its_field(dialog, program, tmp_path, qtbot):
    dialog.show()
    dialog.folder.setText("/proc/nowhere")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert "Nothing can be kept in “/proc/nowhere”." in dialog.folder_problem.text()
    assert dialog.folder_problem.isVisible()
    assert program.settings.autosave_folder == ""
    dialog.folder.setText(str(tmp_path / "kept"))
    dialog.done_button.click()
    assert not dialog.isVisible()
    assert program.settings.autosave_folder == str(tmp_path / "kept")


def test_escape_leaves_the_folder_that_was(dialog, program):
    dialog.show()
    dialog.folder.setText("/proc/nowhere")
    dialog.reject()
    assert not dialog.isVisible()
    assert program.settings.autosave_folder == ""


def test_another_language_is_there_at_once_in_the_dialog_and_in_the_window(dialog, program, window):
    choose(dialog.language, "fr")
    assert program.speech.language == "fr"
    assert window.speech.language == "fr"
    choose(dialog.language, "en")
    assert dialog.windowTitle() == "Settings"


def test_every_field_has_a_name_for_screen_readers(dialog):
    for field in (dialog.language, dialog.appearance, dialog.theme, dialog.orientation, dialog.reading_size,
                  dialog.facilitator):  # fmt: skip
        assert field.accessibleName().strip()


def rows(sheet):
    for number in range(sheet.tree.topLevelItemCount()):
        group = sheet.tree.topLevelItem(number)
        for place in range(group.childCount()):
            yield group.child(place)


def test_the_sheet_names_every_key_that_there_is(qtbot):
    sheet = ShortcutSheet(speak("en"))
    qtbot.addWidget(sheet)
    shown = {row.text(0): row.text(1) for row in rows(sheet)}
    for action in BY_ID.values():
        if keys_of(action):
            assert shown[action.text.english()].startswith(keys_of(action)[0])


def test_the_sheet_can_be_searched(qtbot):
    sheet = ShortcutSheet(speak("en"))
    qtbot.addWidget(sheet)
    sheet.search.setText("moment of")
    assert [row.text(0) for row in rows(sheet) if not row.isHidden()] == ["Moment of truth"]
    sheet.search.setText("zzz")
    assert all(sheet.tree.topLevelItem(n).isHidden() for n in range(sheet.tree.topLevelItemCount()))


SAME = {"Phase", "Votes"}
"""The same in both languages."""


def words_in(window):
    """Everything that the window says: texts, tooltips, names for screen readers, menus."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        said = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        for name in ("text", "placeholderText", "title"):
            read = getattr(widget, name, None)
            said.append(read() if callable(read) else "")
        if isinstance(widget, QComboBox):
            said += [widget.itemText(number) for number in range(widget.count())]
        found.update(text for text in said if isinstance(text, str) and text.strip())
    for action in window.findChildren(QAction):
        found.update(text for text in (action.text(), action.toolTip()) if text)
    return found


def furnished(program, qtbot):
    """A window in which everything that stays has been made and shown once."""
    journey = Document.open(resource("templates", "loyalty-6.fr.journey")).journey
    window = program.new_window(Document(journey, saved=True))
    window.resize(1600, 1000)
    window.show()
    window.editor.select([window.editor.journey.touchpoints()[2].id])
    window.turn_to("table")
    window.turn_to("compare")
    window.turn_to("map")
    window.actions_by_id["replace"].trigger()
    window.work.health.toggle()
    window.actions_by_id["history"].trigger()
    window.actions_by_id["history"].trigger()
    window.show_start_page()
    window.turn_to("map")
    qtbot.wait(300)
    return window


def test_another_language_leaves_no_word_of_the_one_before(program, qtbot):
    changed = furnished(program, qtbot)
    english = words_in(changed)
    assert "&File" in english
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    qtbot.wait(300)
    for page in ("table", "compare", "start", "map"):
        changed.turn_to(page)
    qtbot.wait(300)
    fresh = furnished(program, qtbot)
    left = words_in(changed) & english - words_in(fresh)
    assert sorted(left - SAME) == []


def test_in_a_longer_language_the_dialog_grows_on_its_screen_and_cuts_no_explanation(dialog, program, qtbot):
    choose(dialog.language, "en")
    dialog.show()
    qtbot.waitExposed(dialog)
    room = dialog.screen().availableGeometry()
    dialog.move(room.left() + 20, room.bottom() - dialog.height())
    before = dialog.height()
    choose(dialog.language, "fr")
    qtbot.wait(50)
    assert dialog.height() > before
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    assert room.contains(dialog.frameGeometry())
