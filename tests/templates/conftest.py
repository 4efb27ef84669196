"""What the tests of the shipped templates share: the builder, and every shipped journey, loaded once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from journeyeditor import files
from journeyeditor.model.journey import Journey

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "resources" / "templates"


@pytest.fixture(scope="session")
def builder() -> ModuleType:
    """`packaging/build_templates.py` as a module."""
    path = ROOT / "packaging" / "build_templates.py"
    spec = importlib.util.spec_from_file_location("build_templates", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_templates"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def shipped() -> dict[str, Journey]:
    """Every shipped journey by its file name without the ending, as a user would open it."""
    return {path.stem: files.load(path).journey for path in sorted(SHIPPED.glob("*.journey"))}
