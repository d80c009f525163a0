"""CPU time, of this process and of others (Linux), and medians of cases that take turns."""

from __future__ import annotations

import os
import resource
import statistics
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.processes import run

_TICK = os.sysconf("SC_CLK_TCK")


def tree_cpu(pid: int) -> float:
    """CPU seconds of a process, of all its threads, and of its children, ended or not."""
    # the CPU clock of a process by its id: clock_getcpuclockid(3)
    own = time.clock_gettime((~pid << 3) | 2)
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    ended = (int(fields[13]) + int(fields[14])) / _TICK
    return own + ended + sum(map(tree_cpu, _children(pid)))


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def run_cpu(args: Sequence[str], environment: Mapping[str, str], cwd: Path | None = None) -> float:
    """CPU seconds, user and system, of a whole program. What it prints and returns is ignored."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(args, capture_output=True, env=dict(environment), cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def clean_environment(home: Path) -> dict[str, str]:
    """As on a learner's machine: compiled modules are kept, nothing is set for tests."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    folders = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "QUIZ_HOME": str(home)}
    return kept | folders | {"TERM": "xterm-256color"}


def used(deed: Callable[[], object]) -> float:
    """CPU seconds of this process for a deed."""
    before = time.process_time()
    deed()
    return time.process_time() - before


def timed(deed: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall milliseconds of this process for a deed."""
    cpu, wall = time.process_time(), time.perf_counter()
    deed()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def medians(rows: Sequence[Sequence[float]]) -> list[float]:
    """The median of each column; none when there is no row."""
    return [statistics.median(column) for column in zip(*rows, strict=True)]


def alternate(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each case, all cases taking turns; the first round fills caches."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for presented in range(rounds + 1):
        for name, case in cases.items():
            measured = case()
            if presented:
                found[name].append(measured)
    return {name: statistics.median(values) for name, values in found.items()}


def late(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def yardstick(rounds: int = 15) -> float:
    """CPU seconds of some fixed work in Python: what milliseconds are held against."""

    def work() -> None:
        words = {f"{number * 7919 % 10007:x}": number for number in range(20_000)}
        zlib.crc32(" ".join(sorted(words)).encode())

    return statistics.median(used(work) for _ in range(rounds))
