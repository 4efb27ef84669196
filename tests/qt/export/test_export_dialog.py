"""The dialog: what is wished is shown as it will come out, and written as it was shown."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document
from journeyeditor.editor.exporting import options
from journeyeditor.edits.describing import describe
from journeyeditor.errors import message
from journeyeditor.insight import Finding
from journeyeditor.model.records import Opportunity
from journeyeditor.publish import Options, export
from journeyeditor.qt.export import making, saving
from journeyeditor.qt.export.dialog import ExportDialog
from journeyeditor.qt.export.making import Page, rendered
from journeyeditor.qt.export.pages import PagesView
from journeyeditor.qt.export.sheets import cells_of
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.fr.journey"


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(Document.open(MAP), speak("fr"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.made is not None, timeout=20_000)
    return made


def ready(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20_000)


def test_it_opens_with_the_maps_own_poster(dialog: ExportDialog) -> None:
    assert dialog.made is not None
    assert dialog.made.problem is None
    (page,) = dialog.pages.pages
    assert (page.width, page.height) == pytest.approx((420, 297), abs=0.5)
    assert page.picture.width() > 900


def test_tiles_show_every_sheet_beside_the_map_of_them(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    assert dialog.made is None
    ready(dialog, qtbot)
    assert len(dialog.pages.pages) == 5
    assert dialog.pages.names[1] == "1-1  feuille 2 sur 5"  # as the tile itself is named, and as it is printed
    facts = shown_facts(dialog)
    assert facts[facts.index("Feuilles") + 1] == "5"


def test_the_sheet_map_comes_first_as_it_is_printed_and_the_sheets_lie_as_they_are_glued(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    ready(dialog, qtbot)
    assert dialog.made is not None
    plan, *sheets = cells_of(dialog.made)
    assert plan == (0, 0)
    assert sheets == [(0, 1), (0, 2), (1, 1), (1, 2)]
    dialog.pane.ask(sheet_map=False)
    ready(dialog, qtbot)
    assert cells_of(dialog.made) == ((0, 0), (0, 1), (1, 0), (1, 1))


def test_put_together_the_sheets_are_the_poster(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    ready(dialog, qtbot)
    made = dialog.made
    facts = shown_facts(dialog)
    dialog.apart.buttons["together"].click()
    assert dialog.made is made  # nothing is made anew, and saving writes the sheets
    assert shown_facts(dialog) == facts
    (page,) = dialog.pages.pages
    whole = next(one for one in rendered(export(dialog.maker._journey, "pdf", Options()).data, lambda _: None)[0])
    assert page.width / page.height == pytest.approx(whole.width / whole.height, rel=0.01)
    size = QSize(210, 148)
    ours, poster = (
        one.picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        for one in (page, whole)
    )
    apart = sum(
        abs(ours.pixelColor(x, y).red() - poster.pixelColor(x, y).red()) for x in range(210) for y in range(148)
    )
    assert apart / (210 * 148) < 3
    (guides,) = dialog.pages.guides
    assert len(guides.cuts) == 2  # one seam across, one down


def test_each_sheet_shows_where_to_cut_and_what_is_glued_over(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2), overlap=12.0)
    ready(dialog, qtbot)
    assert [len(one.cuts) for one in dialog.pages.guides] == [0, 2, 2, 2, 2]
    assert [len(one.covered) for one in dialog.pages.guides] == [0, 2, 1, 1, 0]
    right, bottom = dialog.pages.guides[1].covered
    assert (right.width(), bottom.height()) == pytest.approx((6, 6))  # each keeps half of what both show


def test_cut_marks_and_sheet_map_can_be_left_out(dialog: ExportDialog, qtbot: QtBot) -> None:
    marks, sheet_map = (dialog.pane._boxes[name] for name in ("marks", "sheet_map"))
    assert marks.isChecked()
    assert not marks.isEnabled()  # one sheet has none
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    ready(dialog, qtbot)
    assert dialog.pages.names[0].startswith("Plan des feuilles")
    assert sheet_map.isEnabled()
    sheet_map.click()
    marks.click()
    ready(dialog, qtbot)
    assert [name.split()[0] for name in dialog.pages.names] == ["1-1", "1-2", "2-1", "2-2"]
    tile = options(dialog.wish).tile
    assert tile is not None
    assert (tile.marks, tile.sheet_map) == (False, False)


def shown_facts(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.facts.findChildren(QLabel) if label.text()]


def test_facts_are_told_before_anything_is_written(dialog: ExportDialog, qtbot: QtBot) -> None:
    facts = shown_facts(dialog)
    assert facts[facts.index("Échelle") + 1].startswith("100")
    dialog.pane.ask(tiles=True, sheets=(2, 2), paper="A2")
    ready(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.published is not None
    (plan,) = dialog.made.published.tilings
    facts = shown_facts(dialog)
    assert f"{round(plan.xs[-1])} × {round(plan.ys[-1])} mm" in facts
    assert facts[facts.index("Échelle") + 1] == speak("fr").percent(round(plan.scale * 100))
    assert facts[facts.index("Feuilles") + 1] == "5"  # the sheet map among them


def test_a_warning_leads_to_its_place(qtbot: QtBot) -> None:
    document = Document.open(MAP)
    opportunity = next(one for one in document.journey.all(Opportunity) if one.status in ("planned", "doing"))
    change = describe(document.journey, opportunity.id, owner="")
    document.journey.apply(change)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journeyeditor.qt.export.dialog.MOST_CONCERNS", 99)
        _leads_to_its_place(document, opportunity, qtbot)


def _leads_to_its_place(document: Document, opportunity: Opportunity, qtbot: QtBot) -> None:
    made = ExportDialog(document, speak("fr"))
    qtbot.addWidget(made)
    ready(made, qtbot)
    asked: list[tuple[str, ...]] = []
    made.place_wanted.connect(asked.append)
    assert any(opportunity.text[:20] in sentence for sentence in made.facts.sentences)
    assert made.facts.buttons[0].text() == "Afficher"
    made.facts.buttons[0].click()
    assert asked == [(opportunity.id,)]
    assert not made.isVisible()


def test_what_cannot_be_made_is_said_and_not_saved(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheet="A5", overlap=60.0, printer_margin=30.0)
    ready(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.problem is not None
    assert dialog.facts.sentences
    assert not dialog.save_button.isEnabled()
    assert dialog._state.text() == ""


def test_saving_writes_what_was_shown(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "affiche"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    offered: list[list[Path]] = []
    monkeypatch.setattr(saving.Saver, "offer", lambda _saver, files, _notes: offered.append(files))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(offered), timeout=20_000)
    assert offered == [[tmp_path / "affiche.pdf"]]
    journey = Document.open(MAP).journey
    assert (tmp_path / "affiche.pdf").read_bytes() == export(journey, "pdf", options(dialog.wish)).data


def test_what_there_is_to_know_about_the_file_is_said(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "affiche.pdf"
    target.write_bytes(b"an older one")
    target.with_name("sent.pdf").hardlink_to(target)
    said: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(saving, "run", lambda shown: said.extend(one.text() for one in shown.texts))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "un lien physique" in "".join(said)


def test_a_folder_that_takes_no_file_is_told_and_the_dialog_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    monkeypatch.setattr(saving.Saver, "_tell", lambda _self, problem: told.append(problem))
    dialog.save_button.click()
    assert len(told) == 1
    assert dialog.save_button.isEnabled()


def test_svg_and_data(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[list[Path]] = []
    monkeypatch.setattr(saving.Saver, "offer", lambda _saver, files, _notes: offered.append(files))
    dialog.pane.ask(format="svg")
    ready(dialog, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.svg"), ""))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(offered), timeout=20_000)
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").lstrip().startswith("<")
    dialog.pane.ask(format="data", data="markdown")
    ready(dialog, qtbot)
    assert dialog.text.toPlainText().startswith("#")
    assert not dialog.print_button.isEnabled()


def test_cancel_ends_what_is_being_written_and_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(journey: object, kind: object, options: object, step: Callable[[object], None]) -> None:
        begun.set()
        go_on.wait(10)
        step(message("Laying out the poster"))

    dialog.pane.ask(format="png")
    ready(dialog, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.png"), ""))
    monkeypatch.setattr(making, "export", slow)
    dialog.show()
    dialog.save_button.click()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(dialog._bar.isVisible)
    assert not dialog.save_button.isEnabled()
    dialog.cancel_button.click()
    go_on.set()
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert not dialog._bar.isVisible()
    assert not (tmp_path / "a.png").exists()
    dialog.cancel_button.click()
    assert not dialog.isVisible()


def test_a_fault_of_the_program_ends_the_waiting_with_a_sentence(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("nobody expects this")

    seen: list[type] = []
    monkeypatch.setattr(making, "export", broken)
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    dialog.pane.ask(theme="vivid")
    ready(dialog, qtbot)
    assert seen == [ZeroDivisionError]  # told where faults are told
    assert len(dialog.facts.sentences) == 1
    assert not dialog.save_button.isEnabled()
    monkeypatch.setattr(making, "export", export)
    dialog.pane.ask(theme="calm")
    ready(dialog, qtbot)
    assert dialog.save_button.isEnabled()


def test_a_name_without_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    picture = QImage(420, 297, QImage.Format.Format_RGB32)
    pages = tuple(Page(picture, 420, 297) for _ in range(40))
    drawn = []
    for name in ("Sheet map  sheet 1 of 40", "Sheet map  sheet 1 of 40, and this cannot be seen"):
        view.show_pages(pages, (name,) * 40)
        drawn.append(view.grab().toImage())
    assert drawn[0] == drawn[1]


def test_many_pages_fill_the_width(qtbot: QtBot) -> None:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    picture = QImage(42, 30, QImage.Format.Format_RGB32)
    view.show_pages(tuple(Page(picture, 420, 297) for _ in range(42)), ("",) * 42)
    assert len({place.top() for place in view._places[:3]}) == 1


@pytest.mark.parametrize(
    ("wide", "high", "count", "zoom"), [(200, 577, 4, 1), (200, 211, 1, 1.25), (200, 394, 8, 1.25), (200, 516, 3, 1.25)]
)
def test_no_scroll_bar_comes_and_goes_for_ever(qtbot: QtBot, wide: int, high: int, count: int, zoom: float) -> None:
    """Pages that fit beside a bar, and do not fit in the room that they get without it."""

    class Counted(PagesView):
        times = 0

        def _arrange(self) -> None:
            self.times += 1
            if self.times < 40:
                super()._arrange()

    view = Counted()
    qtbot.addWidget(view)
    view.show()
    view.resize(wide, high)
    view.zoom = zoom
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    view.show_pages(tuple(Page(picture, 420, 297) for _ in range(count)), ("",) * count)
    for _ in range(60):
        QApplication.sendPostedEvents()
    assert view.times < 10


def test_many_hints_are_one_line_behind_what_is_said_of_the_printing(dialog: ExportDialog, qtbot: QtBot) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journeyeditor.qt.export.dialog.warnings_of", lambda *_: ["The type is small."])
        patch.setattr("journeyeditor.qt.export.dialog.health_of", lambda *_: [None] * 15)
        warn(dialog, 3)
    assert dialog.facts.sentences[0] == "The type is small."
    assert len(dialog.facts.sentences) == 2
    assert "15" in dialog.facts.sentences[1]
    with qtbot.waitSignal(dialog.health_wanted):
        dialog.facts.buttons[0].click()
    assert not dialog.isVisible()


@pytest.fixture
def saved(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was pressed, in order; the dialog is on the screen."""
    found: list[str] = []
    monkeypatch.setattr(dialog.saver, "save", lambda *_: found.append("save"))
    monkeypatch.setattr(dialog.saver, "print", lambda *_: found.append("print"))
    warn(dialog, 2)
    dialog.show()
    return found


