"""Time and memory, measured so that other programs on the machine count as little as can be."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def seconds(run: Callable[[], object], repeat: int, *, warm: bool = True) -> float:
    """Median seconds of processor time of some runs. What a run returns is thrown away after the clock has stopped."""
    if warm:
        run()
    times = []
    for _ in range(repeat):
        gc.collect()
        start = time.process_time()
        result = run()
        times.append(time.process_time() - start)
        del result
    return statistics.median(times)


def interleaved(first: Callable[[], object], second: Callable[[], object], repeat: int) -> tuple[float, float]:
    """Medians of two runs that take turns, so that a busy moment slows both."""
    first()
    second()
    one, two = [], []
    for _ in range(repeat):
        one.append(seconds(first, 1, warm=False))
        two.append(seconds(second, 1, warm=False))
    return statistics.median(one), statistics.median(two)


def of_processes(commands: Sequence[Sequence[str]], repeat: int) -> list[tuple[float, float]]:
    """Seconds of processor time, start included, and most memory in MB, of commands that take turns."""
    found: list[list[tuple[float, float]]] = [[] for _ in commands]
    for _ in range(repeat):
        for command, some in zip(commands, found, strict=True):
            some.append(_process(command))
    return [(statistics.median(t for t, _ in some), statistics.median(m for _, m in some)) for some in found]


def _process(command: Sequence[str]) -> tuple[float, float]:
    """One run of a command. Raises RuntimeError if it does not end well."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment) as child:
        said = child.stderr.read() if child.stderr else b""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        problem = f"{' '.join(command)}: {said.decode(errors='replace')}"
        raise RuntimeError(problem)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def python(*arguments: str) -> list[str]:
    """A command that runs this Python."""
    return [sys.executable, *arguments]
