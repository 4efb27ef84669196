"""Files, windows, settings, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.errors import message
from journeyeditor.qt.actions.action import Action, StandardKey, with_map
from journeyeditor.qt.window import deeds

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def _open(window: MainWindow) -> None:
    from journeyeditor.qt.files import opening  # noqa: PLC0415

    opening.ask_and_open(window)


def _save(window: MainWindow) -> None:
    from journeyeditor.qt.files import saving  # noqa: PLC0415

    saving.save(window)


def _save_as(window: MainWindow) -> None:
    from journeyeditor.qt.files import saving  # noqa: PLC0415

    saving.save_as(window)


def _save_template(window: MainWindow) -> None:
    from journeyeditor.qt.files import as_template  # noqa: PLC0415

    as_template.save_as_template(window)


def _browse_versions(window: MainWindow) -> None:
    from journeyeditor.qt.versions import browsing  # noqa: PLC0415

    browsing.browse(window)


def _import(window: MainWindow) -> None:
    from journeyeditor.qt.files import importing  # noqa: PLC0415

    importing.ask_and_import(window)


def _export(window: MainWindow) -> None:
    from journeyeditor.qt.parts.dimming import dimmed  # noqa: PLC0415
    from journeyeditor.qt.parts.on_screen import run  # noqa: PLC0415
    from journeyeditor.qt.window.mounting import mount  # noqa: PLC0415

    window.commit_text()
    dialog = mount("export", window.document, window.speech, window)
    dialog.place_wanted.connect(lambda keys: deeds.show_records(window, keys))
    wanted: list[bool] = []
    dialog.health_wanted.connect(lambda: wanted.append(True))
    with dimmed(window):
        run(dialog)
    if wanted:  # the list closes when the keyboard goes elsewhere, as it does with the dialog
        deeds.show_health(window)


FILE: tuple[Action, ...] = (
    Action(
        "new",
        message("New…"),
        lambda window: window.program.new_window().show(),
        message("Begin a journey from a template"),
        (StandardKey.New,),
    ),
    Action("open", message("Open…"), _open, message("Open a journey"), (StandardKey.Open,), icon="folder-open"),
    Action("save", message("Save"), _save, message("Save the journey"), (StandardKey.Save,), with_map),
    Action(
        "save-as",
        message("Save as…"),
        _save_as,
        message("Save the journey under another name"),
        (StandardKey.SaveAs, "Ctrl+Shift+S"),
        with_map,
    ),
    Action(
        "save-template",
        message("Save as template…"),
        _save_template,
        message("Put a copy into your own templates on the start page"),
        ("Ctrl+Alt+S",),
        with_map,
    ),
    Action(
        "versions",
        message("Browse earlier versions…"),
        _browse_versions,
        message("See the journey as it was saved before, open a copy of it or bring it back"),
        ("Ctrl+Shift+H",),
        lambda window: window.has_map and window.path is not None,
    ),
    Action(
        "import",
        message("Import…"),
        _import,
        message("Bring in a table (CSV), a Mermaid diagram or JSON"),
        ("Ctrl+Shift+I",),
        icon="download",
    ),
    Action(
        "export",
        message("Export…"),
        _export,
        message("Make a PDF, a picture or a data file"),
        ("Ctrl+E",),
        with_map,
        icon="upload",
    ),
    Action(
        "print",
        message("Print…"),
        _export,
        message("Print the poster, whole or on sheets to put together"),
        (StandardKey.Print,),
        with_map,
        icon="printer",
    ),
    Action(
        "close", message("Close"), lambda window: window.close(), message("Close this window"), (StandardKey.Close,)
    ),
    Action(
        "quit",
        message("Quit"),
        lambda window: window.program.quit(),
        message("Close all windows"),
        (StandardKey.Quit, "Ctrl+Q"),
        role="quit",
    ),
)
