"""The sheet map, a sheet and crop marks, as they were looked at."""

from collections.abc import Callable

from msgspec.structs import replace

from journeyeditor.drawing import greyed
from journeyeditor.layout.paper import find_paper
from journeyeditor.paint import Metadata, pdf, png
from journeyeditor.publish.bleed import with_bleed
from journeyeditor.publish.tiles import tile
from journeyeditor.words import speak
from tests.publish.test_tiles import no_images, poster

SamePicture = Callable[[str, bytes], None]
CUTS = ((105.0, 210.0, 315.0), (59.0, 118.0, 178.0, 238.0))


def test_the_sheet_map(same_picture: SamePicture) -> None:
    page = tile(replace(poster(), cuts=CUTS), find_paper("A5"), speech=speak("fr"), title="Un vélo à l’année")[0]
    same_picture("sheet-map", png(pdf([page], Metadata(), no_images), 100))


def test_a_sheet_between_others(same_picture: SamePicture) -> None:
    pages = tile(replace(poster(), cuts=CUTS), find_paper("A5"), speech=speak("en"), orientation="landscape")
    same_picture(
        "sheet-2-2", png(pdf([next(page for page in pages if page.label == "2-2")], Metadata(), no_images), 100)
    )


def test_crop_marks_around_a_sheet_without_colours(same_picture: SamePicture) -> None:
    page = with_bleed(greyed(poster(150, 100)), 3, "150 × 100 mm · 3 mm")
    same_picture("crop-marks", png(pdf([page], Metadata(), no_images), 100))
