"""How fast a drawing becomes a PDF, as ratios within one run.

    python benchmarks/painting.py [CARDS …]          (default 1000 10000)

Two yardsticks: `zlib` of the finished page stream, which nobody can go below, and ReportLab's canvas told to draw the
same cards by its ordinary calls. Every figure is the median of several runs after one warm-up.
"""

from __future__ import annotations

import io
import random
import re
import statistics
import sys
import time
import zlib
from collections.abc import Callable

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from journeyeditor.assets import resource
from journeyeditor.drawing import Drawing, Group, Sketch, Stroke, Symbol, Words
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, rectangle
from journeyeditor.paint import Metadata, pdf

SENTENCE = """the card says what a customer told us about the shop desk app mail call wait price offer order help quick
slow clear strange again never today after before between first second answer question form paper"""
WORDS = tuple(re.findall(r"\w+", SENTENCE))
BODY, CAPTION = Style(9), Style(6.8)
WIDTH, HEIGHT, STEP = 46.0, 18.0, 50.0
DOT = circle(0, 0, 0.9)
INK, TINT, RED = "#1F2933", "#F4D5D2", "#B3261E"


def texts(count: int) -> list[tuple[str, str, str]]:
    """Two lines and a caption for each card, the same in every run."""
    chance = random.Random(7)
    line = lambda words: " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()  # noqa: E731
    return [(line(5), line(5), f"{n} votes, {chance.choice(WORDS)}") for n in range(count)]


def places(count: int) -> list[tuple[float, float]]:
    """The upper left corner of each card, in rows."""
    columns = max(1, round(count**0.5))
    return [(10 + n % columns * STEP, 10 + n // columns * 22) for n in range(count)]


def cards(count: int) -> Drawing:
    """A sheet of cards: a tinted, outlined box, two lines, five dots, a caption."""
    groups = []
    for (x, y), (one, two, three) in zip(places(count), texts(count), strict=True):
        shapes = (
            Sketch(rectangle(x, y, WIDTH, HEIGHT, 1.4), TINT, Stroke(RED, 0.3)),
            Words(x + 2.4, y + 5, shape(one, BODY), INK),
            Words(x + 2.4, y + 9.25, shape(two, BODY), INK),
            *(Symbol("dot", DOT, x + 3.3 + n * 2.6, y + 15, 1, RED) for n in range(5)),
            Words(x + 17, y + 15.6, shape(three, CAPTION), INK),
        )
        groups.append(Group(f"card{len(groups)}", "pain", shapes, Box(x, y, WIDTH, HEIGHT)))
    columns = max(1, round(count**0.5))
    return Drawing(20 + columns * STEP, 40 + count / columns * 22, tuple(groups))


def plain_canvas(count: int, width: float, height: float) -> bytes:
    """The same cards by ReportLab's ordinary calls."""
    pdfmetrics.registerFont(TTFont("Noto", resource("fonts", "NotoSans-Regular.ttf")))
    out, mm = io.BytesIO(), 72 / 25.4
    canvas = Canvas(out, (width * mm, height * mm), pageCompression=1, initialFontName="Noto", invariant=1)
    ink, tint, red = HexColor(INK), HexColor(TINT), HexColor(RED)
    canvas.scale(mm, mm)
    for (x, top), (one, two, three) in zip(places(count), texts(count), strict=True):
        y = height - top
        canvas.setFillColor(tint)
        canvas.setStrokeColor(red)
        canvas.setLineWidth(0.3)
        canvas.roundRect(x, y - HEIGHT, WIDTH, HEIGHT, 1.4, stroke=1, fill=1)
        canvas.setFillColor(ink)
        canvas.setFont("Noto", BODY.em)
        canvas.drawString(x + 2.4, y - 5, one)
        canvas.drawString(x + 2.4, y - 9.25, two)
        canvas.setFillColor(red)
        for n in range(5):
            canvas.circle(x + 3.3 + n * 2.6, y - 15, 0.9, stroke=0, fill=1)
        canvas.setFillColor(ink)
        canvas.setFont("Noto", CAPTION.em)
        canvas.drawString(x + 17, y - 15.6, three)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def page_stream(data: bytes) -> bytes:
    """The longest stream of a PDF, inflated: the page's operators."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    return zlib.decompress(max(streams, key=len))


def median(run: Callable[[], object], repeat: int) -> float:
    """Median seconds of processor time of some runs after a warm-up; other programs on the machine do not count."""
    run()
    times = []
    for _ in range(repeat):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def measure(count: int) -> None:
    """Prints the ratios for a sheet of that many cards."""
    drawing = cards(count)
    repeat = 9 if count <= 2000 else 3
    ours = pdf([drawing], Metadata(), lambda _: None)
    stream = page_stream(ours)
    limit = median(lambda: zlib.compress(stream, 6), repeat)
    painted = median(lambda: pdf([drawing], Metadata(), lambda _: None), repeat)
    canvas = median(lambda: plain_canvas(count, drawing.width, drawing.height), repeat)
    print(f"{count:>6} cards: painting {painted / limit:.2f} x zlib of its page stream ({len(stream) / 1e6:.2f} MB)")
    print(f"{'':>13} plain canvas calls take {canvas / painted:.2f} x as long")
    times = f"ours {painted * 1000:.0f} ms, limit {limit * 1000:.0f} ms, canvas {canvas * 1000:.0f} ms"
    print(f"{'':>13} in this run: {times}")


if __name__ == "__main__":
    for argument in sys.argv[1:] or ["1000", "10000"]:
        measure(int(argument))
