"""Save then load is the same journey, whatever is in it; and the same journey is the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor import files
from journeyeditor.files.form import MIMETYPE
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    SECTIONS,
    Closer,
    Emotion,
    Head,
    Origin,
    Persona,
    Poster,
    Stage,
    Touchpoint,
    Value,
    emotion_id,
)
from journeyeditor.model.rules import broken_rules
from tests.files.anything import journeys
from tests.files.building import by_id, journey_of, picture, rich

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FORMS = pytest.mark.parametrize("bare", [False, True], ids=["zip", "bare"])


@QUICK
@given(journey=journeys(), bare=st.booleans())
def test_what_is_saved_is_what_is_loaded(journey: Journey, bare: bool) -> None:
    assert broken_rules(journey) == []
    data = files.to_bytes(journey, bare=bare)
    loaded = files.load(data)
    assert loaded.notes == ()
    assert by_id(loaded.journey) == by_id(journey)
    assert broken_rules(loaded.journey, loaded.journey.images) == []
    assert files.to_bytes(loaded.journey, bare=bare) == data


@FORMS
def test_everything_a_journey_can_hold_comes_back(bare: bool) -> None:
    journey = rich()
    loaded = files.load(files.to_bytes(journey, bare=bare))
    assert loaded.notes == ()
    assert not loaded.read_only
    assert by_id(loaded.journey) == by_id(journey)
    assert {key: loaded.journey.images.get(key) for key in loaded.journey.images} == {
        key: journey.images.get(key) for key in journey.images
    }


def test_the_rich_journey_fills_every_field_of_every_kind() -> None:
    records = list(rich())
    assert {type(record) for record in records} == {Head, *SECTIONS.values()}
    parts = [part for record in records for part in _parts(record)]
    assert {type(part) for part in parts} == {Closer, Origin, Poster, Value}
    for kind in {type(record) for record in [*records, *parts]}:
        for field in msgspec.structs.fields(kind):
            if field.name in {"extra", "foreign"}:
                continue
            some = [getattr(one, field.name) for one in [*records, *parts] if type(one) is kind]
            assert any(value != _default(field) for value in some), f"{kind.__name__}.{field.name}"


def _parts(record: object) -> list[object]:
    values = [getattr(record, name) for name in record.__struct_fields__]  # type: ignore[attr-defined]
    flat = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    return [one for one in flat if isinstance(one, msgspec.Struct)]


def _default(field: msgspec.structs.FieldInfo) -> object:
    return field.default if field.default is not msgspec.NODEFAULT else None


@FORMS
def test_the_order_in_which_things_were_made_does_not_show_in_the_file(bare: bool) -> None:
    journey = rich()
    records = [record for record in journey if not isinstance(record, Head)]
    records = records[5:] + records[4::-1]
    assert files.to_bytes(Journey.of(journey.head, records, journey.images), bare=bare) == files.to_bytes(
        journey, bare=bare
    )


def test_whole_numbers_and_fractions_of_one_value_are_the_same_file() -> None:
    def with_value(value: float) -> bytes:
        return files.to_bytes(
            journey_of(
                Persona(id="p", order="a0"),
                Stage(id="s", order="a0", room=value + 1),
                Touchpoint(id="t", order="a0", stage="s"),
                Emotion(id=emotion_id("p", "t"), persona="p", touchpoint="t", value=value),
            )
        )

    assert with_value(1) == with_value(1.0)
    assert with_value(0.0) == with_value(-0.0)


def test_hash_seed_locale_and_time_zone_do_not_show_in_the_file(tmp_path: Path) -> None:
    source = tmp_path / "map.journey"
    source.write_bytes(files.to_bytes(rich()))
    code = (
        "import sys, locale; locale.setlocale(locale.LC_ALL, '');"
        "from journeyeditor import files; j = files.load(sys.argv[1]).journey;"
        "sys.stdout.buffer.write(files.to_bytes(j)); sys.stdout.buffer.write(files.to_bytes(j, bare=True))"
    )
    expected = files.to_bytes(rich()) + files.to_bytes(rich(), bare=True)
    for seed, language, zone in (("1", "C", "UTC"), ("2", "de_DE.ISO-8859-1", "Asia/Kolkata")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": zone, "PYTHONUTF8": "0"}
        environment["LC_ALL"] = language if _has_locale(language) else "C"
        run = subprocess.run(
            [sys.executable, "-c", code, str(source)], env=environment, capture_output=True, check=True
        )
        assert run.stdout == expected


def _has_locale(name: str) -> bool:
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.lower()
    return name.lower().replace("-", "") in known.replace("-", "")


def test_the_zip_starts_with_its_type_uncompressed_so_that_file_managers_know_it() -> None:
    data = files.to_bytes(rich(), preview=picture())
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MIMETYPE)] == MIMETYPE.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names[:2] == ["mimetype", "journey.json"]
        assert names[-1] == "preview.png"
        assert len(names) == 6
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        assert archive.testzip() is None


def test_only_the_preview_may_differ() -> None:
    plain, pictured = files.to_bytes(rich()), files.to_bytes(rich(), preview=picture())
    assert plain != pictured
    assert by_id(files.from_bytes(plain)) == by_id(files.from_bytes(pictured))


def test_the_preview_is_found_without_opening_the_map(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    files.save(rich(), path, preview=picture())
    assert files.preview(path) == picture()
    files.save(rich(), path, preview=b"no picture")
    assert files.preview(path) is None
    assert files.preview(tmp_path / "none") is None
    path.write_bytes(b"PK")
    assert files.preview(path) is None


def test_pictures_that_nothing_refers_to_are_not_saved() -> None:
    journey = rich()
    journey.images.add(picture(size=(9, 9)))
    for bare in (False, True):
        assert len(files.from_bytes(files.to_bytes(journey, bare=bare)).images) == 3


def test_the_json_is_text_that_a_person_and_a_diff_can_read() -> None:
    text = files.to_bytes(rich(), bare=True).decode("utf-8")
    assert text.endswith("}\n")
    assert '\n      "title": "Visit the showroom"\n' in text
    assert "Müller" in text
    assert "कमला" in text
