"""Importing a table of which nobody can tell what its columns hold."""

import pytest
from PySide6.QtWidgets import QDialog

from journeyeditor.assets import resource
from journeyeditor.model.records import Persona
from journeyeditor.qt.files import importing, opening
from journeyeditor.qt.files.columns import ColumnsDialog
from journeyeditor.qt.look import colour
from journeyeditor.words import speak

LOG = "case_id;activity;timestamp;org:resource\n3;register;2010;Pete\n3;decide;2011;Mike\n2;register;2012;Mike\n"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG)
    return path


@pytest.fixture
def reports(monkeypatch):
    shown = []
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda dialog: shown.append(dialog))  # noqa: PLW0108
    return shown


def answering(monkeypatch, answer):
    """The dialog is answered instead of waited for."""
    asked = []

    def answered(dialog):
        asked.append(dialog)
        answer(dialog)
        return dialog.result()

    monkeypatch.setattr(ColumnsDialog, "exec", answered)
    return asked


def test_unknown_columns_are_asked_for_and_come_in_as_chosen(program, log, monkeypatch, reports):
    def answer(dialog):
        assert dialog.outcome.text() == "Comes in: 1 stage and 2 touchpoints"
        dialog.choose("persona", 3)
        dialog.import_button.click()

    asked = answering(monkeypatch, answer)
    window = importing.import_path(program.new_window(), log)
    assert len(asked) == 1
    journey = window.editor.journey
    assert [one.title for one in journey.touchpoints()] == ["register", "decide"]
    assert len(journey.all(Persona)) == 2
    lines = [reports[0].list.item(number).text() for number in range(reports[0].list.count())]
    assert any("timestamp" in line for line in lines)
    assert not any("--" in line for line in lines)


def test_cancel_loses_nothing(program, log, monkeypatch, window):
    answering(monkeypatch, lambda dialog: dialog.cancel_button.click())
    before, windows = window.editor.journey, len(program.windows)
    assert importing.import_path(window, log) is None
    assert window.editor.journey is before
    assert len(program.windows) == windows
    empty = program.new_window()
    assert importing.import_path(empty, log) is None
    assert not empty.has_map


def test_a_known_table_is_not_asked_about(program, tmp_path, monkeypatch):
    asked = answering(monkeypatch, QDialog.reject)
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda _dialog: None)
    path = tmp_path / "map.csv"
    path.write_text("stage,touchpoint\nSearch,Read\n")
    assert importing.import_path(program.new_window(), path) is not None
    assert asked == []


def test_one_line_says_what_came_in_where_there_is_nothing_to_remark(program, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda _dialog: pytest.fail("nothing is to be remarked"))
    path = tmp_path / "My map.mmd"
    path.write_text("journey\n  title My map\n  section Search\n    Read: 3: Me\n    Ask: 3: Me\n")
    window = importing.import_path(program.new_window(), path)
    window.show()
    assert window.work.banner._problem.text() == (
        "“My map.mmd” is here: 1 stage, 2 touchpoints, 1 persona, and 2 emotions."
    )


@pytest.fixture
def dialog(qtbot):
    made = ColumnsDialog(LOG.encode(), "log.csv", speak("en"))
    qtbot.addWidget(made)
    return made


def headers(dialog):
    return [dialog.table.horizontalHeaderItem(n).text() for n in range(dialog.table.columnCount())]


def test_the_preview_follows_every_choice(dialog):
    assert headers(dialog) == ["–\ncase_id", "Touchpoint\nactivity", "–\ntimestamp", "–\norg:resource"]
    assert dialog.table.item(0, 1).text() == "register"
    dialog.choose("stage", 0)
    dialog.choose("persona", 3)
    assert headers(dialog)[:2] == ["Stage\ncase_id", "Touchpoint\nactivity"]
    dialog.read()
    assert dialog.outcome.text() == "Comes in: 2 stages, 3 touchpoints, and 2 personas"


def test_a_column_holds_one_thing(dialog):
    dialog.choose("persona", 3)
    dialog.choose("stage", 1)
    assert dialog.fields["touchpoint"].currentText() == "No column"
    assert dialog.way.places == {"stage": 1, "persona": 3}


def test_what_brings_no_touchpoint_is_warned_of_in_red_with_a_way_out(dialog):
    red = colour("pain").name()
    assert red not in dialog.outcome.styleSheet()
    dialog.choose("stage", 1)
    dialog.read()
    assert "0 touchpoints" in dialog.outcome.text()
    assert red in dialog.outcome.styleSheet()
    assert "choose the column that holds them" in dialog.advice.text()
    assert dialog.import_button.isEnabled()
    dialog.choose("touchpoint", 1)
    dialog.read()
    assert red not in dialog.outcome.styleSheet()


def test_a_choice_that_gives_no_map_says_so_and_cannot_be_imported(dialog):
    dialog.choose("touchpoint", None)
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.outcome.text() == "No column is chosen for the stages."
    assert not dialog.import_button.isEnabled()
    dialog.choose("stage", 1)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_another_separator_shows_other_columns(dialog):
    dialog.separator.setCurrentIndex(dialog.separator.findData(","))
    dialog.separator.activated.emit(0)
    assert dialog.table.columnCount() == 1
    dialog.separator.setCurrentIndex(dialog.separator.findData(";"))
    dialog.separator.activated.emit(1)
    assert dialog.table.columnCount() == 4


def test_a_journey_under_another_programs_name_is_opened_and_comes_forward_when_it_is_imported_again(program, tmp_path):
    path = tmp_path / "renamed.csv"
    path.write_bytes(resource("templates", "blank.en.journey").read_bytes())
    window = opening.open_path(program.new_window(), path)
    assert window.path == path
    assert importing.import_path(program.new_window(), path) is window
