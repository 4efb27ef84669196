"""Dead cycles are looked for in the window's thread alone, and are found."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from journeyeditor.qt import tidying
from journeyeditor.qt.tidying import Tidying


class Cycle:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def tidy(program):
    made = Tidying(program)
    made.begin()
    yield made
    made.stop()
    gc.disable()


def test_a_thread_that_makes_many_objects_looks_for_nothing(tidy):
    looked = []

    def note(phase, _info):
        looked.append(threading.current_thread())

    gc.callbacks.append(note)
    try:
        thread = threading.Thread(target=lambda: [[number] for number in range(300_000)])
        thread.start()
        thread.join()
    finally:
        gc.callbacks.remove(note)
    assert looked == []


@pytest.mark.parametrize("rests", [True, False])
def test_what_is_dead_goes_at_the_next_round(tidy, program, monkeypatch, rests):
    monkeypatch.setattr(tidying, "REST", -1.0 if rests else 1e9)
    monkeypatch.setattr(tidying, "YOUNG", 100)
    dead = weakref.ref(Cycle())
    some = [[number] for number in range(1_000)]
    assert dead() is not None
    tidy._round()
    assert dead() is None
    assert some
