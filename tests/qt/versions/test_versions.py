"""Earlier versions in the window: seen, opened as a copy, brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from journeyeditor.assets import resource
from journeyeditor.edits.describing import rename
from journeyeditor.files import load
from journeyeditor.files.generations import Generations, generations_folder
from journeyeditor.files.keeping_versions import keeper
from journeyeditor.qt import look
from journeyeditor.qt.files import opening, saving
from journeyeditor.qt.versions import browsing

TEMPLATE = resource("templates", "ambassador-4.en.journey")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map.journey"
    path.write_bytes(TEMPLATE.read_bytes())
    return path


@pytest.fixture
def opened(program, file, qtbot):
    """A window whose file was saved three times, in English."""
    window = opening.open_path(program.new_window(), file)
    for title in ("One", "Two", "Three"):
        save(window, title)
    return window


def save(window, title):
    window.editor.do(lambda journey: rename(journey, journey.stages()[0].id, title))
    assert saving.save(window)
    keeper.wait()


def first(window):
    return window.editor.journey.stages()[0].title


def texts(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_each_save_is_a_version_and_so_is_what_was_there_before(opened):
    dialog = browsing.browse(opened)
    rows = texts(dialog)
    assert len(rows) == 4
    assert all("4 stages · " in row for row in rows)
    assert rows[0].startswith("Today, ")
    assert ["In the file now" in row for row in rows] == [True, False, False, False]
    assert dialog.difference.text() == "The same as the map is now."
    assert not dialog.back_button.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.difference.text() == "Changed since: 1 stage"
    assert not dialog.picture.picture.isNull()
    dialog.reject()


def test_bringing_back_is_one_step_and_writes_nothing(opened, file, qtbot):
    before = file.read_bytes()
    dialog = browsing.browse(opened)
    dialog.list.setCurrentRow(2)
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert first(opened) == "One"
    assert opened.isWindowModified()
    assert file.read_bytes() == before
    assert "as it was" in opened.work.banner.accessibleName()
    opened.actions_by_id["undo"].trigger()
    assert first(opened) == "Three"
    assert not opened.isWindowModified()


def test_a_copy_opens_in_a_window_of_its_own_and_writes_nothing_over(opened, program, file, qtbot, monkeypatch):
    dialog = browsing.browse(opened)
    dialog.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copy = program.windows[-1]
    assert copy is not opened
    assert (first(copy), first(opened), copy.path) == ("Two", "Three", None)
    proposed = []

    def chosen(_parent, _title, start, _kinds):
        proposed.append(start)
        return start, "Journey (*.journey)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    assert saving.save(copy)
    assert proposed == [str(file.with_name("map (copy).journey"))]
    assert load(file).journey.stages()[0].title == "Three"
    keeper.wait()
    kept = Generations(generations_folder())
    assert (len(kept.versions(file)), len(kept.versions(copy.path))) == (4, 1)


def test_an_own_good_file_that_was_written_over_by_mistake_comes_back(opened, program, tmp_path, monkeypatch):
    """The mistake: "Save as", and a good file of one's own is chosen."""
    good = tmp_path / "good.journey"
    good.write_bytes(resource("templates", "loyalty-6.en.journey").read_bytes())
    title = load(good).journey.head.title
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(good), ""))
    assert saving.save_as(opened)
    assert load(good).journey.head.title != title
    keeper.wait()
    dialog = browsing.browse(opened)
    assert len(texts(dialog)) == 2
    dialog.list.setCurrentRow(1)
    dialog.back_button.click()
    assert opened.editor.journey.head.title == title
    assert saving.save(opened)
    assert load(good).journey.head.title == title
    assert len(load(good).journey.stages()) == 6


def test_a_damaged_version_is_a_sentence_and_the_others_still_work(opened, file):
    kept = Generations(generations_folder())
    broken = kept.versions(file)[1]
    next(kept.folder.rglob(broken.parts["journey.json"])).write_bytes(b"?")
    dialog = browsing.browse(opened)
    dialog.list.setCurrentRow(1)
    assert dialog.difference.text().startswith("This version is damaged and cannot be read.")
    assert not dialog.copy_button.isEnabled()
    assert not dialog.back_button.isEnabled()
    assert texts(dialog)[1].endswith("damaged")
    dialog.list.setCurrentRow(2)
    assert dialog.back_button.isEnabled()
    dialog.back_button.click()
    assert first(opened) == "One"


def test_where_nothing_can_be_kept_the_save_succeeds_and_the_dialog_says_so(program, file, tmp_path):
    folder = generations_folder()
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder")
    window = opening.open_path(program.new_window(), file)
    save(window, "Saved all the same")
    assert load(file).journey.stages()[0].title == "Saved all the same"
    dialog = browsing.browse(window)
    assert "could not be kept" in dialog._under.text()
    assert dialog.difference.text() == "No version is kept yet. Each save from now on keeps one."
    assert not dialog.copy_button.isEnabled()
    dialog.reject()
    keeper.trouble = ""


def test_it_is_reached_from_the_menu_once_there_is_a_file(program, window, opened):
    window.action_set.refresh()
    opened.action_set.refresh()
    assert not window.actions_by_id["versions"].isEnabled()
    assert opened.actions_by_id["versions"].isEnabled()
    opened.actions_by_id["versions"].trigger()
    (dialog,) = opened.findChildren(browsing.VersionsDialog)
    dialog.reject()


def test_it_is_painted_light_and_dark(opened, qtbot):
    dialog = browsing.browse(opened)
    qtbot.waitExposed(dialog)
    dialog.resize(960, 600)  # the screen of these tests is smaller
    light = QImage(dialog.grab().toImage())
    look.apply("dark")
    dark = QImage(dialog.grab().toImage())
    assert light.pixelColor(4, 4).lightness() > 200
    assert dark.pixelColor(4, 4).lightness() < 100
    middle = dialog.picture.geometry().center()
    paper = [image.pixelColor(middle.x(), dialog.picture.y() + 40).lightness() for image in (light, dark)]
    assert min(paper) > 180, "paper stays paper"
    dialog.reject()
