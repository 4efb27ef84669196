"""A page of our PDF as pixels."""

from __future__ import annotations

import io
import math

from journeyeditor.errors import BadInput, message

MOST_PIXELS = 400_000_000
"""About 3 GB of memory while it is made."""
NEARLY_ONE = 1 - 1e-6
"""pypdfium2 counts a begun pixel as a whole one: without this, 100 mm at 254 dpi would have 1001 of them."""


def png(pdf_bytes: bytes, dpi: float, page: int = 0) -> bytes:
    """A PNG of one page of a PDF that we have written, with its resolution in it.

    Raises BadInput for a resolution that is none, or that makes more pixels than a computer should be asked for.
    """
    import pypdfium2  # noqa: PLC0415 - loaded when the first picture is wanted

    if not math.isfinite(dpi) or dpi <= 0:
        raise BadInput(message("The resolution must be a number above zero, in dots per inch."), message("Use 150."))
    document = pypdfium2.PdfDocument(pdf_bytes)
    try:
        sheet = document[page]
        width, height = sheet.get_size()
        _check_size(width / 72, height / 72, dpi)
        picture = sheet.render(scale=dpi / 72 * NEARLY_ONE).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def _check_size(width: float, height: float, dpi: float) -> None:
    """Width and height in inches."""
    if width * height * dpi * dpi <= MOST_PIXELS:
        return
    raise BadInput(
        message(
            "At {dpi} dpi the picture would have {pixels} million pixels.",
            dpi=round(dpi),
            pixels=round(width * height * dpi * dpi / 1_000_000),
        ),
        message(
            "Choose at most {dpi} dpi, or a PDF, which is sharp at any size.",
            dpi=math.floor(math.sqrt(MOST_PIXELS / (width * height))),
        ),
    )