def warn(dialog: ExportDialog, count: int) -> None:
    """Shows so many remarks of map health."""
    finding = Finding("code", "problem", ("x",), message("Hm"), message("Why"), message("Do"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journeyeditor.qt.export.dialog.concerns", lambda *_: (finding,) * count)
        assert dialog.made is not None
        dialog._show(dialog.made)


def test_enter_saves_from_a_field_and_presses_the_button_it_is_on(
    dialog: ExportDialog, saved: list[str], qtbot: QtBot
) -> None:
    for kind in (QToolButton, QComboBox, QCheckBox):
        field = next(one for one in dialog.pane.findChildren(kind) if one.isEnabled() and one.isVisible())
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Enter)
    assert saved == ["save"] * 4
    dialog.print_button.setFocus()
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Return)
    dialog.save_button.setFocus()
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    assert saved[4:] == ["print", "save"]
    with qtbot.waitSignal(dialog.place_wanted):
        dialog.facts.buttons[0].setFocus()
        qtbot.keyClick(dialog.facts.buttons[0], Qt.Key.Key_Return)


def test_enter_on_cancel_and_escape_leave(dialog: ExportDialog, saved: list[str], qtbot: QtBot) -> None:
    dialog.cancel_button.setFocus()
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not saved


def test_a_number_is_taken_first_and_saved_with_the_next_enter(
    dialog: ExportDialog, saved: list[str], qtbot: QtBot
) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    ready(dialog, qtbot)
    field = next(one for one in dialog.pane.findChildren(QDoubleSpinBox) if one.isEnabled())
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "14")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert 14.0 in (dialog.wish.overlap, dialog.wish.printer_margin)
    ready(dialog, qtbot)
    assert not saved
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved == ["save"]


