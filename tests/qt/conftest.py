"""Tests with Qt run without a screen, and a warning of Qt's fails them (`qt_log_level_fail` in pyproject.toml)."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for scaling in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS"):
    os.environ.pop(scaling, None)

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this room has the application, asked for or not: without it Qt paints no letter."""
    for item in items:
        if isinstance(item, pytest.Function) and HERE in item.path.parents and "qapp" not in item.fixturenames:
            item.fixturenames.insert(0, "qapp")


@pytest.fixture
def program(qtbot, tmp_path, monkeypatch):
    """A running program with settings of its own, in English and light; its windows are closed at the end."""
    from journeyeditor.qt import look  # noqa: PLC0415
    from journeyeditor.qt.application import Program  # noqa: PLC0415

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    made = Program(tmp_path / "settings.json")
    look.apply("light")
    yield made
    for window in tuple(made.windows):
        window.close_at_once()
    made.end()
    look.apply("light")


@pytest.fixture
def window(program, qtbot):
    """A window with a complete journey, shown at 1600 × 1000."""
    from journeyeditor.assets import resource  # noqa: PLC0415
    from journeyeditor.editor.document import Document  # noqa: PLC0415

    shown = program.new_window(
        Document(Document.open(resource("templates", "service-blueprint.en.journey")).journey, saved=True)
    )
    shown.resize(1600, 1000)
    shown.show()
    qtbot.waitExposed(shown)
    shown.canvas.setFocus()
    return shown


@pytest.fixture(autouse=True)
def _dead_cycles_end_in_the_windows_thread() -> Iterator[None]:
    """As in the running program (`qt.tidying`): a thread beside the window must not end what is Qt's."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or writes a person's settings, templates or kept work."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_python_is_left_on_the_clipboard() -> Iterator[None]:
    """The offscreen clipboard outlives Python, and would end what Python made after it: the process crashed then."""
    yield
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
