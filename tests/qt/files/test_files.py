"""Opening, saving, importing and closing, as a person meets them."""

import json
import re

import msgspec
import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from journeyeditor.assets import resource
from journeyeditor.editor.areas import selection_area
from journeyeditor.editor.document import Document
from journeyeditor.editor.starting import Beginning
from journeyeditor.edits.describing import rename
from journeyeditor.errors import CannotWrite, message
from journeyeditor.files import load, save
from journeyeditor.files.recovery import left_behind
from journeyeditor.model.records import Note, Pain, Touchpoint
from journeyeditor.qt import messages
from journeyeditor.qt.files import closing, copying, importing, opening, saving, starting
from journeyeditor.qt.parts.typing import Typing

TEMPLATE = resource("templates", "service-blueprint.en.journey")


@pytest.fixture
def told(monkeypatch):
    """Errors that were shown in a box."""
    found = []
    for module in (saving, opening, importing):
        monkeypatch.setattr(
            module, "tell_error", lambda _p, speech, error, name="": found.append((name, speech.say(error.problem)))
        )
    return found


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map.journey"
    path.write_bytes(TEMPLATE.read_bytes())
    return path


def touch(window, text="Another name", kind=Touchpoint, number=0):
    key = list(window.editor.journey.all(kind))[number].id
    window.editor.do(lambda journey: rename(journey, key, text))


def test_a_file_opens_in_an_empty_window_and_is_remembered(program, file):
    window = program.new_window()
    assert opening.open_path(window, file) is window
    assert window.path == file
    assert program.settings.recent[0].path == str(file)
    assert window.windowTitle() == "map.journey[*]"


def test_a_second_file_opens_a_second_window_and_the_same_file_does_not(program, file, tmp_path):
    window = opening.open_path(program.new_window(), file)
    other = tmp_path / "other.journey"
    other.write_bytes(TEMPLATE.read_bytes())
    second = opening.open_path(window, other)
    assert second is not window
    assert opening.open_path(window, file) is window
    assert len(program.windows) == 2


def test_what_is_no_journey_is_said_and_leaves_the_window_as_it_was(program, tmp_path, told):
    path = tmp_path / "no.journey"
    path.write_bytes(b"")
    window = program.new_window()
    assert opening.open_path(window, path) is None
    assert told == [("no.journey", "The file is empty: it has 0 bytes.")]
    assert window.page == "start"


def test_saving_writes_the_file_and_takes_the_mark_away(program, file):
    window = opening.open_path(program.new_window(), file)
    touch(window, "Rings the bell")
    assert window.isWindowModified()
    assert saving.save(window)
    assert not window.isWindowModified()
    assert any(one.title == "Rings the bell" for one in load(file).journey.all(Touchpoint))
    assert window.work.status.saved.text().startswith("Saved ")


def test_a_new_journey_asks_for_a_name_made_of_its_title(program, tmp_path, monkeypatch, window):
    asked = []

    def chosen(_parent, _title, start, _kinds):
        asked.append(start)
        return str(tmp_path / "mine"), "Journey (*.journey)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    assert saving.save(window)
    assert asked[0].endswith(".journey")
    assert window.path == tmp_path / "mine.journey"
    assert (tmp_path / "mine.journey").exists()


def strangers(file):
    data = load(file).journey
    key = next(iter(data.all(Touchpoint))).id
    data.apply(rename(data, key, "A stranger was here"))
    save(data, file)