def test_enter_while_the_poster_is_still_made_saves_when_it_is_there(
    dialog: ExportDialog, saved: list[str], qtbot: QtBot
) -> None:
    dialog._make()
    assert not dialog.save_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not saved
    qtbot.waitUntil(lambda: saved == ["save"], timeout=20_000)


@pytest.mark.skipif(sys.platform == "darwin", reason="buttons have no letters there")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_button_has_a_letter_of_its_own(language: str, qtbot: QtBot) -> None:
    made = ExportDialog(Document.open(MAP), speak(language))
    qtbot.addWidget(made)
    ready(made, qtbot)
    for wish in ("pdf", "data"):
        made.pane.ask(format=wish)
        ready(made, qtbot)
        buttons = (made.save_button, made.print_button, made.cancel_button)
        keys = [button.shortcut().toString() for button in buttons]
        assert all(key.startswith("Alt+") for key in keys)
        assert len(set(keys)) == 3


def test_tab_goes_from_the_settings_to_save_print_cancel_and_the_remarks(
    dialog: ExportDialog, saved: list[str], qtbot: QtBot
) -> None:
    dialog.pane.last.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())
    assert seen == [dialog.save_button, dialog.print_button, dialog.cancel_button, dialog.facts.buttons[0]]


def test_the_last_warning_that_is_seen_is_seen_whole(dialog: ExportDialog, qtbot: QtBot) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journeyeditor.qt.export.dialog.warnings_of", lambda *_: ["A remark on the printing."] * 40)
        warn(dialog, 0)
    dialog.show()
    qtbot.wait(50)
    facts = dialog.facts
    height = facts._scroll.viewport().height()
    ends = [row.geometry().bottom() + 1 for row in facts.rows]
    assert height in ends
    assert ends.index(height) >= 2
