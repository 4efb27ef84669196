"""Map health of a document looks beside its file too."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document
from journeyeditor.editor.exporting import concerns, wish_of
from journeyeditor.editor.whole_health import health_of
from journeyeditor.edits.describing import describe
from journeyeditor.insight.closer_maps import CODE
from journeyeditor.model.records import Closer

MAP = resource("templates", "service-blueprint.en.journey")


def linked(tmp_path: Path, path: str) -> tuple[Document, str]:
    mine = tmp_path / "mine.journey"
    mine.write_bytes(MAP.read_bytes())
    document = Document.open(mine)
    touchpoint = document.journey.touchpoints()[0].id
    document.journey.apply(describe(document.journey, touchpoint, journey=Closer(path=path, title="Closer")))
    return document, touchpoint


@pytest.mark.parametrize("path", ["no such file", "", "..", "deep/er.journey"])
def test_a_closer_map_that_is_not_there_is_found_and_told_before_printing(tmp_path: Path, path: str) -> None:
    document, touchpoint = linked(tmp_path, path)
    found = [one for one in health_of(document.journey, document.path) if one.code == CODE]
    assert [(one.severity, one.records) for one in found] == [("problem", (touchpoint,))]
    assert found[0] in concerns(document.journey, wish_of(document.journey), document.path)


def test_one_that_is_there_is_none(tmp_path: Path) -> None:
    document, _ = linked(tmp_path, "near/closer.journey")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "closer.journey").write_bytes(MAP.read_bytes())
    assert CODE not in {one.code for one in health_of(document.journey, document.path)}


def test_nobody_asks_before_the_map_has_a_file(tmp_path: Path) -> None:
    document, _ = linked(tmp_path, "no such file")
    assert CODE not in {one.code for one in health_of(document.journey, None)}
