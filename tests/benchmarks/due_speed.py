"""CPU time of `quiz due` as a share of Python's own start: `python -m tests.benchmarks.due_speed`.

Three ways to start it: as a command that uv writes, as one that pip writes (it loads `re` first),
and as a module. The lowest of several rounds counts, all cases taking turns.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile

from tests.processes import run

ROUNDS, RUNS = 7, 10
_CALL = "import sys; sys.argv = ['quiz', 'due']; from quiz.__main__ import main; main()"
CASES = {
    "python -c pass": ("-c", "pass"),
    "quiz due, as uv starts it": ("-c", _CALL),
    "quiz due, as pip starts it": ("-c", f"import re; {_CALL}"),
    "python -m quiz due": ("-m", "quiz", "due"),
}


def cpu(args: tuple[str, ...], environment: dict[str, str]) -> float:
    """CPU seconds of a run, the average of some."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(RUNS):
        run([sys.executable, *args], env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / RUNS


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QUIZ_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        lowest = dict.fromkeys(CASES, float("inf"))
        for _ in range(ROUNDS):
            for name, args in CASES.items():
                lowest[name] = min(lowest[name], cpu(args, environment))
    base = lowest["python -c pass"]
    for name, seconds in lowest.items():
        print(f"{name:28} {seconds / base:5.2f}   {1000 * seconds:6.1f} ms")


if __name__ == "__main__":
    main()
