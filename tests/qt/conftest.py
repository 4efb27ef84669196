"""Tests with Qt run without a screen, and a warning of Qt's fails them (`qt_log_level_fail` in pyproject.toml)."""

import os
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
