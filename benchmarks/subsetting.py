"""What it costs to cut a face down to the glyphs of a poster."""

from __future__ import annotations

import io

from benchmarks.timing import interleaved
from journeyeditor.assets import resource

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789éèàçœ€“”’ .,:;!?"


def measure() -> dict[str, float]:
    """Seconds for one face by HarfBuzz's subsetter, and by fontTools."""
    import uharfbuzz  # noqa: PLC0415
    from fontTools import subset, ttLib  # noqa: PLC0415

    data = resource("fonts", "NotoSans-Regular.ttf").read_bytes()

    def by_harfbuzz() -> bytes:
        wanted = uharfbuzz.SubsetInput()
        wanted.unicode_set.update(map(ord, LETTERS))
        return bytes(uharfbuzz.subset(uharfbuzz.Face(data), wanted).blob.data)

    def by_fonttools() -> bytes:
        font = ttLib.TTFont(io.BytesIO(data))
        cutter = subset.Subsetter()
        cutter.populate(text=LETTERS)
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()

    quick, slow = interleaved(by_harfbuzz, by_fonttools, 5)
    return {"harfbuzz": quick, "fonttools": slow}
