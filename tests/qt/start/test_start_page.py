"""The page that the program opens with."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeyeditor.editor.settings import Recent, Settings
from journeyeditor.editor.starting import Beginning, begun, choices
from journeyeditor.files import load
from journeyeditor.files.recovery import Facts, Leftover
from journeyeditor.model.records import Emotion, Touchpoint
from journeyeditor.publish import templates
from journeyeditor.qt.parts.overlay import OverlayBar
from journeyeditor.qt.start.page import StartPage
from journeyeditor.qt.start.tile import FileTile
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "resources" / "templates"


@pytest.fixture(autouse=True)
def no_templates_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(templates, "users_folder", lambda: tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> StartPage:
    mine = tmp_path / "mine.journey"
    mine.write_bytes((TEMPLATES / "blank.en.journey").read_bytes())
    recent = (
        Recent(str(mine), "My workshop", time.time()),
        Recent(str(tmp_path / "gone.journey"), "On a stick", time.time() - 5e6),
    )
    made = StartPage(Settings(recent=recent), speak("en"))
    qtbot.addWidget(made)
    made.resize(1600, 968)
    return made


def test_every_shipped_template_and_example_is_there_with_its_picture(page: StartPage) -> None:
    names = [tile.name for tile in page.gallery.tiles]
    assert names[:4] == ["Blank", "Loyalty in six stages", "Funnel in nine stages", "Classic in five stages"]
    assert len(names) == 9
    assert all(tile.picture is not None and not tile.picture.isNull() for tile in page.gallery.tiles)


def test_in_french_the_templates_are_french(page: StartPage) -> None:
    page.take(Settings(), speak("fr"))
    assert "Fidélité en six étapes" in [tile.name for tile in page.gallery.tiles]
    choice = page.gallery.choice
    assert choice is not None
    assert choice.path("fr").name == "loyalty-6.fr.journey"
    assert page.language.currentData() == "fr"


def test_a_double_click_begins(page: StartPage, qtbot: QtBot) -> None:
    tile = page.gallery.tiles[2]
    with qtbot.waitSignal(page.create_wanted) as told:
        qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton)
    (beginning,) = told.args
    assert beginning == Beginning(TEMPLATES / "funnel-9.en.journey", "en", "A3", "landscape")


def test_create_takes_paper_language_and_contents(page: StartPage, qtbot: QtBot) -> None:
    page.language.setCurrentIndex(page.language.findData("fr"))
    page.paper.setCurrentIndex(page.paper.findText("A0 portrait"))
    page.empty.setChecked(True)
    with qtbot.waitSignal(page.create_wanted) as told:
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    (beginning,) = told.args
    journey = begun(beginning)
    assert (journey.head.language, journey.head.poster.paper, journey.head.poster.orientation) == (
        "fr",
        "A0",
        "portrait",
    )
    assert journey.all(Touchpoint)
    assert not journey.all(Emotion)


def test_a_recent_file_is_opened_by_a_click(page: StartPage, qtbot: QtBot) -> None:
    first, second = page.column.rows
    with qtbot.waitSignal(page.open_wanted) as told:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told.args == [first.path]
    assert not second.is_there
    assert "not plugged in" in second.accessibleDescription()


def test_a_dropped_table_is_imported_and_a_journey_opened(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    for name, signal in (("a.csv", page.import_wanted), ("a.journey", page.open_wanted)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        event = QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        with qtbot.waitSignal(signal) as told:
            page.dropEvent(event)
        assert told.args == [tmp_path / name]


def test_a_template_of_ones_own_stands_among_them(
    page: StartPage, no_templates_of_ones_own: Path, qtbot: QtBot
) -> None:
    no_templates_of_ones_own.mkdir()
    (no_templates_of_ones_own / "bank.journey").write_bytes((TEMPLATES / "classic-5.en.journey").read_bytes())
    (no_templates_of_ones_own / "broken.journey").write_bytes(b"nonsense")
    page.retranslate()
    assert page.gallery.tiles[0].key == "own/bank"  # before those that every copy has
    assert "broken.journey" in page.column._problems.text()


def test_everything_there_is_to_begin_with_can_be_begun() -> None:
    found, problems = choices()
    assert not problems
    for choice in found:
        for language, path in choice.languages.items():
            journey = begun(Beginning(path, language, "A2"))
            assert journey.head.poster.paper == "A2"
            assert journey.stages()


def test_the_pictures_are_what_the_templates_look_like_now() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "build_thumbnails.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_ways_to_begin_show_their_keys(page: StartPage) -> None:
    assert page.column.open_button.keys == "Ctrl+O"
    assert page.column.import_button.keys == "Ctrl+Shift+I"
    assert page.column.settings_button.keys == ""


def test_in_the_drawn_window_four_templates_stand_side_by_side(page: StartPage, qtbot: QtBot) -> None:
    page.resize(1600, 972)
    page.show()
    qtbot.wait(20)
    tops = [tile.mapTo(page, QPoint()).y() for tile in page.gallery.tiles[:5]]
    assert len(set(tops[:4])) == 1
    assert tops[4] > tops[3]


def test_a_recent_file_without_a_picture_of_its_own_gets_one(page: StartPage, qtbot: QtBot) -> None:
    row = next(row for row in page.column.rows if row.is_there)
    qtbot.waitUntil(lambda: row.picture is not None, timeout=20_000)
    assert row.picture is not None
    assert row.picture.width() > 300
    gone = next(row for row in page.column.rows if not row.is_there)
    assert gone.picture is None


def test_an_example_says_in_its_own_words_what_it_is_about(page: StartPage) -> None:
    english, french = page.gallery.tiles[-2:]
    journey = load(TEMPLATES / "example-new-hip.en.journey").journey
    assert english.line == " ".join(journey.head.scenario.split())
    assert french.line != english.line


def test_the_keys_begin_at_what_is_chosen(page: StartPage, qtbot: QtBot) -> None:
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.gallery.tiles[1].hasFocus)
    qtbot.keyClick(page.gallery.tiles[1], Qt.Key.Key_Left)
    assert page.gallery.tiles[0].hasFocus()
    with qtbot.waitSignal(page.create_wanted) as told:
        qtbot.keyClick(page.gallery.tiles[0], Qt.Key.Key_Return)
    assert told.args[0].path.name == "blank.en.journey"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_at_a_thousand_px_the_bar_still_says_what_is_chosen(page: StartPage, qtbot: QtBot, language: str) -> None:
    page.take(Settings(), speak(language))
    page.resize(1000, 660)
    page.show()
    qtbot.wait(30)
    for part in (page._name, page.empty, page.language, page.paper, page.create_button):
        assert part.width() >= part.sizeHint().width()
        assert page._bar.rect().contains(QRect(part.mapTo(page._bar, part.rect().topLeft()), part.size()))


def test_two_files_of_one_title_in_one_folder_are_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    names = ("hip.journey", "hip (mine).journey", "hip for the workshop of the ninth of November (mine 2).journey")
    recent = tuple(Recent(str(tmp_path / "Clinic" / "Maps" / name), "New hip", 1.7e9) for name in names)
    made = StartPage(Settings(recent=recent), speak("en"))
    qtbot.addWidget(made)
    metrics = QFontMetricsF(made.font())
    shown = [row.lines(metrics, 170.0) for row in made.column.rows]
    assert [lines[1] for lines in shown[:2]] == ["hip.journey", "hip (mine).journey"]
    assert shown[2][1].endswith("2).journey")
    assert shown[2][1].startswith("hip for")
    assert all(metrics.horizontalAdvance(line) <= 170 for lines in shown for line in lines)
    assert all(name in row.accessibleDescription() for name, row in zip(names, made.column.rows, strict=True))


@pytest.fixture
def shown(page: StartPage, qtbot: QtBot) -> StartPage:
    page.show()
    qtbot.waitExposed(page)
    return page


def test_tab_goes_as_it_is_drawn_through_what_came_late(shown: StartPage, qtbot: QtBot) -> None:
    kept = Leftover(Path("nowhere.recovery"), Facts(title="Left behind", steps=3, changed=time.time()))
    column = shown.column
    column.offer([kept], speak("en"), time.time())
    qtbot.waitUntil(column.cards[0].recover_button.isVisible)
    column.open_button.setFocus()
    seen = []
    for _ in range(6):
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
        seen.append(shown.focusWidget())
    (card,) = column.cards
    wanted = [column.import_button, card.recover_button, card.discard_button, *column.rows, column.settings_button]
    assert seen == wanted


def test_arrows_walk_the_whole_gallery_and_come_back(shown: StartPage, qtbot: QtBot) -> None:
    gallery = shown.gallery
    tiles = [one for _, some in gallery._grids for one in some]
    tiles[0].setFocus()

    def press(key: Qt.Key, times: int) -> list[object]:
        seen: list[object] = []
        for _ in range(times):
            qtbot.keyClick(shown.focusWidget(), key)
            seen.append(shown.focusWidget())
        return seen

    assert press(Qt.Key.Key_Right, len(tiles)) == [*tiles[1:], tiles[-1]]
    assert press(Qt.Key.Key_Left, len(tiles)) == [*tiles[-2::-1], tiles[0]]
    assert press(Qt.Key.Key_Down, 9)[-1] in gallery._rows()[-1]
    assert press(Qt.Key.Key_Up, 9)[-1] in gallery._rows()[0]
    gallery.findChild(FileTile).setFocus()
    qtbot.keyClick(gallery.findChild(FileTile), Qt.Key.Key_Left)
    chosen = shown.focusWidget()
    assert chosen is tiles[tiles.index(gallery.findChild(FileTile)) - 1]
    assert chosen.isChecked()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_can_be_read_from_a_file_is_said_whole(page: StartPage, language: str) -> None:
    page.take(Settings(), speak(language))
    tile = page.gallery.findChildren(FileTile)[-1]
    font = tile.font()
    font.setPixelSize(12)
    assert QFontMetricsF(font).horizontalAdvance(tile.line) <= tile.text_area().width()


def test_the_empty_map_has_no_contents_to_leave_out(page: StartPage) -> None:
    tiles = {tile.key: tile for tile in page.gallery.tiles}
    tiles["shipped/loyalty-6"].click()
    page.empty.setChecked(True)
    assert page.empty.isVisibleTo(page)
    tiles["shipped/blank"].click()
    assert not page.empty.isVisibleTo(page)
    begun: list[Beginning] = []
    page.create_wanted.connect(begun.append)
    page.create_button.click()
    assert not begun[0].empty


def test_what_is_in_a_template_stands_close_behind_its_name(page: StartPage, qtbot: QtBot) -> None:
    page.resize(1600, 1000)
    page.show()
    next(tile for tile in page.gallery.tiles if tile.key == "shipped/blank").click()
    qtbot.wait(50)
    gap = page._count.x() - (page._name.x() + page._name.fontMetrics().horizontalAdvance(page._name.text()))
    assert 0 < gap < 30


def kept_work(number: int, path: str = "") -> Leftover:
    return Leftover(Path(f"{number}.recovery"), Facts(title="New hip", path=path, steps=1, changed=1.7e9 - number))


def test_of_much_kept_work_it_is_said_how_much_more_there_is_and_all_of_it_opens(
    shown: StartPage, qtbot: QtBot, tmp_path: Path
) -> None:
    column = shown.column
    kept = [kept_work(n, str(tmp_path / f"{n}.journey")) for n in range(6)] + [kept_work(6)]
    column.offer(kept, speak("en"), time.time())
    assert len(column.cards) == 3
    assert column.more_button.isVisible()
    assert "4 more" in column.more_button.text()
    qtbot.mouseClick(column.more_button, Qt.MouseButton.LeftButton)
    assert [card.leftover for card in column.cards] == kept
    assert "never saved" in column.cards[-1].told
    assert not column.more_button.isVisible()
    column.offer(kept[1:], speak("en"), time.time())  # one was thrown away: the others stay open
    assert len(column.cards) == 6
    column.offer(kept[:3], speak("en"), time.time())
    assert not column.more_button.isVisible()


def test_kept_work_of_one_title_is_told_apart_by_its_file(
    page: StartPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "Clinic" / name for name in ("hip.journey", "hip (mine).journey")]
    page.column.offer([kept_work(n, str(path)) for n, path in enumerate(paths)], speak("en"), time.time())
    asked: list[str] = []
    monkeypatch.setattr("journeyeditor.qt.recovery.card.ask", lambda *given: asked.append(given[3]) or "keep")
    for card, path in zip(page.column.cards, paths, strict=True):
        texts = {part.text(): part.toolTip() for part in card.findChildren(QLabel)}
        assert texts[path.name] == str(path)
        assert f"{tmp_path.name} / Clinic" in texts
        assert path.name in card.recover_button.accessibleDescription()
        card.discard_button.click()
        assert str(path) in asked[-1]


def test_the_scroll_bar_covers_no_card_and_no_recent_file(shown: StartPage, qtbot: QtBot) -> None:
    column = shown.column
    shown.resize(1200, 640)
    column.offer([kept_work(n, f"/somewhere/{n}.journey") for n in range(3)], speak("en"), time.time())
    bar = column.findChild(OverlayBar)
    qtbot.waitUntil(bar.isVisible)
    left = bar.mapTo(shown, QPoint()).x()
    for part in (*column.cards, *column.rows):
        assert part.mapTo(shown, QPoint(part.width(), 0)).x() <= left