def test_a_strangers_save_is_asked_about_and_both_are_kept(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    touch(window, "Mine")
    strangers(file)
    answers.append("both")
    assert saving.save(window)
    assert answers.asked[0][2] == ["Keep both", "Save as…", "Replace", "Cancel"]
    assert window.path.name == "map (mine).journey"
    assert any(one.title == "A stranger was here" for one in load(file).journey.all(Touchpoint))
    assert any(one.title == "Mine" for one in load(window.path).journey.all(Touchpoint))


def test_cancelling_that_question_changes_nothing_and_replacing_replaces(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    touch(window, "Mine")
    strangers(file)
    assert not saving.save(window)
    assert window.isWindowModified()
    answers.append("replace")
    assert saving.save(window)
    assert any(one.title == "Mine" for one in load(file).journey.all(Touchpoint))


def test_a_folder_that_cannot_be_written_offers_another_name(program, file, answers, monkeypatch):
    window = opening.open_path(program.new_window(), file)
    touch(window)

    def fails(*_args, **_more):
        raise CannotWrite(message("The disk is full."), message("Save it in another place."))

    monkeypatch.setattr(Document, "save", fails)
    assert not saving.save(window)
    assert answers.asked == [("map.journey: The disk is full.", "Save it in another place.", ["Save as…", "Cancel"])]
    assert window.isWindowModified()


def test_closing_names_what_would_be_lost(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    touch(window, "One")
    touch(window, "Two", number=1)
    touch(window, "Hurts", Pain)
    assert not window.close()
    question, more, buttons = answers.asked[0]
    assert window.title in question
    assert more.startswith("3 changes since ")
    assert more.endswith(": 2 touchpoints and 1 pain point.")
    assert buttons == ["Save", "Don’t save", "Cancel"]
    answers.append("lose")
    assert window.close()
    assert window not in program.windows


def test_closing_saves_if_that_is_the_answer(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    touch(window, "Kept")
    answers.append("save")
    assert window.close()
    assert any(one.title == "Kept" for one in load(file).journey.all(Touchpoint))


def test_a_line_half_typed_for_the_parking_lot_is_not_lost(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    window.editor.jot("who pays for the deliv")
    answers.append("save")
    assert window.close()
    assert answers.asked[0][1].endswith(": 1 note.")
    assert "who pays for the deliv" in [note.text for note in load(file).journey.all(Note)]


def test_a_cell_of_the_table_half_typed_is_not_lost(program, file, answers, qtbot):
    window = opening.open_path(program.new_window(), file)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.turn_to("table")
    table = window.work.part("table").table
    table.setCurrentIndex(table.model().index(0, 1))
    for letter in "Half":
        qtbot.keyClick(QApplication.focusWidget(), letter)
    answers.append("save")
    assert window.close()
    assert len(answers.asked) == 1
    assert "Half" in [one.title for one in load(file).journey.all(Touchpoint)]


def test_a_field_of_the_inspector_left_at_once_is_not_lost(program, file, answers, qtbot):
    window = opening.open_path(program.new_window(), file)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.editor.select([window.editor.journey.touchpoints()[0].id])
    field = window.work.inspector.findChild(Typing)._widget
    field.setFocus()
    qtbot.keyClicks(field, "Half")
    answers.append("save")
    assert window.close()
    assert len(answers.asked) == 1
    assert any("Half" in repr(one) for one in load(file).journey)


def test_nothing_is_asked_where_undo_has_taken_all_back_or_the_system_ends(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    touch(window)
    window.editor.undo()
    assert closing.may_close(window)
    touch(window)
    window.close_at_once()
    assert answers.asked == []


def test_a_template_is_created_with_the_persons_theme_and_name(program):
    program.change(msgspec.structs.replace(program.settings, theme="vivid", facilitator="Paul Ott"))
    window = starting.create(program.new_window(), Beginning(TEMPLATE, "en", "A1"))
    head = window.editor.journey.head
    assert (head.poster.theme, head.poster.paper, head.facilitator) == ("vivid", "A1", "Paul Ott")
    assert window.path is None
    assert not window.isWindowModified()


def test_importing_shows_what_was_guessed(program, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda dialog: shown.append(dialog))  # noqa: PLW0108
    path = tmp_path / "day.mmd"
    path.write_text("journey\n  title My day\n  section Morning\n    Make tea: 5: Me\n    Wash up: 9: Me\n")
    window = importing.import_path(program.new_window(), path)
    assert window.editor.journey.head.title == "My day"
    assert [one.title for one in window.editor.journey.all(Touchpoint)] == ["Make tea", "Wash up"]
    assert window.isWindowModified()
    lines = [shown[0].list.item(n).text() for n in range(shown[0].list.count())]
    assert lines
    assert all(line.strip() for line in lines)


def test_a_dropped_table_is_imported_and_a_broken_one_is_said(program, tmp_path, monkeypatch, told):
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda _dialog: None)
    good, bad = tmp_path / "a.csv", tmp_path / "b.csv"
    good.write_text("Stage,Touchpoint\nSearch,Looks around\n")
    bad.write_text("")
    window = program.new_window()
    window.open_files([str(good), str(bad)])
    assert [one.title for one in window.editor.journey.all(Touchpoint)] == ["Looks around"]
    assert [name for name, _ in told] == ["b.csv"]


def test_text_in_a_box_is_only_text(window):
    shown = messages.box(window, "<img src='/etc/passwd'>", "<b>x</b>")
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in shown.findChildren(QLabel) if part.text())
    shown.deleteLater()


def test_a_read_only_file_says_so_and_is_saved_under_another_name(program, tmp_path, monkeypatch):
    data = json.loads(saved_json(tmp_path))
    data["readable_from"] = data["format_version"] = 99
    path = tmp_path / "newer.journey.json"
    path.write_text(json.dumps(data))
    window = opening.open_path(program.new_window(), path)
    assert window.document.read_only
    assert window.work.status.saved.text() == "To look at only"
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    assert not saving.save(window)
    assert asked


def saved_json(tmp_path):
    path = tmp_path / "x.journey.json"
    save(load(TEMPLATE).journey, path)
    return path.read_text()


def test_the_map_and_a_selection_can_be_copied_as_pictures(window):
    key = next(iter(window.editor.journey.all(Touchpoint))).id
    window.editor.select((key,))
    copying.copy_picture(window, selection_area(window.editor))
    small = QGuiApplication.clipboard().mimeData()
    assert small.hasImage()
    assert bytes(small.data("image/png").data()).startswith(b"\x89PNG")
    drawn = bytes(small.data("image/svg+xml").data())
    assert b"<svg" in drawn
    area = selection_area(window.editor).grown(copying.ROOM)
    assert f'width="{area.width:.3f}mm"'.encode() in drawn


def test_a_stage_is_copied_by_itself(window):
    stage = window.editor.journey.stages()[1]
    window.editor.select((stage.id,))
    copying.copy_stage(window)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage()
    _, place = window.editor.board.stage(stage.id)
    image = QGuiApplication.clipboard().image()
    assert image.width() / image.height() < 1, "a column and the names of the lanes"
    drawn = bytes(copied.data("image/svg+xml").data())
    assert float(re.search(rb'width="([0-9.]+)mm"', drawn)[1]) > place.right - place.left


def test_the_clipboard_of_the_system_carries_records_from_window_to_window(program, window):
    window.editor.select((next(iter(window.editor.journey.all(Touchpoint))).id,))
    window.actions_by_id["copy"].setEnabled(True)
    window.actions_by_id["copy"].trigger()
    other = program.new_window(Document.open(resource("templates", "blank.en.journey")))
    other.editor.select((next(iter(other.editor.journey.stages())).id,))
    other.actions_by_id["paste"].setEnabled(True)
    other.actions_by_id["paste"].trigger()
    assert len(list(other.editor.journey.all(Touchpoint))) == 1


@pytest.fixture
def three(program, file, tmp_path):
    """A window without changes, one with, and another without."""
    windows = []
    for name in ("clean", "dirty", "last"):
        path = tmp_path / f"{name}.journey"
        path.write_bytes(file.read_bytes())
        windows.append(program.new_window(Document.open(path)))
    touch(windows[1])
    program.new_window()  # the start page is never asked about
    return windows


def test_cancel_while_quitting_leaves_every_window(program, three, answers):
    before = list(program.windows)
    assert not program.quit()
    assert len(answers.asked) == 1
    assert program.windows == before
    assert three[0].has_map


def test_quitting_asks_once_for_each_and_keeps_nothing_of_what_is_to_be_lost(program, three, answers):
    touch(three[2])
    answers += ["save", "lose"]
    assert program.quit()
    assert len(answers.asked) == 2
    assert program.windows == []
    assert any(one.title == "Another name" for one in load(three[1].document.path).journey.all(Touchpoint))
    assert left_behind("") == []


def test_the_systems_wish_to_quit_asks_first_too(program, three, answers, qapp):
    before = list(program.windows)
    event = QEvent(QEvent.Type.Quit)
    assert program.eventFilter(qapp, event)
    assert not event.isAccepted()
    assert program.windows == before
    assert len(answers.asked) == 1


def test_a_file_that_was_copied_in_a_file_manager_is_pasted_as_its_picture(window, tmp_path):
    path = tmp_path / "pic.png"
    window.grab().copy(0, 0, 40, 30).save(str(path))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(mime)
    key = next(iter(window.editor.journey.all(Touchpoint))).id
    window.editor.select((key,))
    window.actions_by_id["paste"].setEnabled(True)
    window.actions_by_id["paste"].trigger()
    assert window.editor.journey.images.get(window.editor.journey.get(key).image) == path.read_bytes()
