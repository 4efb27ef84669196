"""Keeps versions beside the work: whoever saves does not wait, and nothing that goes wrong here reaches a save."""

from __future__ import annotations

import atexit
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from journeyeditor.errors import JourneyError
from journeyeditor.files.generations import Generations, generations_folder
from journeyeditor.files.saving import Saved

LONGEST_WAIT = 5.0
"""Seconds that the end of the program waits for what is still being written."""

Job = Callable[[], None]


class VersionKeeper:
    """Keeps in a thread of its own, one version after the other. `trouble` is what went wrong last, if it did."""

    def __init__(self) -> None:
        self.trouble = ""
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def keep(self, saved: Saved, folder: Path | None = None) -> None:
        """Keeps what was saved just now, and before it what it took the place of. Returns at once."""
        generations = Generations(folder or generations_folder())
        now = time.time()

        def job() -> None:
            trouble = ""
            try:
                if saved.replaced is not None:
                    generations.keep(saved.path, saved.replaced, saved.replaced_at or now)
                generations.keep(saved.path, saved.data, now)
            except (OSError, JourneyError) as problem:
                trouble = str(problem)
            self.trouble = trouble

        self._give(job)

    def wait(self, seconds: float = LONGEST_WAIT) -> bool:
        """Returns when all that was given is done, or after so many seconds; whether it is."""
        done = threading.Event()
        if self._thread is None:
            return True
        self._give(done.set)
        return done.wait(seconds)

    def _give(self, job: Job) -> None:
        if self._thread is None:
            atexit.register(self.wait)
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="versions", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _run(self) -> None:
        while True:
            self._jobs.get()()  # no name is given to a job: its bytes go when it is done


keeper = VersionKeeper()
"""That of the program."""
