"""Making an export beside the window, so that nothing stands still: pages as pictures, or texts, or what went wrong."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from journeyeditor.editor.exporting import Wish, options, shown_as
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.model.journey import Journey
from journeyeditor.publish import Published, export

PREVIEW_PIXELS = 2_200_000
"""Of one page in the preview: sharp enough to read most of it, quick to make."""
POINTS, INCH = 72.0, 25.4
"""To an inch, and in it mm."""
FAULT = message("This cannot be made: the program has a fault.")
OTHERWISE = message("Your map is safe. Try other settings.")
MOST_PAGES = 60
"""Pages that are shown; of more than these only the first ones are."""


class Page(msgspec.Struct, frozen=True):
    """A page as it will come out: its picture and its size in mm."""

    picture: QImage
    width: float
    height: float
    label: str = ""


class Made(msgspec.Struct, frozen=True):
    """What came of a wish."""

    wish: Wish
    published: Published | None = None
    pages: tuple[Page, ...] = ()
    count: int = 0
    """All pages, those that are not shown too."""
    problem: JourneyError | None = None


class _Stopped(Exception):  # noqa: N818 - not an error: somebody wished for something else
    """What was being made is no longer wanted."""


class Maker(QObject):
    """Makes one export at a time in a thread of its own; a newer wish ends the older one."""

    made = Signal(object)
    """A `Made`, never one that was given up."""
    progressed = Signal(object)
    """A `Message` on what is being done."""

    _finished = Signal(int, object)

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self._number = 0
        self._thread: threading.Thread | None = None
        self._waiting: tuple[int, Wish, bool] | None = None
        self._finished.connect(self._over, Qt.ConnectionType.QueuedConnection)

    def make(self, wish: Wish, *, preview: bool = True) -> None:
        """Begins with a wish; with its pages as pictures if it is to be shown."""
        self._number += 1
        self._waiting = (self._number, shown_as(wish) if preview else wish, preview)
        self._next()

    def stop(self) -> None:
        """What is being made is not wanted any more."""
        self._number += 1
        self._waiting = None

    def wait(self) -> None:
        """Returns when nothing runs: before the dialog goes."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _next(self) -> None:
        if self._thread is not None or self._waiting is None:
            return
        number, wish, preview = self._waiting
        self._waiting = None
        self._thread = threading.Thread(target=self._run, args=(number, wish, preview), daemon=True)
        self._thread.start()

    def _run(self, number: int, wish: Wish, preview: bool) -> None:
        def step(what: Message) -> None:
            if number != self._number:
                raise _Stopped
            self.progressed.emit(what)

        result: Made | None = None
        try:
            result = _made(self._journey, wish, step, preview=preview)
        except _Stopped:
            pass
        except JourneyError as problem:
            result = Made(wish, problem=problem)
        except MemoryError:
            full = JourneyError(message("There is not enough memory for this."), message("Choose a smaller size."))
            result = Made(wish, problem=full)
        except Exception as fault:  # noqa: BLE001 - else the dialog would wait for ever
            sys.excepthook(type(fault), fault, fault.__traceback__)
            result = Made(wish, problem=JourneyError(FAULT, OTHERWISE))
        self._finished.emit(number, result)

    def _over(self, number: int, result: Made | None) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if result is not None and number == self._number:
            self.made.emit(result)
        self._next()


def _made(journey: Journey, wish: Wish, step: Callable[[Message], None], *, preview: bool) -> Made:
    step(message("Laying out the poster"))
    published = export(journey, wish.kind, options(wish), step)
    if not preview or wish.kind != "pdf":
        return Made(wish, published)
    step(message("Drawing the pages"))
    pages, count = rendered(published.data, step)
    return Made(wish, published, pages, count)


def rendered(data: bytes, step: Callable[[Message], None], most: int = MOST_PAGES) -> tuple[tuple[Page, ...], int]:
    """The pages of our own PDF as pictures, and how many there are."""
    import pypdfium2  # noqa: PLC0415 - only when pages are shown

    document = pypdfium2.PdfDocument(data)
    pages: list[Page] = []
    try:
        count = len(document)
        for number in range(min(count, most)):
            step(message("Drawing page {number} of {count}", number=number + 1, count=count))
            page = document[number]
            width, height = page.get_size()
            pixels = PREVIEW_PIXELS / max(1, min(count, 6)) ** 0.5
            scale = min(6.0, (pixels / (width * height)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
            ).copy()
            pages.append(Page(picture, width / POINTS * INCH, height / POINTS * INCH, document.get_page_label(number)))
            bitmap.close()
            page.close()
    finally:
        document.close()
    return tuple(pages), count
