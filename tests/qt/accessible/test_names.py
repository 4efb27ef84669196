"""Everything in every window that can be used has a name to be read out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.model.records import (
    Emotion,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.start.page import StartPage
from journeyeditor.words import speak

NAME = QAccessible.Text.Name
Role = QAccessible.Role
USED = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.SpinBox,
    Role.EditableText, Role.Slider, Role.Dial, Role.Switch, Role.List, Role.Tree, Role.Table, Role.PageTab, Role.Link,
    Role.MenuItem, Role.Dialog,
}  # fmt: skip
LANGUAGES = ("en", "fr")
KINDS = (Head, Stage, Touchpoint, Persona, Pain, Gain, Quote, Opportunity, Measure, Note, Emotion, Flow, Lane, Line)


def within(part: QAccessibleInterface, path: str = "") -> Iterator[tuple[QAccessibleInterface, str]]:
    """An interface and all below it, each with the classes that lead there."""
    thing = part.object()
    path = f"{path} › {type(thing).__name__ if thing is not None else part.role().name}"
    yield part, path
    for number in range(part.childCount()):
        child = part.child(number)
        if child is not None and child.isValid():
            yield from within(child, path)


def nameless(*widgets: QWidget) -> list[str]:
    """What has no name, though it takes the keys or can be pressed; parts of other controls speak through those."""
    found = []
    for widget in widgets:
        for part, path in within(QAccessible.queryAccessibleInterface(widget)):
            thing = part.object()
            if isinstance(thing, QWidget) and thing.objectName().startswith("qt_"):
                continue
            used = part.state().focusable or part.role() in USED
            if used and not part.text(NAME).strip() and not _is_inner(part):
                found.append(f"{path} ({part.role().name})")
    return list(dict.fromkeys(found))


def assert_named(*widgets: QWidget) -> None:
    missing = nameless(*widgets)
    assert not missing, "Without a name:\n" + "\n".join(missing)


def _is_inner(part: QAccessibleInterface) -> bool:
    """The line of a spin box or combo box, the list that a combo box opens, a cell without words in it."""
    above = part.parent()
    inner = above is not None and above.role() in {Role.SpinBox, Role.ComboBox}
    return inner or (part.role() in {Role.Cell, Role.TreeItem, Role.ListItem} and bool(above and above.text(NAME)))


def in_language(program, language: str) -> None:
    program.change(msgspec.structs.replace(program.settings, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_with_its_map_and_panels(window, program, language, qtbot):
    in_language(program, language)
    qtbot.wait(300)
    assert_named(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inspector_for_every_kind_of_record(window, program, language, qtbot):
    in_language(program, language)
    journey = window.editor.journey
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        records = [one.id for one in journey.all(kind)] if kind is not Head else [journey.head.id]
        for keys in (records[:1], records[:2]):
            window.editor.select(keys)
            qtbot.wait(5)
            if missing := nameless(window.work.inspector):
                found[f"{kind.__name__} × {len(keys)}"] = missing
    window.editor.select([])
    qtbot.wait(5)
    if missing := nameless(window.work.inspector):
        found["nothing"] = missing
    assert not found, "\n".join(f"{kind}: {one}" for kind, missing in found.items() for one in missing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["table", "compare"])
def test_the_other_pages(window, program, language, page, qtbot):
    in_language(program, language)
    window.turn_to(page)
    qtbot.wait(20)
    assert_named(window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", ["find", "replace", "history", "health"])
def test_what_opens_in_the_window(window, program, language, action, qtbot):
    in_language(program, language)
    window.actions_by_id[action].trigger()
    qtbot.wait(100)
    assert_named(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page(qtbot, tmp_path, monkeypatch, language):
    from journeyeditor.editor.settings import Recent, Settings  # noqa: PLC0415

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    recent = (Recent(str(resource("templates", "blank.en.journey")), "My workshop", 1.7e9),)
    page = StartPage(Settings(recent=recent), speak(language))
    qtbot.addWidget(page)
    page.show()
    assert_named(page)


def _document() -> Document:
    return Document.open(resource("templates", "loyalty-6.en.journey"))


def _export(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.export.dialog import ExportDialog  # noqa: PLC0415

    return ExportDialog(_document(), speak(language))


def _priorities(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.priorities.dialog import PrioritiesDialog  # noqa: PLC0415

    return PrioritiesDialog(EditorDesk(Editor(_document(), speech=speak(language))))


def _presentation(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.presentation.show import Presentation  # noqa: PLC0415

    return Presentation(EditorDesk(Editor(_document(), speech=speak(language))))


def _shortcuts(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.settings.shortcuts import ShortcutSheet  # noqa: PLC0415

    return ShortcutSheet(speak(language))


def _persona(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.personas.dialog import PersonaDialog  # noqa: PLC0415

    editor = Editor(_document(), speech=speak(language))
    return PersonaDialog(EditorDesk(editor), next(iter(editor.journey.personas())).id)


def _portrait(language: str, _folder: Path) -> QWidget:
    from PySide6.QtGui import QImage  # noqa: PLC0415

    from journeyeditor.qt.personas.portrait import CropDialog  # noqa: PLC0415

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    return CropDialog(speak(language), image)


def _remarks(language: str, _folder: Path) -> QWidget:
    from journeyeditor.qt.files.importing import RemarksDialog  # noqa: PLC0415

    return RemarksDialog("Here", "2", ["One", "Two"], speak(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [_export, _priorities, _presentation, _shortcuts, _persona, _portrait, _remarks])
def test_each_dialog(qtbot, tmp_path, language, make):
    dialog = make(language, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    assert_named(dialog)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings(program, qtbot, language):
    from journeyeditor.qt.settings.dialog import SettingsDialog  # noqa: PLC0415

    in_language(program, language)
    dialog = SettingsDialog(program)
    qtbot.addWidget(dialog)
    dialog.show()
    assert_named(dialog)
